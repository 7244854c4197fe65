package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.REED;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestClock;
import org.linkroom.testing.TestNode;

/// Which time rooms go by, and that they keep their moments though it goes on by itself.
class RoomTimeTest {
  private static final Duration LESSON = Duration.ofMinutes(40);

  private static Vertx vertx;

  private final TestClock clock = new TestClock();

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void close() {
    Soon.get(vertx.close());
  }

  @Test
  void itIsRedissAndByTheLeadAheadAndNeverGoesBack() {
    var time = new RoomTime(vertx, clock, clock::roomsAhead);
    var redis = Instant.now().plusSeconds(7);
    assertThat(time.learn(redis)).isEqualTo(redis);
    assertThat(time.now()).isBetween(redis, redis.plusSeconds(5));
    clock.passInRooms(LESSON);
    assertThat(time.now()).isBetween(redis.plus(LESSON), redis.plus(LESSON).plusSeconds(5));
    assertThat(time.learn(redis)).isEqualTo(redis.plus(LESSON));
    var before = time.now();
    clock.passInRooms(LESSON.negated());
    assertThat(time.now()).isEqualTo(before);
  }

  @Test
  void aFarDeadlineIsLookedAtAgainAndWakesOnce() {
    var looks = new AtomicInteger();
    var time = new RoomTime(vertx, clock, () -> looked(looks));
    var woken = new AtomicInteger();
    var next = new CompletableFuture<String>();
    var due = time.now().plus(LESSON);
    time.wakeAt(Optional.of(due), woken::incrementAndGet);
    int first = looks.get();
    Soon.until(() -> looks.get() > first);
    assertThat(woken).hasValue(0);
    clock.passInRooms(LESSON);
    Soon.until(() -> woken.get() > 0);
    time.wakeAt(Optional.of(due.plusMillis(1)), () -> next.complete("woken"));
    assertThat(next.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo("woken");
    assertThat(woken).hasValue(1);
  }

  private Duration looked(AtomicInteger looks) {
    looks.incrementAndGet();
    return clock.roomsAhead();
  }

  @Test
  void commitsTheirLinesAndPagesFollowTheLead() {
    try (var node = TestNode.start(Servers.redis(), Servers.database())) {
      var room = TestNode.planned();
      var khan = node.page(room, KHAN).sees("/door/state", "shut");
      node.clock().passInRooms(LESSON);
      var from = Instant.now().plus(LESSON).minusSeconds(1);
      assertThat(khan.says(new RoomCommand.Say("Two more minutes?"))).isEmpty();
      assertThat(khan.says(new RoomCommand.Lock(true))).isEmpty();
      var to = Instant.now().plus(LESSON).plusSeconds(1);
      assertThat(look(node, room).notes().list().getFirst().at()).isBetween(from, to);
      Soon.get(node.journal().written());
      assertThat(locked(node, room)).isBetween(from, to);
      var shared = Instant.ofEpochMilli(node.rooms().time().at(System.nanoTime()));
      assertThat(shared).isBetween(from, to.plusSeconds(5));
    }
  }

  @Test
  void aSessionWhoseTimeRunsOutEndsThoughNobodySaysAWord() {
    try (var node = TestNode.start(Servers.redis(), Servers.database())) {
      var room = TestNode.planned();
      var khan = node.page(room, KHAN);
      var reed = node.page(room, REED);
      ready(khan);
      ready(reed);
      khan.sees("/door/state", "open");
      node.clock().passInRooms(Duration.ofMinutes(56));
      assertThat(khan.says(new RoomCommand.Say("Shall we wave?"))).isEmpty();
      reed.sees("/door/state", "open");
      assertThat(khan.byes()).isEmpty();
      node.clock().passInRooms(RoomTimes.USUAL.goodbye());
      khan.ends(Goodbye.ENDED);
      reed.ends(Goodbye.ENDED);
    }
  }

  private static void ready(FakePage page) {
    page.until("a room", is -> is.document().has("door"));
    assertThat(page.says(new SideCommand.Promised(Promise.WIDE))).isEmpty();
    assertThat(page.says(new SideCommand.Ready())).isEmpty();
  }

  private static Room look(TestNode node, Id room) {
    var found = new CompletableFuture<Optional<Room>>();
    node.rooms().look(room, found::complete);
    return found.orTimeout(5, TimeUnit.SECONDS).join().orElseThrow();
  }

  private static Instant locked(TestNode node, Id room) {
    return Soon.get(
            node.records()
                .run(
                    "SELECT at FROM room_journal WHERE room = $1 AND what = 'room.lock'",
                    room.text()))
        .iterator()
        .next()
        .getOffsetDateTime("at")
        .toInstant();
  }
}
