package org.linkroom.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Another class comes in: how long until each of 1,063 members sees it, from the moment at which
/// it sets out. On the members' own node, and on another one.
final class SeenByAll implements Row {
  private static final int MEMBERS = 1_063;
  private static final int CHANGES = 50;
  private static final byte[] HERE = Frame.ascii("\"here\":");

  @Override
  public String name() {
    return "presence";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal("presence change seen by all of 1,063, p99, same node", "ms", 300, 150),
        new Goal("the same across nodes", "ms", 300, 150));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    var other = ground.start(Cores.SERVER);
    new WarmUp(ground).once(other);
    return new Runs() {
      @Override
      public Reading run() throws Exception {
        var same = watch(ground, node.port(), node.port());
        var across = watch(ground, node.port(), other.port());
        return new Reading(
            List.of(same.ms(0.99), across.ms(0.99)),
            "p50 %.0f ms, across %.0f ms".formatted(same.ms(0.5), across.ms(0.5)));
      }

      @Override
      public void close() {
        other.close();
      }
    };
  }

  private static Latencies watch(Ground ground, int port, int newcomers) throws Exception {
    var room = ground.rehearsal();
    var watching = new Watching();
    var swarm = ground.swarm();
    var members = new ArrayList<>(swarm.bring(room.tickets(MEMBERS, port), MEMBERS, watching));
    Patience.pass(2);
    var latencies = new Latencies();
    for (Ticket ticket : room.tickets(CHANGES, newcomers)) {
      var watched = watching.watch(swarm, ticket);
      members.add(watched);
      Patience.until(() -> "all see who came", () -> swarm.on(() -> watching.seen == MEMBERS));
      latencies.add(swarm.on(() -> watching.last - watched.dialled));
    }
    swarm.dismiss(members);
    return latencies;
  }

  /// Looks for one newcomer's class in what the members hear of who is here.
  private static final class Watching implements Ear {
    private byte[] id = Frame.ascii("nobody yet");
    private final boolean[] saw = new boolean[MEMBERS];
    private int seen;
    private long last;

    Client watch(Swarm swarm, Ticket ticket) {
      return swarm.on(
          () -> {
            id = Frame.ascii("\"" + ticket.member() + "\"");
            Arrays.fill(saw, false);
            seen = 0;
            return swarm.dial(MEMBERS, ticket, this, 0);
          });
    }

    @Override
    public void heard(Client client, Frame frame, long nanos) {
      if (client.number < MEMBERS && !saw[client.number] && frame.has(HERE) && frame.has(id)) {
        saw[client.number] = true;
        seen++;
        last = nanos;
      }
    }
  }
}
