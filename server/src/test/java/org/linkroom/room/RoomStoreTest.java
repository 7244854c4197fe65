package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.redis.Keys;
import org.linkroom.redis.RedisLink;
import org.linkroom.room.RoomStore.Outcome;
import org.linkroom.room.RoomStore.Tab;
import org.linkroom.room.RoomStore.Version;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;

/// Rooms by parts in a real Redis.
class RoomStoreTest {
  private static final Version ONE = new Version(1, "first", "epoch");
  private static final Version TWO = new Version(2, "second", "epoch");
  private static Vertx vertx;
  private static RedisLink redis;
  private static RoomStore store;

  private final Id room = Id.random();

  @BeforeAll
  static void connect() {
    vertx = Vertx.vertx();
    redis = new RedisLink(vertx, Servers.redis());
    Soon.get(redis.start());
    store = new RoomStore(redis, new Figures(new SimpleMeterRegistry()));
  }

  @AfterAll
  static void close() {
    redis.close();
    Soon.get(vertx.close());
  }

  @Test
  void aRoomThatNobodyWroteIsNotThere() {
    assertThat(Soon.get(store.load(room))).isEmpty();
  }

  @Test
  void whatIsCommittedIsReadAgainWithRedissOwnTime() {
    var done = commit(Version.NONE, ONE, Map.of("head", "h1", "door", "d1"));
    assertThat(done).isInstanceOf(Outcome.Done.class);
    var loaded = Soon.get(store.load(room)).orElseThrow();
    assertThat(loaded.version()).isEqualTo(ONE);
    assertThat(loaded.parts()).isEqualTo(Map.of("head", "h1", "door", "d1"));
    assertThat(loaded.now()).isBetween(done.now(), Instant.now().plusSeconds(5));
  }

  @Test
  void aCommitWritesItsOwnPartsAndLeavesTheOthers() {
    commit(Version.NONE, ONE, Map.of("head", "h1", "door", "d1"));
    commit(ONE, TWO, Map.of("door", "d2"));
    var loaded = Soon.get(store.load(room)).orElseThrow();
    assertThat(loaded.version()).isEqualTo(TWO);
    assertThat(loaded.parts()).isEqualTo(Map.of("head", "h1", "door", "d2"));
  }

  @Test
  void whoComesSecondGetsThePartsThatAreNewerAndNoOthers() {
    commit(Version.NONE, ONE, Map.of("head", "h1", "door", "d1", "notes", "n1"));
    commit(ONE, TWO, Map.of("door", "d2"));
    var late = commit(ONE, new Version(2, "late", "epoch"), Map.of("notes", "never"));
    assertThat(late)
        .isInstanceOfSatisfying(
            Outcome.Stale.class,
            stale -> {
              assertThat(stale.version()).isEqualTo(TWO);
              assertThat(stale.parts()).isEqualTo(Map.of("door", "d2"));
            });
    assertThat(Soon.get(store.load(room)).orElseThrow().parts()).containsEntry("notes", "n1");
  }

  @Test
  void theSameNumberOfAnotherCommitIsStaleToo() {
    commit(Version.NONE, ONE, Map.of("head", "h1"));
    var other = commit(new Version(1, "other", "epoch"), TWO, Map.of("head", "h2"));
    assertThat(other).isInstanceOf(Outcome.Stale.class);
  }

  @Test
  void twoWhoBeginARoomTogetherBeginItOnce() {
    var both =
        List.of(
            store.commit(change(Version.NONE, ONE, Map.of("head", "mine"), List.of())),
            store.commit(
                change(Version.NONE, new Version(1, "x", "y"), Map.of("head", "hers"), List.of())));
    assertThat(both.stream().map(Soon::get).filter(Outcome.Done.class::isInstance)).hasSize(1);
  }

  @Test
  void aRoomThatRedisForgotIsLost() {
    assertThat(commit(ONE, TWO, Map.of("head", "h2"))).isInstanceOf(Outcome.Lost.class);
  }

  @Test
  void aRepeatIsAnsweredWithTheFirstAnswerAndWritesNothing() {
    commit(Version.NONE, ONE, Map.of("head", "h1"), new Tab("tab", "1=ok;2=NO_PROMISE"));
    commit(ONE, TWO, Map.of("head", "h2"), new Tab("tab", "4=ok"), new Tab("other", "1=ok"));
    for (String again : new String[] {"2=ok", "1=ok;5=ok", "4=ok"}) {
      var three = new Version(3, "third", "epoch");
      assertThat(commit(TWO, three, Map.of("head", "h3"), new Tab("tab", again)))
          .isInstanceOfSatisfying(
              Outcome.Repeated.class,
              repeated ->
                  assertThat(repeated.answers())
                      .isEqualTo(Map.of("tab", "1=ok;2=NO_PROMISE;4=ok")));
    }
    assertThat(Soon.get(store.load(room)).orElseThrow().parts()).containsEntry("head", "h2");
  }

  @Test
  void aNumberThatWasNeverCommittedIsNoRepeatThoughAHigherOneWas() {
    commit(Version.NONE, ONE, Map.of("head", "h1"), new Tab("tab", "12=ok"));
    for (String fresh : new String[] {"1=ok", "2=ok", "11=ok", "13=ok"}) {
      var loaded = Soon.get(store.load(room)).orElseThrow();
      var next = new Version(loaded.version().number() + 1, "c" + fresh, "epoch");
      assertThat(commit(loaded.version(), next, Map.of("head", fresh), new Tab("tab", fresh)))
          .isInstanceOf(Outcome.Done.class);
    }
  }

  @Test
  void aTabsAnswersAreKeptToTheirBound() {
    String many =
        IntStream.rangeClosed(1, Limits.ANSWERS)
            .mapToObj(n -> n + "=ok")
            .collect(Collectors.joining(";"));
    commit(Version.NONE, ONE, Map.of("head", "h1"), new Tab("tab", many));
    commit(ONE, TWO, Map.of("head", "h2"), new Tab("tab", "100=ok;101=NOT_IN"));
    var kept = Soon.get(redis.send(Command.HGET, Keys.tabs(room), "tab")).toString();
    assertThat(kept.split(";"))
        .hasSize(Limits.ANSWERS)
        .startsWith("3=ok")
        .endsWith("100=ok", "101=NOT_IN");
  }

  @Test
  void aRoomIsKeptAsLongAsItsLifeAndNoLonger() {
    commit(Version.NONE, ONE, Map.of("head", "h1"), new Tab("tab", "1=ok"));
    for (String key : new String[] {Keys.parts(room), Keys.marks(room), Keys.tabs(room)}) {
      assertThat(Soon.get(redis.send(Command.PTTL, key)).toLong())
          .isBetween(Limits.ROOM_KEPT.toMillis() - 60_000, Limits.ROOM_KEPT.toMillis());
    }
  }

  private Outcome commit(Version from, Version to, Map<String, String> parts, Tab... tabs) {
    return Soon.get(store.commit(change(from, to, parts, List.of(tabs))));
  }

  private RoomStore.Change change(
      Version from, Version to, Map<String, String> parts, List<Tab> tabs) {
    return new RoomStore.Change(
        room, from, to, parts, tabs, Feed.committed("another", from, to, parts, false));
  }
}
