package org.linkroom.bench;

import java.util.List;

/// How long it takes until the last of a programme's classes has what one of them said.
final class ToTheLast implements Row {
  private static final int MEMBERS = 1_063;
  private static final int PER_SECOND = 10;

  @Override
  public String name() {
    return "last";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "p99 from a command to the last of 1,063 members, 10 commands a second", "ms", 50, 20));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    return () -> {
      int seconds = ground.asked().seconds();
      var crowd = new Crowd(ground.swarm());
      crowd.bring(ground.rehearsal().tickets(MEMBERS, node.port()), MEMBERS);
      Patience.pass(1);
      crowd.talk(PER_SECOND, PER_SECOND * seconds);
      Patience.pass(seconds);
      crowd.settled();
      crowd.leave();
      var last = crowd.toTheLast();
      return Reading.of(
          last.ms(0.99),
          "p50 to the last %.1f ms, p50 to each %.1f ms"
              .formatted(last.ms(0.5), crowd.near().ms(0.5)));
    };
  }
}
