package org.linkroom.bench;

import java.util.ArrayList;
import java.util.List;

/// Thousands of link-ups at once: in each room one of the two says something every second, in
/// turn.
final class RoomsOfTwo implements Row {
  private static final int ROOMS = 5_000;
  private static final int A_SECOND = 1_500;

  @Override
  public String name() {
    return "rooms";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "5,000 rooms of two, each saying something every second: the node's CPU a message",
            "µs",
            60,
            40));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    var crowd = crowd(ground, node, ROOMS);
    return new Runs() {
      @Override
      public Reading run() throws Exception {
        return measure(ground, node, crowd, ROOMS);
      }

      @Override
      public void close() {
        crowd.leave();
      }
    };
  }

  /// Two members for each room: the first of all rooms, then the second of all.
  static Crowd crowd(Ground ground, NodeProcess node, int rooms) throws Exception {
    var tickets = new ArrayList<Ticket>();
    var second = new ArrayList<Ticket>();
    for (Rehearsal room : ground.rehearsals(rooms)) {
      var two = room.tickets(2, node.port());
      tickets.add(two.getFirst());
      second.add(two.getLast());
    }
    tickets.addAll(second);
    return new Crowd(ground.swarm()).bring(tickets, A_SECOND);
  }

  /// The node's microseconds a message.
  static Reading measure(Ground ground, NodeProcess node, Crowd crowd, int rooms) throws Exception {
    int seconds = ground.asked().seconds();
    crowd.anew();
    crowd.talk(rooms, rooms * (seconds + 2));
    Patience.pass(2);
    double redis = ground.redisCpu();
    double before = node.cpu();
    Patience.pass(seconds);
    double used = node.cpu() - before;
    redis = ground.redisCpu() - redis;
    Patience.pass(1);
    double messages = rooms * seconds;
    return Reading.of(
        used * 1e6 / messages,
        "Redis %.1f µs; p99 to each %.0f ms; %s"
            .formatted(redis * 1e6 / messages, crowd.near().ms(0.99), crowd.told()));
  }
}
