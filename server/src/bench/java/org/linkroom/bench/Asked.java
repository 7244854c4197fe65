package org.linkroom.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param tools the folder of the neutral load generator, the floor and the peers, if given
/// @param rows the names of the rows to run; none for all
/// @param seconds how long one run sends
/// @param runs how many of each
record Asked(Optional<Path> tools, List<String> rows, int seconds, int runs) {
  private static final int SECONDS = 10;
  private static final int RUNS = 3;

  static Asked ofProperties() {
    return new Asked(
        Optional.of(text("tools")).filter(text -> !text.isEmpty()).map(Path::of),
        text("bench").isEmpty() ? List.of() : List.of(text("bench").split(",")),
        number("bench.seconds", SECONDS),
        number("bench.runs", RUNS));
  }

  boolean wants(String row) {
    return rows.isEmpty() || rows.contains(row);
  }

  private static String text(String property) {
    return System.getProperty(property, "").strip();
  }

  private static int number(String property, int otherwise) {
    return text(property).isEmpty() ? otherwise : Integer.parseInt(text(property));
  }
}
