package org.linkroom.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server of its own process, started again on the data that an earlier run kept: from the
/// command until it says that it is ready, PostgreSQL, Redis and the demo network included.
final class WarmStart {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private WarmStart() {}

  static List<Long> measure() throws Exception {
    var folder = Files.createTempDirectory("linkroom-bench");
    // The embedded PostgreSQL runs as another user where this runs as root.
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    start(folder);
    var runs = new ArrayList<Long>();
    for (int i = 0; i < Bench.RUNS; i++) {
      runs.add(start(folder));
    }
    return runs;
  }

  private static long start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    long begun = System.nanoTime();
    var server = process(folder, port);
    try {
      awaitReady(server, port);
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    } finally {
      server.destroy();
      server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static Process process(Path folder, int port) throws IOException {
    var command =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "org.linkroom.Main",
            "--demo");
    command.environment().put("LINKROOM_PORT", Integer.toString(port));
    command.environment().put("LINKROOM_DATA", folder.resolve("data").toString());
    return command
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("server.log").toFile())
        .start();
  }

  private static void awaitReady(Process server, int port) throws InterruptedException {
    var ready =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
    long until = System.nanoTime() + PATIENCE.toNanos();
    try (var client = HttpClient.newHttpClient()) {
      while (server.isAlive() && System.nanoTime() < until) {
        try {
          if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          TimeUnit.MILLISECONDS.sleep(20);
        }
      }
    }
    throw new IllegalStateException("the server did not become ready");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
