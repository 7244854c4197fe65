package org.linkroom.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What everybody gets at a route, by the letters of `WalkTest.WHO`.
public record RouteTable(String method, String path, Map<Character, Integer> answers) {
  /// What each gets, for things that are theirs, a file under `routes` for each group of pages. A
  /// POST brings its form's token and no field, so 422, 400 and 409 are the answers to an empty
  /// form by somebody who may send a full one.
  private static final Set<String> OWNED =
      Set.of(":link", ":session", ":class", ":school", ":programme", ":check");

  private static final List<String> FILES =
      List.of(
          "link-up",
          "check",
          "day",
          "network",
          "mail",
          "planning",
          "linking",
          "keeping",
          "report",
          "year",
          "parcel");

  private static RouteTable of(String line) {
    String[] words = line.strip().split("\\s+");
    var answers = new LinkedHashMap<Character, Integer>();
    for (int i = 2; i < words.length; i++) {
      String[] pair = words[i].split("=");
      for (char who : pair[0].toCharArray()) {
        answers.put(who, Integer.parseInt(pair[1]));
      }
    }
    return new RouteTable(words[0], words[1], answers);
  }

  int answer(char who) {
    return answers.getOrDefault(who, 0);
  }

  String name() {
    return method + " " + path;
  }

  /// Tell whether the path names something that somebody owns.
  boolean owned() {
    return OWNED.stream().anyMatch(path::contains);
  }

  /// Tell whether anybody at all may ask.
  boolean open() {
    return answer('n') == answer('t');
  }

  private static Stream<String> lines(String file) {
    try (var in = RouteTable.class.getResourceAsStream("/routes/" + file + ".txt")) {
      return new String(requireNonNull(in, file).readAllBytes(), UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// The whole table.
  public static List<RouteTable> all() {
    return FILES.stream().flatMap(RouteTable::lines).map(RouteTable::of).toList();
  }
}
