package org.linkroom.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/// The one Redis of a trial. It writes each change to disk before it answers; it is killed, comes
/// back with all that it had, with nothing, or with what it had a while ago.
final class RedisProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final int port = freePort();
  private final Program program;

  RedisProgram(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      var programs = Files.createDirectories(folder.resolve("programs"));
      var binary = ExecutableProvider.newJarResourceProvider(programs.toFile()).get();
      program = new Program(command(binary.toString()), Map.of(), folder.resolve("said"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private List<String> command(String binary) {
    return List.of(
        binary,
        "--port",
        Integer.toString(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        folder.toString(),
        "--appendonly",
        "yes",
        "--appendfsync",
        "always",
        "--maxmemory-policy",
        "noeviction",
        "--auto-aof-rewrite-percentage",
        "0",
        "--save",
        "");
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  int port() {
    return port;
  }

  Program program() {
    return program;
  }

  /// Start it, and wait until it answers.
  void start() {
    program.start();
    Program.await("Redis answers", PATIENCE, this::answers);
  }

  private boolean answers() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1000);
      socket
          .getOutputStream()
          .write("PING\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == '+' && socket.getInputStream().read() == 'P';
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Kill it and start it with all that it had.
  void restart() {
    program.kill();
    start();
  }

  /// Kill it and start it with nothing.
  void restartEmpty() {
    program.kill();
    try {
      Files.deleteIfExists(log());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    start();
  }

  /// Keep a copy of what it has now. What is written meanwhile may be cut off in the middle; Redis
  /// reads such a file up to there.
  void copy() {
    try {
      Files.copy(log(), older(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// Kill it and start it with what it had when it was copied.
  void restartBehind() {
    program.kill();
    try {
      Files.move(older(), log(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    start();
  }

  private Path log() {
    return folder.resolve("appendonly.aof");
  }

  private Path older() {
    return folder.resolve("older.aof");
  }

  @Override
  public void close() {
    program.kill();
  }
}
