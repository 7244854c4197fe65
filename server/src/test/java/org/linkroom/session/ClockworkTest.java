package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.network.Links;
import org.linkroom.redis.RedisLink;
import org.linkroom.room.Figures;
import org.linkroom.room.Journal;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Rooms;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Town;

class ClockworkTest {
  private static final RoomTimes TIMES = RoomTimes.USUAL;
  private static Town town;
  private static RedisLink redis;
  private static Rooms rooms;
  private static Clockwork clockwork;

  @BeforeAll
  static void open() {
    town = new Town();
    redis = new RedisLink(town.vertx(), Servers.redis());
    await(redis.start());
    var sessions = new Sessions(town.records());
    var plans = new RoomPlans(town.records(), sessions, new Links(town.records()), TIMES);
    rooms =
        new Rooms(
            town.vertx(),
            town.clock(),
            () -> Duration.ZERO,
            redis,
            new Journal(town.vertx(), town.records(), town.clock()),
            plans,
            new Figures(new SimpleMeterRegistry()));
    await(rooms.start());
    clockwork = clockwork();
  }

  private static Clockwork clockwork() {
    return new Clockwork(town.vertx(), town.records(), rooms, TIMES, town.clock());
  }

  @AfterAll
  static void close() throws Exception {
    await(rooms.drain());
    redis.close();
    town.close();
  }

  @BeforeEach
  void itIsNow() {
    // Rooms go by Redis's time, which is the machine's.
    town.set(Instant.now());
  }

  @Test
  void aSessionOpensAQuarterOfAnHourBeforeItsStart() {
    var early = town.session("agreed", in(16), 40);
    var due = town.session("agreed", in(15), 40);
    var proposed = town.session("proposed", in(15), 40);
    await(clockwork.run());
    assertThat(state(early)).isEqualTo("agreed");
    assertThat(state(due)).isEqualTo("open");
    assertThat(
            town.count("SELECT count(*) FROM session WHERE id = $1 AND opened_at IS NOT NULL", due))
        .isEqualTo(1);
    assertThat(state(proposed)).as("nobody has said yes").isEqualTo("proposed");
  }

  @Test
  void aProposalLapsesWhenItsTimeIsOver() {
    var over = town.session("proposed", in(-40), 40);
    var running = town.session("proposed", in(-39), 40);
    await(clockwork.run());
    assertThat(state(over)).isEqualTo("cancelled");
    assertThat(town.text("SELECT why FROM session WHERE id = $1", over)).isEqualTo("lapsed");
    assertThat(state(running)).isEqualTo("proposed");
  }

  @Test
  void aSessionIsLiveFromWhenItsDoorFirstOpened() {
    var session = town.session("open", in(-2), 40);
    line(session, "door.open", in(-1));
    line(session, "door.shut", in(0));
    line(session, "door.open", in(0));
    await(clockwork.run());
    assertThat(state(session)).isEqualTo("live");
    assertThat(
            town.count(
                "SELECT count(*) FROM session WHERE id = $1 AND live_at = $2",
                session,
                utc(in(-1))))
        .isEqualTo(1);
    int turn = turn(session);
    await(clockwork.run());
    assertThat(turn(session)).as("once").isEqualTo(turn);
  }

  @Test
  void aSessionHasEndedWhenItsRoomHas() {
    var live = town.session("live", in(-20), 40);
    var nobodyCame = town.session("agreed", in(20), 40);
    line(live, "room.end", in(-1));
    line(nobodyCame, "room.end", in(-1));
    await(clockwork.run());
    assertThat(state(live)).isEqualTo("ended");
    assertThat(
            town.count(
                "SELECT count(*) FROM session WHERE id = $1 AND ended_at = $2", live, utc(in(-1))))
        .isEqualTo(1);
    assertThat(state(nobodyCame)).isEqualTo("ended");
  }

  @Test
  void whatIsOverStaysAsItIs() {
    var cancelled = town.session("cancelled", in(-20), 40);
    var ended = town.session("ended", in(-20), 40);
    line(cancelled, "room.end", in(-1));
    line(ended, "door.open", in(-1));
    await(clockwork.run());
    assertThat(List.of(turn(cancelled), turn(ended))).containsExactly(0, 0);
  }

  @Test
  void aSessionThatNobodyIsInEndsAfterItsGoodbye() {
    var late = town.session("open", in(-41).minus(TIMES.goodbye()), 40);
    var goodbye = town.session("live", in(-39).minus(TIMES.goodbye()), 40);
    endsByItself(late);
    assertThat(state(goodbye)).isEqualTo("live");
  }

  @Test
  void aSessionThatNoNodeWasThereForEndsWhenOneIs() {
    endsByItself(town.session("agreed", in(-600), 40));
  }

  @Test
  void aSessionOfALinkThatIsNoMoreEndsToo() {
    var link = town.link(town.other().schoolClass());
    var session = town.session("open", in(-120), 40);
    town.run("UPDATE session SET link = $2 WHERE id = $1", session, link);
    town.run("UPDATE link SET state = 'ended', ended_at = now() WHERE id = $1", link);
    endsByItself(session);
  }

  private static void endsByItself(Id session) {
    town.until(
        () -> {
          await(clockwork.run());
          return state(session).equals("ended");
        });
    assertThat(
            town.count(
                "SELECT count(*) FROM session WHERE id = $1 AND ended_at IS NOT NULL", session))
        .isEqualTo(1);
  }

  @Test
  void twoClockworksAtOnceNeverDoAThingTwice() {
    var all = new ArrayList<Id>();
    for (int i = 0; i < 60; i++) {
      all.add(town.session("agreed", in(5), 40));
      all.add(town.session("proposed", in(-60), 40));
      var live = town.session("open", in(1), 40);
      line(live, "door.open", in(0));
      all.add(live);
      var ended = town.session("live", in(1), 40);
      line(ended, "room.end", in(0));
      all.add(ended);
    }
    await(Future.all(IntStream.range(0, 4).mapToObj(i -> clockwork().run()).toList()));
    await(clockwork.run());
    assertThat(all).allSatisfy(id -> assertThat(turn(id)).isEqualTo(1));
  }

  @Test
  void oneThatWasStartedRunsByItselfUntilItIsStopped() {
    var own = clockwork();
    own.start();
    var first = town.session("agreed", in(5), 40);
    town.until(() -> state(first).equals("open"));
    own.stop();
  }

  private static Instant in(int minutes) {
    return town.now().plus(Duration.ofMinutes(minutes));
  }

  private static String state(Id session) {
    return town.text("SELECT state FROM session WHERE id = $1", session);
  }

  private static int turn(Id session) {
    return Integer.parseInt(town.text("SELECT turn FROM session WHERE id = $1", session));
  }

  private static void line(Id session, String what, Instant at) {
    town.run(
        "INSERT INTO room_journal (line, room, at, what) VALUES ($1, $2, $3, $4)",
        Id.random(),
        session,
        utc(at),
        what);
  }
}
