package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.REED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.base.Id;
import org.linkroom.embedded.EmbeddedRedis;
import org.linkroom.protocol.Refusal;
import org.linkroom.redis.Keys;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestNode;

/// A Redis of its own, which is killed, stopped and lost under two nodes.
class RedisAwayTest {
  @TempDir(cleanup = CleanupMode.NEVER)
  static Path folder;

  private static EmbeddedRedis redis;
  private static TestNode one;
  private static TestNode two;

  private final Id room = TestNode.planned();

  @BeforeAll
  static void start() {
    redis = EmbeddedRedis.start(folder.resolve("first"));
    String database = Servers.database();
    one = TestNode.start(redis.url(), database, Duration.ofSeconds(1));
    two = TestNode.start(redis.url(), database, Duration.ofSeconds(1));
  }

  @AfterAll
  static void stop() {
    // Redis ends, whatever became of the nodes.
    try (var last = redis) {
      assertThat(last.url()).isNotEmpty();
      one.close();
      two.close();
    }
  }

  @Test
  void whileItIsAwayCommandsAreRefusedInWordsAndWhatIsShownStaysAndThenItHeals() {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    ready(khan);
    ready(reed);
    khan.sees("/door/state", "open");
    reed.sees("/door/state", "open");
    redis.close();
    assertThat(refused(khan)).isEqualTo(Refusal.AWAY);
    assertThat(refused(reed)).isEqualTo(Refusal.AWAY);
    assertThat(khan.document().at("/door/state").asText()).isEqualTo("open");
    assertThat(khan.byes()).isEmpty();
    redis = EmbeddedRedis.start(folder.resolve("first"), port());
    taken(khan, new SideCommand.Cover());
    reed.sees("/sides/oak000000000/covered", "true");
    taken(reed, new SideCommand.Cover());
    khan.sees("/sides/elm000000000/covered", "true");
    assertThat(khan.epoch()).isEqualTo(reed.epoch());
    assertThat(khan.document().at("/door/state").asText()).isEqualTo("open");
    assertThat(khan.misfits() + reed.misfits()).isZero();
  }

  @Test
  void aRedisThatStopsAnsweringIsAsGoodAsGoneAndComesBack() throws Exception {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    signal("STOP");
    assertThat(refused(khan)).isEqualTo(Refusal.AWAY);
    assertThat(refused(reed)).isEqualTo(Refusal.AWAY);
    signal("CONT");
    taken(khan, new SideCommand.Cover());
    reed.sees("/sides/oak000000000/covered", "true");
    assertThat(khan.byes()).isEmpty();
  }

  @Test
  void aRedisThatRefusesToWriteStillShowsAndIsAskedAgain() {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    writes(false);
    try {
      assertThat(refused(khan)).isEqualTo(Refusal.AWAY);
      assertThat(one.redis().up()).isTrue();
      assertThat(one.redis().writable(Keys.marks(room))).isFalse();
      assertThat(Soon.get(one.redis().send(io.vertx.redis.client.Command.TIME)).size())
          .isEqualTo(2);
      assertThat(reed.document().at("/door/state").asText()).isEqualTo("shut");
      assertThat(khan.byes()).isEmpty();
    } finally {
      writes(true);
    }
    taken(khan, new SideCommand.Cover());
    reed.sees("/sides/oak000000000/covered", "true");
  }

  /// A Redis that is to have a replica, and has none, writes nothing; so does one with a full disk.
  private static void writes(boolean does) {
    Soon.get(
        one.redis()
            .send(
                io.vertx.redis.client.Command.CONFIG,
                "SET",
                "min-replicas-to-write",
                does ? "0" : "1"));
  }

  @Test
  void aRedisThatComesBackEmptyIsFilledAgainUnderANewEpoch() throws Exception {
    var khan = in(one, KHAN);
    var reed = in(two, REED);
    ready(khan);
    ready(reed);
    khan.sees("/door/state", "open");
    reed.sees("/door/state", "open");
    String epoch = khan.epoch();
    int port = port();
    redis.close();
    var empty = folder.resolve("empty");
    Files.createDirectories(empty);
    Files.copy(folder.resolve("first").resolve("password"), empty.resolve("password"));
    redis = EmbeddedRedis.start(empty, port);
    khan.until("a new epoch", page -> !page.epoch().equals(epoch));
    reed.until("the same", page -> page.epoch().equals(khan.epoch()));
    assertThat(khan.document().at("/door/state").asText()).isEqualTo("open");
    assertThat(khan.document().at("/sides/oak000000000/ready").asBoolean()).isTrue();
    taken(khan, new SideCommand.Cover());
    reed.sees("/sides/oak000000000/covered", "true");
    reed.until("Khan is here", page -> page.here().has(KHAN.device().text()));
    redis.close();
    redis = EmbeddedRedis.start(folder.resolve("first"), port);
    // The old data again: behind what both have shown since. It is put right, not believed.
    reed.sees("/sides/oak000000000/covered", "true");
    taken(reed, new SideCommand.Cover());
    khan.sees("/sides/elm000000000/covered", "true");
    assertThat(khan.document().at("/sides/oak000000000/covered").asBoolean()).isTrue();
  }

  @Test
  void whatIsSentAgainAfterRedisWasLostHappensOnce() throws Exception {
    var khan = in(one, KHAN_LAPTOP);
    assertThat(khan.says("tabofkhan", 1, new RoomCommand.Say("once"))).isEmpty();
    assertThat(khan.says("tabofkhan", 2, new SideCommand.Ready())).contains(Refusal.NO_PROMISE);
    assertThat(khan.says("tabofkhan", 3, new RoomCommand.Say("twice"))).isEmpty();
    String epoch = khan.epoch();
    for (String key : new String[] {Keys.parts(room), Keys.marks(room), Keys.tabs(room)}) {
      Soon.get(two.redis().send(io.vertx.redis.client.Command.DEL, key));
    }
    // The answers were lost with the line: the page says all of it again, by the other node.
    var again = in(two, KHAN_LAPTOP);
    assertThat(again.says("tabofkhan", 1, new RoomCommand.Say("once"))).isEmpty();
    assertThat(again.says("tabofkhan", 3, new RoomCommand.Say("twice"))).isEmpty();
    assertThat(again.says("tabofkhan", 4, new RoomCommand.Say("new"))).isEmpty();
    again.until("three notes", page -> page.document().path("notes").size() >= 3);
    assertThat(again.document().path("notes")).hasSize(3);
    assertThat(again.epoch()).isNotEqualTo(epoch);
  }

  @Test
  void whatAKilledNodeDidNotWriteIsWrittenByTheNextOneThatLoadsTheRoom() {
    var khan = in(one, KHAN_LAPTOP);
    assertThat(khan.says(new RoomCommand.Say("not written"))).isEmpty();
    Soon.get(one.journal().written());
    Soon.get(one.records().run("DELETE FROM room_part WHERE room = $1 AND part = 'notes'", room));
    in(two, KHAN_LAPTOP);
    Soon.get(two.journal().written());
    assertThat(Soon.get(two.journal().read(room)).parts().get("notes")).contains("not written");
  }

  @Test
  void aNodeThatNeverSawTheRoomDoesNotBelieveARedisThatIsBehind() {
    var khan = in(one, KHAN_LAPTOP);
    assertThat(khan.says(new RoomCommand.Say("lost by Redis"))).isEmpty();
    Soon.get(one.journal().written());
    String epoch = khan.epoch();
    // Redis as it would be had it come back without the last commits.
    var marks = Keys.marks(room);
    Soon.get(two.redis().send(io.vertx.redis.client.Command.HSET, marks, ":v", "1"));
    var notes = "{\"format\":1,\"part\":{\"list\":[]}}";
    Soon.get(
        two.redis().send(io.vertx.redis.client.Command.HSET, Keys.parts(room), "notes", notes));
    var again = in(two, KHAN_LAPTOP);
    assertThat(again.document().path("notes")).hasSize(1);
    assertThat(again.epoch()).isNotEqualTo(epoch);
  }

  @Test
  void aNodeThatNeverSawTheRoomFindsItInPostgres() {
    var khan = in(one, KHAN);
    taken(khan, new SideCommand.Cover());
    khan.sees("/sides/oak000000000/covered", "true");
    Soon.get(one.journal().written());
    for (String key : new String[] {Keys.parts(room), Keys.marks(room), Keys.tabs(room)}) {
      Soon.get(two.redis().send(io.vertx.redis.client.Command.DEL, key));
    }
    var reed = in(two, REED);
    assertThat(reed.document().at("/sides/oak000000000/covered").asBoolean()).isTrue();
    taken(khan, new SideCommand.Uncover());
    reed.until("uncovered", page -> !page.document().at("/sides/oak000000000").has("covered"));
  }

  private FakePage in(TestNode node, Member member) {
    return node.page(room, member).until("the room", page -> page.document().has("own"));
  }

  private static void ready(FakePage page) {
    taken(page, new SideCommand.Promised(Promise.WIDE));
    taken(page, new SideCommand.Ready());
  }

  /// Say something that Redis cannot take.
  private static Refusal refused(FakePage page) {
    return page.says(new RoomCommand.Say("lost")).orElseThrow();
  }

  /// Say something until it is taken, as a person presses again who was told to try again soon.
  private static void taken(FakePage page, Command.FromPerson command) {
    long end = System.nanoTime() + Soon.BOUND.toNanos();
    Optional<Refusal> answer = page.says(command);
    while (answer.isPresent() && System.nanoTime() < end) {
      assertThat(answer).contains(Refusal.AWAY);
      answer = page.says(command);
    }
    assertThat(answer).isEmpty();
  }

  private static int port() {
    return Integer.parseInt(redis.url().substring(redis.url().lastIndexOf(':') + 1));
  }

  private static void signal(String name) throws IOException, InterruptedException {
    String pid = Files.readString(folder.resolve("first").resolve("redis.pid")).strip();
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }
}
