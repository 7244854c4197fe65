package org.linkroom.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.linkroom.embedded.EmbeddedPostgres;

/// The one PostgreSQL of a trial: killed with all its processes, and started again over its data.
final class PostgresProgram implements AutoCloseable {
  private final Path folder;
  private EmbeddedPostgres server;

  PostgresProgram(Path folder) {
    this.folder = folder;
  }

  void start() {
    server = EmbeddedPostgres.start(folder);
  }

  /// Where the database is, around all cables. It has another port after each start.
  String url() {
    return server.url("linkroom");
  }

  int port() {
    var url = url();
    return Integer.parseInt(url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/')));
  }

  /// Where the database is by a cable.
  String url(int cable) {
    return url().replaceFirst(":\\d+/", ":" + cable + "/");
  }

  private ProcessHandle process() {
    try {
      var file = folder.resolve("data").resolve("postmaster.pid");
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
          .orElseThrow();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// kill -9 of all of it.
  void kill() {
    var process = process();
    var all = process.descendants().toList();
    Program.signal("KILL", process);
    Program.await(
        "PostgreSQL is gone",
        Duration.ofSeconds(10),
        () -> !process.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
  }

  void freeze() {
    Program.signal("STOP", process());
  }

  void thaw() {
    Program.signal("CONT", process());
  }

  @Override
  public void close() {
    server.close();
  }
}
