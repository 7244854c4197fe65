package org.linkroom.bench;

import java.util.List;
import java.util.Locale;

/// Every page of the route table, asked by a teacher, a head, a facilitator and a coordinator of a
/// great network: how long each takes beside a page that asks no table, and which statements read a
/// large table from end to end.
final class PageTimes implements Row {
  private static final int WARM = 12;
  private static final int SHOWN = 12;
  private static final int BEGINNING = 10;

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal("the slowest of all pages of 5,000 schools, p95", "ms", 200, 100),
        new Goal("statements of theirs that read a large table from end to end", "", 0, 0));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    ground.rest();
    String database = ground.database("pages");
    // The first node of a demo fills in its people.
    ground.start(Cores.ALL, database).close();
    var network = BigNetwork.fill(database);
    return () -> run(ground, database, network);
  }

  private static Reading run(Ground ground, String database, BigNetwork network) throws Exception {
    double whole = wholeReads(ground, database, network);
    try (var node = ground.start(Cores.SERVER, database)) {
      var browsing = new Browsing(node.port(), network.ids());
      for (int i = 0; i < WARM; i++) {
        browsing.once();
      }
      browsing.check();
      browsing.forget();
      for (int i = 0; i < ground.asked().seconds(); i++) {
        browsing.once();
      }
      var slowest = browsing.slowest();
      for (var page : slowest.subList(0, Math.min(SHOWN, slowest.size()))) {
        System.out.printf(Locale.ROOT, "%8.1f ms  %s%n", page.getValue(), page.getKey());
      }
      String floor = figure(browsing.floor());
      System.out.printf("%8s ms  %s, the floor; %d pages%n", floor, Browsing.FLOOR, slowest.size());
      var worst = slowest.getFirst();
      return new Reading(
          List.of(worst.getValue(), whole),
          "%s; floor %s ms, %d pages".formatted(worst.getKey(), floor, slowest.size()));
    }
  }

  /// A node of its own, since a statement is explained only in connections that begin so.
  private static double wholeReads(Ground ground, String database, BigNetwork network)
      throws Exception {
    var ids = network.ids();
    network.explaining(true);
    try (var node = ground.start(Cores.ALL, database)) {
      var browsing = new Browsing(node.port(), ids);
      // What a node does as it begins is no page's.
      Patience.pass(BEGINNING);
      var plans = Plans.from(ground.postgresLog());
      for (int i = 0; i < 2; i++) {
        browsing.once();
      }
      var found = plans.wholeReads(network.large());
      var wrong = found.stream().filter(read -> !Rightly.whole(read)).toList();
      wrong.forEach(read -> System.out.println("end to end: " + read.shown()));
      for (var rightly : Rightly.values()) {
        long all = found.stream().filter(rightly::means).count();
        System.out.println("rightly end to end, " + all + " times: " + rightly.why());
      }
      return wrong.size();
    } finally {
      network.explaining(false);
    }
  }

  private static String figure(double millis) {
    return String.format(Locale.ROOT, "%.1f", millis);
  }
}
