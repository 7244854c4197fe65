package org.linkroom.testing;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.linkroom.base.Id;

/// A Redis server, or a sentinel, of a test's own: it is killed, stopped and started again as the
/// test likes, with its data in a folder.
public final class RedisServer implements AutoCloseable {
  /// The password of each of them.
  public static final String PASSWORD = "word";

  private static final List<RedisServer> ALL = new ArrayList<>();
  private static Vertx vertx;

  private final List<String> command;
  private final int port;
  private Process process;

  private RedisServer(List<String> command, int port) {
    this.command = command;
    this.port = port;
  }

  /// Start one on a free port, with settings as they stand in its file.
  public static RedisServer start(Path program, Path folder, String... settings) {
    int port = freePort();
    var lines = new ArrayList<>(List.of(settings));
    lines.addAll(
        List.of(
            "requirepass " + PASSWORD,
            "masterauth " + PASSWORD,
            "appendonly yes",
            "appendfsync always",
            "maxmemory-policy noeviction",
            "repl-diskless-sync-delay 0"));
    return started(List.of(program.toString()), folder, port, lines);
  }

  /// Start a sentinel that watches a master by a name.
  public static RedisServer sentinel(Path program, Path folder, String name, RedisServer master) {
    var lines =
        List.of(
            "sentinel monitor " + name + " 127.0.0.1 " + master.port + " 1",
            "sentinel auth-pass " + name + " " + PASSWORD,
            "sentinel down-after-milliseconds " + name + " 1000",
            "sentinel failover-timeout " + name + " 5000");
    return started(List.of(program.toString(), "--sentinel"), folder, freePort(), lines);
  }

  private static RedisServer started(
      List<String> program, Path folder, int port, List<String> settings) {
    try {
      var own = Files.createDirectories(folder.resolve("redis-" + port));
      var lines = new ArrayList<>(settings);
      lines.addAll(List.of("port " + port, "bind 127.0.0.1", "dir " + own, "save \"\""));
      if (program.contains("--sentinel")) {
        lines.remove("save \"\"");
      }
      var file = Files.write(own.resolve("redis.conf"), lines);
      var command = new ArrayList<>(program);
      command.add(1, file.toString());
      var server = new RedisServer(command, port);
      server.again();
      remember(server);
      return server;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static synchronized void remember(RedisServer server) {
    if (ALL.isEmpty()) {
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> ALL.forEach(each -> each.process.destroyForcibly())));
    }
    ALL.add(server);
  }

  /// Below the ports that the system gives away, so that the one of a cluster's own talk, 10000
  /// higher, is one too.
  private static int freePort() {
    for (int tries = 0; tries < 200; tries++) {
      int port = ThreadLocalRandom.current().nextInt(12_000, 22_000);
      if (free(port) && free(port + 10_000)) {
        return port;
      }
    }
    throw new AssertionError("no port is free");
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /// Start it again with what it kept; it is there when this returns.
  public void again() {
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var ready = new CountDownLatch(1);
      var running = process;
      Thread.ofVirtual().start(() -> read(running, ready));
      if (!ready.await(Soon.BOUND.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Redis did not start: " + command);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private static void read(Process running, CountDownLatch ready) {
    try (var output =
        new BufferedReader(
            new InputStreamReader(running.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains("eady to accept connections") || line.contains("Sentinel ID is")) {
          ready.countDown();
        }
      }
    } catch (IOException killed) {
      // It says no more.
    }
  }

  /// Kill it where it stands.
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(Soon.BOUND.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// It answers nobody until the outage is closed.
  public Outage away() {
    return Outage.of(process.toHandle());
  }

  /// Whether its process runs.
  public boolean alive() {
    return process.isAlive();
  }

  /// Its port on this machine.
  public int port() {
    return port;
  }

  /// Where it is, as one server.
  public String url() {
    return "redis://:" + PASSWORD + "@127.0.0.1:" + port;
  }

  /// Ask it something.
  public Response ask(Command what, String... arguments) {
    var request = Request.cmd(what);
    for (String argument : arguments) {
      request.arg(argument);
    }
    boolean sentinel = command.contains("--sentinel");
    var client = Redis.createClient(vertx(), sentinel ? "redis://127.0.0.1:" + port : url());
    try {
      return Soon.get(client.send(request));
    } finally {
      client.close();
    }
  }

  /// Whether it says this of its part in replication; a server that cuts us off says nothing.
  public boolean says(String words) {
    try {
      return ask(Command.INFO, "replication").toString().contains(words);
    } catch (CompletionException cutOff) {
      return false;
    }
  }

  private static synchronized Vertx vertx() {
    if (vertx == null) {
      vertx = Vertx.vertx();
    }
    return vertx;
  }

  /// A key that no other test has.
  public static String anyKey() {
    return "key:" + Id.random();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
