package org.linkroom.bench;

import java.util.List;

/// How many members a server's core lets in each second: connected, their passes read, each with
/// its welcome and the document in it.
final class Joins implements Row {
  private static final int MEMBERS = 1_063;
  private static final int ROOMS = 4;

  /// More than a core can take, so that it is never idle.
  private static final int A_SECOND = 8_000;

  @Override
  public String name() {
    return "joins";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "full joins (connect, pass, welcome with document) a second and server core",
            "",
            1_500,
            3_000));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    return () -> {
      double used = 0;
      for (int i = 0; i < ROOMS; i++) {
        var tickets = ground.rehearsal().tickets(MEMBERS, node.port());
        double before = node.cpu();
        var crowd = new Crowd(ground.swarm()).bring(tickets, A_SECOND);
        used += node.cpu() - before;
        crowd.leave();
        Patience.pass(0.5);
      }
      return Reading.of(
          MEMBERS * ROOMS / used, "%.0f µs of CPU each".formatted(used * 1e6 / MEMBERS / ROOMS));
    };
  }
}
