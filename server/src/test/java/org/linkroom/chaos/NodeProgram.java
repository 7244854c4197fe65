package org.linkroom.chaos;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// One node of Linkroom as a process, with a cable to each of its neighbours: from the pages to its
/// door, from it to Redis, from it to PostgreSQL.
final class NodeProgram implements AutoCloseable {
  static final String SECRET = "a secret that only the nodes of one trial share";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration DRAIN = Duration.ofSeconds(30);

  private final int port = RedisProgram.freePort();
  private final Cable door;
  private final Cable redis;
  private final Cable postgres;
  private final Program program;

  NodeProgram(
      String name,
      Path folder,
      RedisProgram redis,
      PostgresProgram postgres,
      RandomGenerator chance) {
    door = new Cable(port, chance);
    this.redis = new Cable(redis.port(), chance);
    this.postgres = new Cable(postgres.port(), chance);
    var environment =
        Map.of(
            "LINKROOM_DATABASE_URL",
            postgres.url(this.postgres.port()),
            "LINKROOM_DATABASE_CONNECTIONS",
            "4",
            "LINKROOM_REDIS_URL",
            "redis://127.0.0.1:" + this.redis.port(),
            "LINKROOM_SECRET",
            SECRET,
            "LINKROOM_PORT",
            Integer.toString(port),
            "LINKROOM_DATA",
            folder.resolve(name).toString());
    program = new Program(command(), environment, folder.resolve(name + ".log"));
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx256m",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        classPath(),
        "org.linkroom.Main",
        "--demo");
  }

  /// Without the tests' own classes and settings of the log.
  private static String classPath() {
    var all = System.getProperty("java.class.path").split(File.pathSeparator);
    return String.join(
        File.pathSeparator, Stream.of(all).filter(one -> !one.endsWith("test-classes")).toList());
  }

  /// Start it; it serves a while later.
  void begin() {
    program.start();
  }

  /// Wait until it serves.
  void serves() {
    Program.await(
        "the node serves; it said " + program.said(), PATIENCE, () -> !program.runs() || alive());
    if (!program.runs()) {
      throw new AssertionError("the node did not start: " + program.said());
    }
  }

  private boolean alive() {
    try {
      var asked =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/health/live").toURL().openConnection();
      asked.setConnectTimeout(1000);
      asked.setReadTimeout(1000);
      return asked.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Tell it to end, wait until it has drained, and start it anew.
  void renew() {
    int code = program.terminate(DRAIN);
    if (code != 0) {
      throw new AssertionError("a node that was told to end gave " + code);
    }
    begin();
    serves();
  }

  /// Where pages reach it, by its cable.
  URI address(String path) {
    return URI.create("ws://127.0.0.1:" + door.port() + path);
  }

  /// Its own address, which its pages bear.
  String origin() {
    return "http://localhost:" + port;
  }

  Program program() {
    return program;
  }

  Cable door() {
    return door;
  }

  Cable redis() {
    return redis;
  }

  Cable postgres() {
    return postgres;
  }

  @Override
  public void close() {
    if (program.runs()) {
      program.kill();
    }
    List.of(door, redis, postgres).forEach(Cable::close);
  }
}
