package org.linkroom.bench;

import java.util.List;

/// What it adds when the one who says something and the one who hears it are on different nodes:
/// the difference of the two latencies, in one room, in the same seconds.
final class AcrossNodes implements Row {
  private static final int MEMBERS = 60;
  private static final int PER_SECOND = 100;

  @Override
  public String name() {
    return "across";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal("added by crossing nodes, p50", "ms", 2, 1),
        new Goal("added by crossing nodes, p99", "ms", 15, 5));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    var other = ground.start(Cores.SERVER);
    new WarmUp(ground).once(other);
    return new Runs() {
      @Override
      public Reading run() throws Exception {
        return measure(ground, node.port(), other.port());
      }

      @Override
      public void close() {
        other.close();
      }
    };
  }

  private static Row.Reading measure(Ground ground, int here, int there) throws Exception {
    int seconds = ground.asked().seconds();
    var crowd = new Crowd(ground.swarm());
    // Even numbers are here, odd ones there.
    crowd.bring(ground.rehearsal().tickets(MEMBERS, here, there), MEMBERS);
    Patience.pass(1);
    crowd.talk(PER_SECOND, PER_SECOND * seconds);
    Patience.pass(seconds);
    crowd.settled();
    crowd.leave();
    var same = crowd.near();
    var across = crowd.far();
    return new Row.Reading(
        List.of(across.ms(0.5) - same.ms(0.5), across.ms(0.99) - same.ms(0.99)),
        "same node p50 %.2f p99 %.2f ms, across %.2f and %.2f ms"
            .formatted(same.ms(0.5), same.ms(0.99), across.ms(0.5), across.ms(0.99)));
  }
}
