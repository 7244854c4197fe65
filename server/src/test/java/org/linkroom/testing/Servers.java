package org.linkroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.linkroom.base.Id;
import org.linkroom.embedded.EmbeddedPostgres;
import org.linkroom.embedded.EmbeddedRedis;
import org.linkroom.records.Migration;

/// One real PostgreSQL and one real Redis for all tests of a run, started when first asked for.
/// Each test class takes a database of its own; rooms have random ids, so Redis is shared.
public final class Servers {
  private static final Path FOLDER = folder();
  private static final String MIGRATED = "migrated";
  private static EmbeddedPostgres postgres;
  private static EmbeddedRedis redis;

  private Servers() {}

  private static Path folder() {
    try {
      var made = Files.createTempDirectory("linkroom-test");
      // The embedded PostgreSQL runs as another user when the tests run as root.
      made.toFile().setExecutable(true, false);
      made.toFile().setReadable(true, false);
      Runtime.getRuntime().addShutdownHook(new Thread(Servers::stop));
      return made;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// A new, migrated, empty database: a copy of one that was migrated once.
  public static synchronized String database() {
    if (postgres == null) {
      postgres = EmbeddedPostgres.start(FOLDER.resolve("postgres"));
      Migration.run(postgres.url(MIGRATED));
    }
    String name = "t_" + Id.random();
    Database.at(postgres.url("postgres"))
        .run("CREATE DATABASE \"" + name + "\" TEMPLATE " + MIGRATED);
    return postgres.url(name);
  }

  /// The Redis of this run.
  public static synchronized String redis() {
    if (redis == null) {
      redis = EmbeddedRedis.start(FOLDER.resolve("redis"));
    }
    return redis.url();
  }

  /// The Redis of this run answers nobody until the outage is closed; nothing of it is lost.
  public static synchronized Outage redisAway() {
    redis();
    return Outage.of(FOLDER.resolve("redis").resolve("redis.pid"));
  }

  /// The PostgreSQL of this run answers nobody until the outage is closed; nothing of it is lost.
  public static synchronized Outage postgresAway() {
    database();
    return Outage.of(FOLDER.resolve("postgres").resolve("data").resolve("postmaster.pid"));
  }

  private static synchronized void stop() {
    if (redis != null) {
      redis.close();
    }
    if (postgres != null) {
      // Nothing of it is kept: it need not write out its many databases first.
      Outage.forGood(FOLDER.resolve("postgres").resolve("data").resolve("postmaster.pid"));
    }
    try (var files = Files.walk(FOLDER)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException left) {
      // What cannot be deleted stays in the temporary folder.
    }
  }
}
