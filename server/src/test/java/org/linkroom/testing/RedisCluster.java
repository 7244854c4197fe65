package org.linkroom.testing;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A Redis Cluster of a test's own: masters with an equal share of the slots each, and as many
/// replicas, one for each master.
public final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;

  private final List<RedisServer> servers = new ArrayList<>();
  private final int masters;

  private RedisCluster(int masters) {
    this.masters = masters;
  }

  /// Start one; it is whole when this returns.
  public static RedisCluster start(Path program, Path folder, int masters) {
    var cluster = new RedisCluster(masters);
    for (int i = 0; i < 2 * masters; i++) {
      cluster.servers.add(
          RedisServer.start(
              program,
              folder,
              "cluster-enabled yes",
              "cluster-node-timeout 2000",
              "cluster-replica-validity-factor 0"));
    }
    cluster.join();
    return cluster;
  }

  private void join() {
    for (int i = 0; i < masters; i++) {
      int from = i * SLOTS / masters;
      var slots =
          IntStream.range(from, (i + 1) * SLOTS / masters).mapToObj(Integer::toString).toList();
      servers.get(i).ask(Command.CLUSTER, with("ADDSLOTS", slots));
      servers.get(i).ask(Command.CLUSTER, "SET-CONFIG-EPOCH", Integer.toString(i + 1));
    }
    for (RedisServer server : servers.subList(1, servers.size())) {
      servers.getFirst().ask(Command.CLUSTER, "MEET", "127.0.0.1", Integer.toString(server.port()));
    }
    until("all know all", () -> servers.stream().allMatch(each -> nodes(each) == servers.size()));
    for (int i = 0; i < masters; i++) {
      servers.get(masters + i).ask(Command.CLUSTER, "REPLICATE", id(servers.get(i)));
    }
    until("the cluster is whole", () -> servers.stream().allMatch(RedisCluster::whole));
    until(
        "every replica follows",
        () -> servers.subList(masters, 2 * masters).stream().allMatch(RedisCluster::follows));
  }

  private static String[] with(String first, List<String> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toArray(String[]::new);
  }

  private static long nodes(RedisServer server) {
    return server
        .ask(Command.CLUSTER, "NODES")
        .toString()
        .lines()
        .filter(line -> !line.contains("handshake"))
        .count();
  }

  private static boolean whole(RedisServer server) {
    return server.ask(Command.CLUSTER, "INFO").toString().contains("cluster_state:ok");
  }

  private static boolean follows(RedisServer server) {
    return server.says("master_link_status:up");
  }

  private static String id(RedisServer server) {
    return server.ask(Command.CLUSTER, "MYID").toString();
  }

  /// Wait for something that a server tells, asking again and again.
  public static void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + Soon.BOUND.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never: " + what);
      }
      Thread.onSpinWait();
    }
  }

  /// Where it is.
  public String url() {
    return servers.stream()
        .map(each -> "127.0.0.1:" + each.port())
        .collect(Collectors.joining(",", "redis+cluster://:" + RedisServer.PASSWORD + "@", ""));
  }

  /// The server that owns a key's slot now, as a living server has it.
  public RedisServer owner(String key) {
    int slot = slot(key);
    return ranges(asked())
        .filter(range -> range.get(0).toInteger() <= slot && slot <= range.get(1).toInteger())
        .map(this::master)
        .findFirst()
        .orElseThrow();
  }

  /// A master that does not own a key.
  public RedisServer other(String key) {
    var owner = owner(key);
    return ranges(asked())
        .map(this::master)
        .filter(each -> each.alive() && each != owner)
        .findFirst()
        .orElseThrow();
  }

  private RedisServer asked() {
    return servers.stream().filter(RedisServer::alive).findFirst().orElseThrow();
  }

  private static Stream<Response> ranges(RedisServer asked) {
    return asked.ask(Command.CLUSTER, "SLOTS").stream();
  }

  private RedisServer master(Response range) {
    int port = range.get(2).get(1).toInteger();
    return servers.stream().filter(each -> each.port() == port).findFirst().orElseThrow();
  }

  /// A key's slot, as a server counts it.
  public int slot(String key) {
    return asked().ask(Command.CLUSTER, "KEYSLOT", key).toInteger();
  }

  /// Begin to move a slot: its old owner sends on whoever asks for keys that it has not got.
  public void beginMove(int slot, RedisServer from, RedisServer to) {
    to.ask(Command.CLUSTER, "SETSLOT", Integer.toString(slot), "IMPORTING", id(from));
    from.ask(Command.CLUSTER, "SETSLOT", Integer.toString(slot), "MIGRATING", id(to));
  }

  /// Move a slot's keys, and say whose it is now.
  public void endMove(int slot, RedisServer from, RedisServer to) {
    for (Response key :
        from.ask(Command.CLUSTER, "GETKEYSINSLOT", Integer.toString(slot), "1000")) {
      from.ask(
          Command.MIGRATE,
          "127.0.0.1",
          Integer.toString(to.port()),
          key.toString(),
          "0",
          "5000",
          "AUTH",
          RedisServer.PASSWORD);
    }
    for (RedisServer each : List.of(to, from)) {
      each.ask(Command.CLUSTER, "SETSLOT", Integer.toString(slot), "NODE", id(to));
    }
  }

  /// Start what was killed, and wait until all is whole again and all agree.
  public void mend() {
    servers.stream().filter(each -> !each.alive()).forEach(RedisServer::again);
    until("the cluster is whole", () -> servers.stream().allMatch(RedisCluster::whole));
    until(
        "all know the masters", () -> servers.stream().map(this::masters).distinct().count() == 1);
    until(
        "every replica follows",
        () -> servers.stream().filter(RedisCluster::follows).count() == servers.size() - masters);
  }

  private Set<Integer> masters(RedisServer asked) {
    return ranges(asked).map(range -> master(range).port()).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    servers.forEach(RedisServer::close);
  }
}
