package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.REED;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.base.Id;
import org.linkroom.protocol.Refusal;
import org.linkroom.room.SideCommand;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.RedisCluster;
import org.linkroom.testing.RedisServer;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestNode;

/// What holds in a cluster of whichever Redis: three masters and their replicas, and one link and
/// one subscription over them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterPromises {
  private static final Script COUNT =
      Script.of("redis.call(ARGV[#ARGV], ARGV[1], 'counted') return redis.call('INCR', KEYS[1])");

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Set<String>> gaps = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> backs = new LinkedBlockingQueue<>();
  private RedisCluster cluster;
  private RedisLink link;
  private Subscription feed;

  abstract Path program();

  RedisCluster cluster() {
    return cluster;
  }

  @BeforeAll
  void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
    cluster = RedisCluster.start(program(), folder, 3);
    link = new RedisLink(vertx, cluster.url(), Duration.ofSeconds(5));
    Soon.get(link.start());
    link.whenBack(() -> backs.add("back"));
    feed =
        new Subscription(
            vertx,
            link,
            Id.random().text(),
            (channel, message) -> heard.add(channel + " " + message),
            gaps::add);
    feed.start();
  }

  @AfterAll
  void stop() {
    feed.close();
    link.close();
    Soon.get(vertx.close());
    cluster.close();
  }

  @Test
  void aCallGoesToTheOwnerOfItsKey() {
    assertThat(link.up()).isTrue();
    var keys = IntStream.range(0, 60).mapToObj(i -> RedisServer.anyKey()).toList();
    keys.stream().map(key -> link.send(Command.SET, key, key)).toList().forEach(Soon::get);
    for (String key : keys) {
      assertThat(Soon.get(link.send(Command.GET, key)).toString()).isEqualTo(key);
      assertThat(link.writable(key)).isTrue();
    }
    assertThat(keys.stream().map(cluster::owner).distinct()).hasSize(3);
    assertThat(Soon.get(link.send(Command.TIME)).size()).isEqualTo(2);
  }

  @Test
  void callsOfOneSlotRunInTheOrderSent() {
    var room = Id.random();
    var counted =
        IntStream.range(0, 100)
            .mapToObj(i -> link.run(COUNT, List.of(Keys.tabs(room)), List.of(Keys.channel(room))))
            .toList();
    assertThat(counted.stream().map(one -> Soon.get(one).toInteger()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  void whatAScriptOrACommandTellsIsHeardFromEveryServer() throws Exception {
    for (int i = 0; i < 12; i++) {
      var room = Id.random();
      hears(Keys.channel(room));
      Soon.get(link.run(COUNT, List.of(Keys.parts(room)), List.of(Keys.channel(room))));
      untilHeard(Keys.channel(room) + " counted");
      Soon.get(link.send(Command.PUBLISH, Keys.channel(room), "said"));
      untilHeard(Keys.channel(room) + " said");
      feed.leave(Keys.channel(room));
    }
    hears(Keys.people());
    Soon.get(link.send(Command.PUBLISH, Keys.people(), "somebody"));
    untilHeard(Keys.people() + " somebody");
  }

  @Test
  void callsAndChannelsFollowASlotThatMoves() throws Exception {
    var room = Id.random();
    String there = Keys.parts(room);
    String channel = Keys.channel(room);
    hears(channel);
    Soon.get(link.send(Command.SET, there, "1"));
    var from = cluster.owner(there);
    var to = cluster.other(there);
    int slot = cluster.slot(there);
    cluster.beginMove(slot, from, to);
    // A key that the old owner has not got is the new one's already.
    assertThat(Soon.get(link.run(COUNT, List.of(Keys.tabs(room)), List.of(channel))).toInteger())
        .isOne();
    assertThat(Soon.get(link.send(Command.INCR, there)).toInteger()).isEqualTo(2);
    gaps.clear();
    cluster.endMove(slot, from, to);
    assertThat(Soon.get(link.send(Command.INCR, there)).toInteger()).isEqualTo(3);
    assertThat(Soon.get(link.send(Command.INCR, Keys.tabs(room))).toInteger()).isEqualTo(2);
    untilMissed(channel);
    Soon.get(link.send(Command.PUBLISH, channel, "moved"));
    untilHeard(channel + " moved");
  }

  @Test
  void whenAMasterDiesItsReplicaTakesOverAndTheHoleIsTold() throws Exception {
    var room = TestNode.planned();
    String channel = Keys.channel(room);
    hears(channel);
    try (var one = TestNode.start(cluster.url(), Servers.database());
        var two = TestNode.start(cluster.url(), Servers.database())) {
      var khan = one.page(room, KHAN).until("the room", page -> page.document().has("own"));
      var reed = two.page(room, REED).until("the room", page -> page.document().has("own"));
      taken(khan, new SideCommand.Cover());
      reed.sees("/sides/oak000000000/covered", "true");
      Soon.get(link.send(Command.SET, Keys.here(room) + ":kept", "kept"));
      gaps.clear();
      backs.clear();
      cluster.owner(channel).kill();
      worksAgain(room, channel);
      taken(reed, new SideCommand.Cover());
      khan.sees("/sides/elm000000000/covered", "true");
      assertThat(khan.document().at("/sides/oak000000000/covered").asBoolean()).isTrue();
      assertThat(khan.misfits() + reed.misfits()).isZero();
      assertThat(khan.byes()).isEmpty();
    }
    cluster.mend();
  }

  /// Press until it is taken, as somebody does who is told to try again soon.
  private static void taken(FakePage page, SideCommand command) {
    RedisCluster.until(
        "taken",
        () -> {
          var answer = page.says(command);
          assertThat(answer).isIn(Optional.empty(), Optional.of(Refusal.AWAY));
          return answer.isEmpty();
        });
  }

  @Test
  void aMasterThatStopsAnsweringIsReplacedToo() throws Exception {
    var room = Id.random();
    String channel = Keys.channel(room);
    hears(channel);
    Soon.get(link.send(Command.SET, Keys.here(room) + ":kept", "kept"));
    gaps.clear();
    backs.clear();
    var away = cluster.owner(channel).away();
    worksAgain(room, channel);
    away.close();
    cluster.mend();
  }

  private void worksAgain(Id room, String channel) throws InterruptedException {
    RedisCluster.until(
        "the room is kept again",
        () ->
            link.send(Command.GET, Keys.here(room) + ":kept")
                .map(Object::toString)
                .otherwise("")
                .await()
                .equals("kept"));
    assertThat(backs.poll(20, TimeUnit.SECONDS)).isEqualTo("back");
    untilMissed(channel);
    Soon.get(link.run(COUNT, List.of(Keys.here(room) + ":n"), List.of(channel)));
    untilHeard(channel + " counted");
    RedisCluster.until("all of it is there", link::up);
  }

  void hears(String channel) {
    var holds = new CountDownLatch(1);
    feed.hear(channel, holds::countDown);
    try {
      assertThat(holds.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private void untilHeard(String what) throws InterruptedException {
    String next = "";
    while (next != null && !next.equals(what)) {
      next = heard.poll(20, TimeUnit.SECONDS);
    }
    assertThat(next).isEqualTo(what);
  }

  private void untilMissed(String channel) throws InterruptedException {
    Set<String> next = Set.of();
    while (next != null && !next.contains(channel)) {
      next = gaps.poll(20, TimeUnit.SECONDS);
    }
    assertThat(next).as("a gap").isNotNull();
  }
}
