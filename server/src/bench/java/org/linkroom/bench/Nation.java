package org.linkroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Thirty thousand members in one room, on three nodes with ten thousand each, and the floor of it:
/// three rawcasts with as many, to which the same is said at the same moment. Everything shares
/// all cores.
final class Nation implements Row {
  private static final int EACH = 10_000;
  private static final int NODES = 3;
  private static final int A_SECOND = 1_200;
  private static final String FILLING = "x".repeat(90);

  @Override
  public String name() {
    return "nation";
  }

  @Override
  public boolean beside() {
    return true;
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal("30,000 members in one room over three nodes: all are in", "s", 20, 12),
        new Goal(
            "the same, p99 from a command to the last, as a multiple of the floor's", "×", 2, 1.3));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    ground.rest();
    var nodes = new ArrayList<NodeProcess>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(ground.start(Cores.ALL));
      new WarmUp(ground).once(nodes.get(i));
    }
    return new Runs() {
      @Override
      public Reading run() throws Exception {
        var floor = floor(ground);
        var ours = linkroom(ground, nodes);
        return new Reading(
            List.of(ours.in(), ours.last() / floor.last()),
            "to the last %.0f ms, the floor %.0f ms; the floor's are in after %.1f s"
                .formatted(ours.last(), floor.last(), floor.in()));
      }

      @Override
      public void close() {
        nodes.forEach(NodeProcess::close);
      }
    };
  }

  /// @param in seconds until all were in
  /// @param last milliseconds until a command was with the last
  private record Found(double in, double last) {}

  private static Found floor(Ground ground) throws Exception {
    var floors = new ArrayList<Peer>();
    try {
      for (int i = 0; i < NODES; i++) {
        floors.add(ground.tools().rawcast(Cores.ALL));
      }
      var loads = new ArrayList<Load>();
      for (Peer floor : floors) {
        loads.add(load(ground, floor.port(), "/", List.of("-L", "\"text\":")));
      }
      var tickets = floors.stream().map(floor -> new Ticket(floor.port(), "/", "", "")).toList();
      return measure(
          ground, loads, tickets, (stamp, n) -> "{\"text\":\"" + stamp + FILLING.repeat(2) + "\"}");
    } finally {
      floors.forEach(Peer::close);
    }
  }

  private static Found linkroom(Ground ground, List<NodeProcess> nodes) throws Exception {
    var room = ground.rehearsal();
    var loads = new ArrayList<Load>();
    for (NodeProcess node : nodes) {
      var tickets = room.tickets(EACH, node.port());
      var more = List.of("-L", "\"text\":", "-T", ground.passes(tickets));
      loads.add(load(ground, node.port(), tickets.getFirst().path(), more));
    }
    var speaker = room.tickets(1, nodes.getFirst().port());
    return measure(
        ground,
        loads,
        speaker,
        (stamp, n) ->
            "{\"do\":\"rehearsal.say\",\"tab\":\"bench-speaker\",\"n\":%d,\"text\":\"%s %s\"}"
                .formatted(n + 1, stamp, FILLING));
  }

  private static Load load(Ground ground, int port, String path, List<String> more)
      throws Exception {
    var arguments =
        new ArrayList<>(
            List.of("-p", "" + port, "-P", path, "-n", "" + EACH, "-r", "" + A_SECOND, "-w", "3"));
    arguments.addAll(List.of("-d", "" + ground.asked().seconds()));
    arguments.addAll(more);
    return ground.tools().load(Cores.ALL, arguments);
  }

  /// What is said: with the microseconds now, and a running number.
  private interface Saying {
    String text(String stamp, int n);
  }

  private static Found measure(
      Ground ground, List<Load> loads, List<Ticket> speakers, Saying saying) throws Exception {
    for (Load load : loads) {
      load.joined();
    }
    Patience.pass(2);
    var swarm = ground.swarm();
    var nobody = new Crowd(swarm);
    var said =
        swarm.on(() -> speakers.stream().map(ticket -> swarm.dial(0, ticket, nobody, 0)).toList());
    Patience.pass(1);
    swarm.often(
        1,
        ground.asked().seconds() - 1,
        n -> {
          long stamp = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
          said.forEach(client -> client.say(saying.text(Long.toString(stamp), n)));
        });
    double in = 0;
    double last = 0;
    for (Load load : loads) {
      var result = load.result();
      check(result, ground.asked().seconds() - 1);
      in = Math.max(in, result.path("join_s").asDouble());
      last = Math.max(last, result.path("lat_p99_ms").asDouble());
    }
    swarm.dismiss(said);
    return new Found(in, last);
  }

  private static void check(JsonNode result, int said) {
    long stamped = result.path("stamped").asLong();
    if (stamped < (long) EACH * said * 0.99) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "of %,d deliveries %,d came", (long) EACH * said, stamped));
    }
  }
}
