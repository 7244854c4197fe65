package org.linkroom.bench;

import java.util.List;
import java.util.Locale;

/// The results as one table of plain text.
final class Table {
  private Table() {}

  static String of(List<Result> results) {
    var text = new StringBuilder();
    add(text, "what", "unit", "required", "aim", "worst", "met", "runs");
    for (Result result : results) {
      var goal = result.goal();
      add(
          text,
          goal.what(),
          goal.unit(),
          Goal.figure(goal.required()),
          Goal.figure(goal.aim()),
          Goal.figure(result.worst()),
          result.met(),
          String.join(" · ", result.runs().stream().map(Goal::figure).toList()));
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String... cells) {
    text.append(String.format(Locale.ROOT, "%-78s %5s %9s %9s %9s  %-4s %s%n", (Object[]) cells));
  }
}
