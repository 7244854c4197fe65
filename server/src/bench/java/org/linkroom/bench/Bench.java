package org.linkroom.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Prints what a person waits for, three times each; the worst one counts. Times are of this
/// machine as it is now: they are figures to compare, never a test.
public final class Bench {
  static final int RUNS = 3;

  private Bench() {}

  /// Measure everything and print one table.
  public static void main(String[] arguments) throws Exception {
    var figures =
        List.of(
            new Figure("warm start, until ready (aim 6 s)", WarmStart.measure()),
            new Figure("click to moving picture (aim 2 s)", ClickToPicture.measure()));
    System.out.println();
    System.out.printf(Locale.ROOT, "%-40s %8s   %s%n", "milliseconds", "worst", "all runs");
    figures.forEach(figure -> System.out.println(figure.line()));
    System.exit(0);
  }

  /// One figure, in milliseconds.
  record Figure(String name, List<Long> runs) {
    String line() {
      long worst = Collections.max(runs);
      return "%-40s %8d   %s".formatted(name, worst, runs);
    }
  }
}
