package org.linkroom.bench;

import java.util.ArrayList;
import java.util.List;

/// Every twentieth device hangs and reads no more. The others should not notice. First all read;
/// then, in the same room, some stop, and much is said until nothing more fits into their sockets.
final class StuckReaders implements Row {
  private static final int MEMBERS = 1_063;
  private static final int PER_SECOND = 10;
  private static final int ONE_IN = 20;
  private static final int FLOOD_SECONDS = 4;

  @Override
  public String name() {
    return "stuck";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal("5 % of readers stuck: p99 of the healthy ones, as a multiple", "×", 1.2, 1.1));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    return () -> {
      int seconds = ground.asked().seconds();
      var swarm = ground.swarm();
      var room = ground.rehearsal();
      var healthy = new Crowd(swarm);
      int stuck = MEMBERS / ONE_IN;
      healthy.bring(room.tickets(MEMBERS - stuck, node.port()), MEMBERS);
      var hanging = hanging(swarm, room.tickets(stuck, node.port()));
      double before = p99(healthy, seconds);
      swarm.on(
          () -> {
            hanging.forEach(client -> client.reads(false));
            return null;
          });
      healthy.talk(MEMBERS, MEMBERS * FLOOD_SECONDS);
      Patience.pass(FLOOD_SECONDS + 1);
      double after = p99(healthy, seconds);
      healthy.leave();
      swarm.dismiss(hanging);
      return Reading.of(
          after / before,
          "%.1f ms before, %.1f ms with %d of %d stuck".formatted(before, after, stuck, MEMBERS));
    };
  }

  /// Devices with as little space in their sockets as Linux allows, so that they are soon full.
  private static List<Client> hanging(Swarm swarm, List<Ticket> tickets) {
    var ear = new Crowd(swarm);
    return swarm.on(
        () -> {
          var some = new ArrayList<Client>();
          for (Ticket ticket : tickets) {
            some.add(swarm.dial(some.size(), ticket, ear, 1));
          }
          return some;
        });
  }

  private static double p99(Crowd crowd, int seconds) throws InterruptedException {
    Patience.pass(1);
    crowd.anew();
    crowd.talk(PER_SECOND, PER_SECOND * seconds);
    Patience.pass(seconds);
    crowd.settled();
    return crowd.near().ms(0.99);
  }
}
