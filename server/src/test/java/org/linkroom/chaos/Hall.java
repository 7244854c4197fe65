package org.linkroom.chaos;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.records.Migration;

/// Everything that a trial needs: one Redis, one PostgreSQL, three nodes, and the cables between.
final class Hall implements AutoCloseable {
  static final int NODES = 3;

  private final RedisProgram redis;
  private final PostgresProgram postgres;
  private final List<NodeProgram> nodes;

  /// Start everything.
  Hall(Path folder, long seed) {
    var chance = new SplittableRandom(seed);
    redis = new RedisProgram(folder.resolve("redis"));
    redis.start();
    postgres = new PostgresProgram(folder.resolve("postgres"));
    postgres.start();
    Migration.run(postgres.url());
    nodes =
        IntStream.range(0, NODES)
            .mapToObj(i -> new NodeProgram("node" + i, folder, redis, postgres, chance.split()))
            .toList();
    nodes.forEach(NodeProgram::begin);
    nodes.forEach(NodeProgram::serves);
  }

  /// Hold a rehearsal for an hour, and say its room.
  Id rehearsal() {
    var room = Id.random();
    execute(
        "INSERT INTO rehearsal (id, title, starts_at, ends_at)"
            + " VALUES ('"
            + room
            + "', 'Trial', now() - interval '1 minute', now() + interval '1 hour')");
    return room;
  }

  private void execute(String sql) {
    var url = Stored.jdbc(postgres.url());
    try (var connection = DriverManager.getConnection(url.address(), url.user(), url.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /// A pass for a device of a rehearsal.
  static Pass pass(Id room, String name) {
    return new Pass(
        room,
        Id.random(),
        Id.random(),
        null,
        name,
        PassRole.DEVICE,
        Screen.CLASS,
        DeviceKind.TABLET,
        false,
        Instant.now().plus(Duration.ofHours(2)));
  }

  RedisProgram redis() {
    return redis;
  }

  PostgresProgram postgres() {
    return postgres;
  }

  /// PostgreSQL was killed: start it again, and lead the nodes' cables to where it is now.
  void postgresAgain() {
    postgres.start();
    nodes.forEach(node -> node.postgres().to(postgres.port()));
  }

  List<NodeProgram> nodes() {
    return nodes;
  }

  /// A room as Redis has it.
  Stored inRedis(Id room) {
    return Stored.inRedis(redis.port(), room);
  }

  /// A room as PostgreSQL has it.
  Stored inPostgres(Id room) {
    return Stored.inPostgres(postgres.url(), room);
  }

  /// From which line on a document shows them: whole pages, the last few.
  static long shown(SortedMap<Long, String> kept) {
    long page = kept.isEmpty() ? 0 : kept.lastKey() / Limits.PAGE_LINES;
    return Math.max(0, page - Limits.PAGES_SHOWN + 1) * Limits.PAGE_LINES;
  }

  @Override
  public void close() {
    nodes.forEach(NodeProgram::close);
    redis.close();
    postgres.close();
  }
}
