package org.linkroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;

/// A real Redis on a free port of this machine, with a password. It writes each change to disk
/// before it answers, and never drops a key to make room.
public final class EmbeddedRedis implements AutoCloseable {
  private final RedisServer server;
  private final String url;

  private EmbeddedRedis(RedisServer server, String url) {
    this.server = server;
    this.url = url;
  }

  /// Start one that keeps its data in a folder.
  public static EmbeddedRedis start(Path folder) {
    try {
      return start(folder, freePort());
    } catch (IOException fault) {
      throw new UncheckedIOException("There is no free port for the embedded Redis", fault);
    }
  }

  /// Start one on a port of one's choice, as where it was before.
  public static EmbeddedRedis start(Path folder, int port) {
    try {
      var programs = Files.createDirectories(folder.resolve("programs"));
      var pidFile = folder.resolve("redis.pid").toAbsolutePath();
      LeftBehind.stop(pidFile, "redis");
      String password = Secrets.kept(folder.resolve("password"));
      var server =
          RedisServer.newRedisServer()
              .executableProvider(ExecutableProvider.newJarResourceProvider(programs.toFile()))
              .port(port)
              .bind("127.0.0.1")
              .setting("requirepass " + password)
              .setting("dir " + folder.toAbsolutePath())
              .setting("pidfile " + pidFile)
              .setting("appendonly yes")
              .setting("appendfsync always")
              .setting("maxmemory-policy noeviction")
              .setting("save \"\"")
              .build();
      server.start();
      return new EmbeddedRedis(server, "redis://:" + password + "@127.0.0.1:" + port);
    } catch (IOException fault) {
      throw new UncheckedIOException("The embedded Redis did not start", fault);
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Where it is.
  public String url() {
    return url;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
