package org.linkroom.bench;

import java.util.ArrayList;
import java.util.List;

/// What the runs found for one goal.
///
/// @param runs one figure each; NaN for a run that did not come to an end
/// @param beside what was seen besides, one for each run
record Result(Goal goal, List<Double> runs, List<String> beside) {
  double worst() {
    return goal.worst(runs);
  }

  /// Whether it is what it must be, or even what would be best.
  String met() {
    return goal.aimed(worst()) ? "aim" : goal.met(worst()) ? "yes" : "NO";
  }

  /// Run a row as often as asked.
  static List<Result> measure(Row row, Ground ground) {
    var readings = new ArrayList<Row.Reading>();
    try (var runs = row.open(ground)) {
      for (int i = 0; i < ground.asked().runs(); i++) {
        readings.add(run(row, runs));
      }
    } catch (Exception fault) {
      readings.add(failed(row, fault));
    }
    var results = new ArrayList<Result>();
    for (int i = 0; i < row.goals().size(); i++) {
      int goal = i;
      results.add(
          new Result(
              row.goals().get(i),
              readings.stream().map(reading -> reading.figures().get(goal)).toList(),
              readings.stream().map(Row.Reading::beside).toList()));
    }
    return results;
  }

  private static Row.Reading run(Row row, Row.Runs runs) {
    try {
      var reading = runs.run();
      say(row, reading.figures().stream().map(Goal::figure).toList() + "  " + reading.beside());
      return reading;
    } catch (Exception fault) {
      return failed(row, fault);
    }
  }

  private static Row.Reading failed(Row row, Exception fault) {
    say(row, "failed: " + fault);
    return new Row.Reading(
        row.goals().stream().map(goal -> Double.NaN).toList(), "failed: " + fault.getMessage());
  }

  private static void say(Row row, String words) {
    System.out.printf("%-10s %s%n", row.name(), words);
  }
}
