package org.linkroom.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures what Linkroom costs and how long people wait, each several times; the worst one counts.
/// Figures are of this machine as it is now. Where it matters they stand beside the floor's (one
/// write a client and nothing else) and a peer's, measured in the same run.
public final class Bench {
  private static final List<Row> ROWS =
      List.of(
          new FanOut(),
          new EverybodySays(),
          new ToTheLast(),
          new StuckReaders(),
          new Joins(),
          new JoinStorm(),
          new SeenByAll(),
          new AcrossNodes(),
          new RoomsOfTwo(),
          new MemberMemory(),
          new NodeKilled(),
          new Nation(),
          new WarmStart(),
          new ClickToPicture(),
          new PageTimes());

  private static final String WITHOUT_TOOLS =
      "The floor and the peers are measured with programs that are no part of Linkroom:"
          + " -Dtools=FOLDER names their folder. Without it these rows are left out: ";

  private Bench() {}

  /// Measure, print one table and write one report.
  public static void main(String[] arguments) throws Exception {
    var asked = Asked.ofProperties();
    var rows = ROWS.stream().filter(row -> asked.wants(row.name())).toList();
    var left = rows.stream().filter(row -> row.beside() && asked.tools().isEmpty()).toList();
    if (!left.isEmpty()) {
      System.out.println(WITHOUT_TOOLS + String.join(", ", left.stream().map(Row::name).toList()));
    }
    Cores.GENERATOR.take();
    var results = new ArrayList<Result>();
    List<Chart> charts = List.of();
    try (var ground = Ground.lay(asked)) {
      for (Row row : rows) {
        if (!left.contains(row)) {
          results.addAll(Result.measure(row, ground));
        }
      }
      if (asked.wants(Growth.NAME)) {
        charts = new Growth(ground).charts();
      }
    }
    System.out.println();
    System.out.println(Table.of(results));
    var report = Report.write(Path.of("target", "bench"), results, charts);
    System.out.println("The report, with how it was measured: " + report);
    System.exit(0);
  }
}
