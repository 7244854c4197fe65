package org.linkroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.embedded.EmbeddedPostgres;
import org.linkroom.embedded.EmbeddedRedis;
import org.linkroom.people.Passes;
import org.linkroom.records.Migration;

/// What all rows stand on: one PostgreSQL, one Redis that writes to disk before it answers, the
/// generators, and nodes over them.
final class Ground implements AutoCloseable {
  private static final String SECRET = "a secret of the benchmark, which guards nothing at all";

  private final Asked asked;
  private final Path folder;
  private final EmbeddedPostgres postgres;
  private final EmbeddedRedis redis;
  private final String database;
  private final Swarm swarm;
  private final @Nullable Tools tools;
  private @Nullable NodeProcess node;
  private int started;

  private Ground(Asked asked) throws IOException, InterruptedException {
    this.asked = asked;
    folder = Files.createTempDirectory("linkroom-bench");
    // The embedded PostgreSQL runs as another user where this runs as root.
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    tools = asked.tools().isEmpty() ? null : Tools.ready(asked.tools().get());
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
    redis = EmbeddedRedis.start(folder.resolve("redis"));
    database = postgres.url("bench");
    Migration.run(database);
    swarm = Swarm.start();
  }

  static Ground lay(Asked asked) throws IOException, InterruptedException {
    return new Ground(asked);
  }

  Asked asked() {
    return asked;
  }

  Swarm swarm() {
    return swarm;
  }

  /// The floor and the peers.
  Tools tools() {
    if (tools == null) {
      throw new IllegalStateException("this row needs -Dtools");
    }
    return tools;
  }

  String redisUrl() {
    return redis.url();
  }

  /// Where PostgreSQL writes what it has to say.
  Path postgresLog() {
    return postgres.log();
  }

  /// Seconds of processor time that Redis has used so far.
  double redisCpu() throws IOException {
    String pid = Files.readString(folder.resolve("redis").resolve("redis.pid")).strip();
    return Kernel.cpu(Long.parseLong(pid));
  }

  /// A new room that lasts all day, and passes for it.
  Rehearsal rehearsal() {
    return rehearsals(1).getFirst();
  }

  /// Many of them.
  List<Rehearsal> rehearsals(int count) {
    return Rehearsal.plan(database, new Passes(SECRET), count);
  }

  /// A file of passes, one a line, as the generator reads them.
  String passes(List<Ticket> tickets) throws IOException {
    var file = Files.createTempFile(folder, "passes", ".txt");
    return Files.write(file, tickets.stream().map(Ticket::pass).toList()).toString();
  }

  /// The node on a core of its own that several rows share. It is warm: it has served for a while.
  NodeProcess node() throws Exception {
    if (node == null) {
      node = start(Cores.SERVER);
      new WarmUp(this).thoroughly(node);
    }
    return node;
  }

  /// Stop the shared node, for a row that needs the machine for itself.
  void rest() {
    if (node != null) {
      node.close();
      node = null;
    }
  }

  /// Another database of the same PostgreSQL, with its tables and nothing in them.
  String database(String name) {
    String url = postgres.url(name);
    Migration.run(url);
    return url;
  }

  /// Start another node, over the same PostgreSQL and Redis.
  NodeProcess start(Cores cores) throws IOException, InterruptedException {
    return start(cores, database);
  }

  /// Start another node, over another database.
  NodeProcess start(Cores cores, String over) throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>();
    settings.put("LINKROOM_DATABASE_URL", over);
    settings.put("LINKROOM_REDIS_URL", redis.url());
    settings.put("LINKROOM_SECRET", SECRET);
    settings.put("LINKROOM_DATA", folder.resolve("data").toString());
    return NodeProcess.start(cores, settings, folder.resolve("node-" + started++ + ".log"));
  }

  @Override
  public void close() throws IOException {
    swarm.close();
    rest();
    redis.close();
    postgres.close();
  }
}
