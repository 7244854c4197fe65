package org.linkroom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// A real PostgreSQL on a free port of this machine, with a password.
public final class EmbeddedPostgres implements AutoCloseable {
  private static final String RULES =
      """
      # Only this machine, only with the password.
      host all all 127.0.0.1/32 scram-sha-256
      host all all ::1/128      scram-sha-256
      """;

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
  private final String url;
  private final Path log;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, String url, Path log) {
    this.server = server;
    this.url = url;
    this.log = log;
  }

  /// Start one that keeps its data in a folder.
  public static EmbeddedPostgres start(Path folder) {
    var data = folder.resolve("data").toAbsolutePath();
    var log = folder.resolve("log");
    try {
      Files.createDirectories(folder);
      LeftBehind.stop(data.resolve("postmaster.pid"), "postgres");
      Files.deleteIfExists(data.resolve("epg-lock"));
      Files.deleteIfExists(log);
      String password = Secrets.kept(folder.resolve("password"));
      var server =
          io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              // What starts it ends at once, and nobody would hear it through that one's pipe.
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setConnectConfig("password", password)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "100")
              .start();
      lock(server, data, password);
      String url = "postgresql://postgres:" + password + "@127.0.0.1:" + server.getPort() + "/";
      return new EmbeddedPostgres(server, url, log);
    } catch (IOException | SQLException fault) {
      throw new IllegalStateException("The embedded PostgreSQL did not start", fault);
    }
  }

  /// The first run has no password yet: set it, and from then on ask for it.
  private static void lock(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Path data, String password)
      throws IOException, SQLException {
    var rules = data.resolve("pg_hba.conf");
    if (Files.readString(rules).equals(RULES)) {
      return;
    }
    try (var connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
      Files.writeString(rules, RULES);
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /// Where a database of this name is; it is made if there is none.
  public String url(String database) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var find = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
      find.setString(1, database);
      if (!find.executeQuery().next()) {
        try (var make = connection.createStatement()) {
          make.execute("CREATE DATABASE \"" + database + "\" ENCODING 'UTF8'");
        }
      }
      return url + database;
    } catch (SQLException fault) {
      throw new IllegalStateException("The database " + database + " cannot be made", fault);
    }
  }

  /// The file of its log, which begins anew at each start.
  public Path log() {
    return log;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
