package org.linkroom.bench;

import java.util.List;

/// A programme's classes all press "Go in" within one second.
final class JoinStorm implements Row {
  private static final int MEMBERS = 1_063;

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public List<Goal> goals() {
    return List.of(new Goal("1,063 members join within a second: p99 to the welcome", "s", 1, 0.5));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    return () -> {
      var tickets = ground.rehearsal().tickets(MEMBERS, node.port());
      double before = node.cpu();
      var crowd = new Crowd(ground.swarm()).bring(tickets, MEMBERS);
      double used = node.cpu() - before;
      var waits = new Latencies();
      crowd.members().forEach(member -> waits.add(member.welcomed - member.dialled));
      crowd.leave();
      Patience.pass(1);
      return Reading.of(
          waits.ms(0.99) / 1_000,
          "p50 %.0f ms, the node used %.2f s of CPU".formatted(waits.ms(0.5), used));
    };
  }
}
