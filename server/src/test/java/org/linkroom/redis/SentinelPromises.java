package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.testing.RedisCluster;
import org.linkroom.testing.RedisServer;
import org.linkroom.testing.Soon;

/// What holds where a sentinel watches a master and its replica, of whichever Redis.
abstract class SentinelPromises {
  private static final Script COUNT =
      Script.of("redis.call(ARGV[#ARGV], ARGV[1], 'counted') return redis.call('INCR', KEYS[1])");

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Set<String>> gaps = new LinkedBlockingQueue<>();
  RedisServer master;
  RedisServer replica;
  RedisServer sentinel;

  RedisLink link;
  private Subscription feed;

  abstract Path program();

  @BeforeEach
  void start() throws Exception {
    master = RedisServer.start(program(), folder);
    replica = RedisServer.start(program(), folder, "replicaof 127.0.0.1 " + master.port());
    sentinel = RedisServer.sentinel(program(), folder, "rooms", master);
    RedisCluster.until(
        "the sentinel knows both", () -> known("slaves").contains("," + replica.port() + ","));
    // Whoever is asked first may be away.
    String url =
        "redis+sentinel://:%s@127.0.0.1:1,127.0.0.1:%d/rooms"
            .formatted(RedisServer.PASSWORD, sentinel.port());
    link = new RedisLink(vertx, url, Duration.ofSeconds(2));
    Soon.get(link.start());
    feed =
        new Subscription(vertx, link, "node", (channel, message) -> heard.add(message), gaps::add);
    feed.hear("channel", () -> {});
    feed.start();
    assertThat(gaps.poll(20, TimeUnit.SECONDS)).contains("channel");
  }

  String known(String what) {
    return ","
        + sentinel.ask(Command.SENTINEL, what, "rooms").toString().replaceAll("[^0-9]+", ",")
        + ",";
  }

  @AfterEach
  void stop() {
    feed.close();
    link.close();
    Soon.get(vertx.close());
    List.of(sentinel, replica, master).forEach(RedisServer::close);
  }

  @Test
  void whenTheMasterDiesTheNextOneIsFoundAndTheHoleIsTold() throws Exception {
    Soon.get(link.send(Command.SET, "key", "kept"));
    RedisCluster.until("the replica has it", () -> kept(replica));
    master.kill();
    worksAgain();
    // The old one comes back as a master of old; nobody is led astray.
    master.again();
    assertThat(Soon.get(link.send(Command.SET, "key", "kept on"))).isNotNull();
    assertThat(replica.ask(Command.GET, "key").toString()).isEqualTo("kept on");
  }

  void worksAgain() throws InterruptedException {
    gaps.clear();
    RedisCluster.until("it is kept again", () -> counted());
    RedisCluster.until("it is told again", () -> counted() && heard.contains("counted"));
    assertThat(Soon.get(link.send(Command.GET, "key")).toString()).isEqualTo("kept");
  }

  private boolean counted() {
    return link.run(COUNT, List.of("count"), List.of("channel"))
        .map(done -> true)
        .otherwise(false)
        .await();
  }

  static boolean kept(RedisServer server) {
    var answer = server.ask(Command.GET, "key");
    return answer != null && answer.toString().equals("kept");
  }
}
