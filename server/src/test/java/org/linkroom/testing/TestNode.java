package org.linkroom.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.redis.RedisLink;
import org.linkroom.room.Figures;
import org.linkroom.room.Journal;
import org.linkroom.room.Member;
import org.linkroom.room.Plan;
import org.linkroom.room.Promise;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Rooms;

/// A node of Linkroom without its doors: its rooms, over whichever Redis and PostgreSQL.
public final class TestNode implements AutoCloseable {
  /// The sessions that any node may find; rooms' ids are random, so tests share it.
  private static final Map<Id, Plan> PLANS = new ConcurrentHashMap<>();

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
  private final Records records;
  private final RedisLink redis;
  private final Journal journal;
  private final Rooms rooms;

  private TestNode(String redisUrl, String databaseUrl, Duration limit) {
    records = Records.open(vertx, databaseUrl, 4);
    redis = new RedisLink(vertx, redisUrl, limit);
    journal = new Journal(vertx, records, clock);
    rooms =
        new Rooms(
            vertx,
            clock,
            clock::roomsAhead,
            redis,
            journal,
            id -> Future.succeededFuture(Optional.ofNullable(PLANS.get(id))),
            new Figures(new SimpleMeterRegistry()));
    Soon.get(redis.start());
    Soon.get(rooms.start());
  }

  /// Start one.
  public static TestNode start(String redisUrl, String databaseUrl) {
    return start(redisUrl, databaseUrl, Duration.ofSeconds(5));
  }

  /// Start one whose calls to Redis end within a limit.
  public static TestNode start(String redisUrl, String databaseUrl, Duration limit) {
    return new TestNode(redisUrl, databaseUrl, limit);
  }

  /// Plan a link-up of Oak and Elm that began five minutes ago.
  public static Id planned() {
    var room = Id.random();
    var starts = Instant.now().minusSeconds(300);
    PLANS.put(room, LinkUp.plan(room, "link-up", Promise.WIDE, starts, Cast.OAK, Cast.ELM));
    return room;
  }

  /// Plan a rehearsal that began five minutes ago.
  public static Id rehearsal() {
    var room = Id.random();
    var starts = Instant.now().minusSeconds(300);
    PLANS.put(
        room,
        new Plan(
            room,
            room,
            "rehearsal",
            "A try",
            starts,
            starts.plusSeconds(3600),
            List.of(),
            RoomTimes.USUAL,
            null));
    return room;
  }

  /// A page that opens its socket here.
  public FakePage page(Id room, Member member) {
    return FakePage.joins(rooms, room, member);
  }

  /// The clock that it goes by.
  public TestClock clock() {
    return clock;
  }

  /// Its rooms.
  public Rooms rooms() {
    return rooms;
  }

  /// Its way to PostgreSQL.
  public Journal journal() {
    return journal;
  }

  /// Its connection to Redis.
  public RedisLink redis() {
    return redis;
  }

  /// Its database.
  public Records records() {
    return records;
  }

  /// Stop it as a killed process stops: nobody is told.
  public void kill() {
    Soon.get(vertx.close());
  }

  /// Let everybody go and stop it.
  @Override
  public void close() {
    Soon.get(rooms.drain());
    redis.close();
    Soon.get(records.close());
    Soon.get(vertx.close());
  }
}
