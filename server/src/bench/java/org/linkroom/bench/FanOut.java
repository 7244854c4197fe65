package org.linkroom.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What one delivery costs the server: rawcast, socket.io and Linkroom weighed in turn, with the
/// same generator, each on the server's core.
final class FanOut implements Row {
  private static final int MEMBERS = 1_063;
  private static final int PER_SECOND = 20;
  private static final int WARM_SECONDS = 5;
  private static final String FILLING = "x".repeat(160);

  @Override
  public String name() {
    return "fan-out";
  }

  @Override
  public boolean beside() {
    return true;
  }

  @Override
  public List<Goal> goals() {
    String what = "server CPU for one delivery of 200 B, 1,063 members, 20 messages a second";
    return List.of(
        new Goal(what + ", as a multiple of rawcast's", "×", 1.5, 1.15),
        new Goal("the same, as a part of socket.io's with its Redis adapter", "×", 0.6, 0.45));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    var node = ground.node();
    var peer = ground.tools().socketIo(Cores.SERVER, ground.redisUrl());
    socketIo(ground, peer, WARM_SECONDS);
    return new Runs() {
      @Override
      public Row.Reading run() throws Exception {
        int seconds = ground.asked().seconds();
        double least = rawcast(ground, seconds);
        double theirs = socketIo(ground, peer, seconds);
        double ours = linkroom(ground, node, seconds);
        return new Row.Reading(
            List.of(ours / least, ours / theirs),
            "Linkroom %.1f µs, rawcast %.1f µs, socket.io %.1f µs".formatted(ours, least, theirs));
      }

      @Override
      public void close() {
        peer.close();
      }
    };
  }

  /// A new one for each run: it ends when it writes to a client that has just gone.
  private double rawcast(Ground ground, int seconds) throws Exception {
    var say = "{\"ts\":%T,\"say\":\"" + FILLING + "\"}";
    try (var floor = ground.tools().rawcast(Cores.SERVER)) {
      return weigh(ground, floor.process().pid(), seconds, arguments(floor.port(), "/", say));
    }
  }

  private double socketIo(Ground ground, Peer peer, int seconds) throws Exception {
    var say = "42[\"say\",{\"ts\":%T,\"say\":\"" + FILLING.substring(11) + "\"}]";
    var path = "/socket.io/?EIO=4&transport=websocket";
    var arguments = arguments(peer.port(), path, say);
    arguments.add("-e");
    return weigh(ground, peer.process().pid(), seconds, arguments);
  }

  private double linkroom(Ground ground, NodeProcess node, int seconds) throws Exception {
    var tickets = ground.rehearsal().tickets(MEMBERS, node.port());
    var say =
        "{\"do\":\"rehearsal.say\",\"tab\":\"bench-0001\",\"n\":1%N,\"text\":\"%T"
            + FILLING.substring(60)
            + "\"}";
    var arguments = arguments(node.port(), tickets.getFirst().path(), say);
    arguments.addAll(List.of("-L", "\"text\":", "-T", ground.passes(tickets)));
    return weigh(ground, node.pid(), seconds, arguments);
  }

  private static List<String> arguments(int port, String path, String say) {
    return new ArrayList<>(
        List.of(
            "-p",
            "" + port,
            "-P",
            path,
            "-n",
            "" + MEMBERS,
            "-r",
            "1000",
            "-b",
            "" + PER_SECOND,
            "-B",
            say));
  }

  /// Microseconds of the server's processor time for one delivery that the generator counted.
  private static double weigh(Ground ground, long pid, int seconds, List<String> arguments)
      throws IOException, InterruptedException {
    arguments.addAll(List.of("-w", "1", "-d", "" + seconds));
    var load = ground.tools().load(Cores.GENERATOR, arguments);
    load.joined();
    Patience.pass(0.9);
    double before = Kernel.cpu(pid);
    Patience.pass(seconds + 1);
    double used = Kernel.cpu(pid) - before;
    long deliveries = load.result().path("stamped").asLong();
    if (deliveries < MEMBERS) {
      throw new IllegalStateException("only " + deliveries + " deliveries were counted");
    }
    return used * 1e6 / deliveries;
  }
}
