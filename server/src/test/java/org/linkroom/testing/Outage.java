package org.linkroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A server that is away: its processes are stopped where they are, so that connections hang as
/// they do when a line is cut, and go on when the outage is over.
public final class Outage implements AutoCloseable {
  private final ProcessHandle server;

  private Outage(ProcessHandle server) {
    this.server = server;
    signal("STOP");
  }

  static Outage of(ProcessHandle server) {
    return new Outage(server);
  }

  /// @param pidFile holds the server's number in its first line
  static Outage of(Path pidFile) {
    return new Outage(server(pidFile));
  }

  /// End a server at once, of which nothing is kept.
  static void forGood(Path pidFile) {
    var server = server(pidFile);
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
  }

  private static ProcessHandle server(Path pidFile) {
    try {
      long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
      return ProcessHandle.of(pid).orElseThrow();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void signal(String name) {
    Stream.concat(Stream.of(server), server.descendants())
        .forEach(process -> run("kill", "-" + name, Long.toString(process.pid())));
  }

  private static void run(String... command) {
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /// It is back.
  @Override
  public void close() {
    signal("CONT");
  }
}
