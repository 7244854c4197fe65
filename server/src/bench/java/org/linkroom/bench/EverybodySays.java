package org.linkroom.bench;

import java.util.List;

/// A room in which each member says a line every second, and each line is shown to all.
final class EverybodySays implements Row {
  private static final int MEMBERS = 1_063;

  /// Every so-manieth member's lines are read one by one; the others' frames are followed.
  private static final int READ = 50;

  @Override
  public String name() {
    return "everybody";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "1,063 members, each says something every second, all of it shown to all: CPU of the node",
            "cores",
            0.5,
            0.333));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    return () -> {
      int seconds = ground.asked().seconds();
      var crowd = new Crowd(ground.swarm()).reading(READ);
      crowd.bring(ground.rehearsal().tickets(MEMBERS, node.port()), MEMBERS);
      crowd.talk(MEMBERS, MEMBERS * (seconds + 2));
      Patience.pass(2);
      double redis = ground.redisCpu();
      double before = node.cpu();
      long from = System.nanoTime();
      Patience.pass(seconds);
      double used = (node.cpu() - before) * 1e9 / (System.nanoTime() - from);
      redis = (ground.redisCpu() - redis) / seconds;
      crowd.settled();
      crowd.leave();
      return Reading.of(
          used,
          "p99 %.0f ms, Redis %.2f cores, %s"
              .formatted(crowd.near().ms(0.99), redis, crowd.told()));
    };
  }
}
