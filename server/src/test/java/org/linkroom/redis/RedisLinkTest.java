package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.embedded.EmbeddedRedis;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;

/// The connection to Redis: it comes back by itself, and says when.
class RedisLinkTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private Vertx vertx;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    Soon.get(vertx.close());
  }

  @Test
  void aServerThatTakesConnectionsAndSaysNothingIsTriedAgainAndAgain() throws Exception {
    var taken = new ArrayList<Socket>();
    var tries = new CountDownLatch(5);
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var accepting =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (tries.getCount() > 0) {
                        taken.add(silent.accept());
                        tries.countDown();
                      }
                    } catch (java.io.IOException closed) {
                      // The test is over.
                    }
                  });
      var link = new RedisLink(vertx, "redis://127.0.0.1:" + silent.getLocalPort(), SHORT);
      assertThat(Soon.failure(link.start())).isNotNull();
      assertThat(tries.await(20, TimeUnit.SECONDS)).as("five tries").isTrue();
      assertThat(link.up()).isFalse();
      link.close();
      accepting.join();
      for (Socket each : taken) {
        each.close();
      }
    }
  }

  @Test
  void whileRedisIsAwayACallFailsAtOnceAndTheLinkComesBackByItself() {
    var first = EmbeddedRedis.start(folder);
    var link = new RedisLink(vertx, first.url(), SHORT);
    var back = new CompletableFuture<Void>();
    Soon.get(link.start());
    link.whenBack(() -> back.complete(null));
    assertThat(Soon.get(link.send(Command.SET, "word", "hello")).toString()).isEqualTo("OK");
    first.close();
    assertThat(Soon.failure(link.send(Command.GET, "word"))).isNotNull();
    try (var second = EmbeddedRedis.start(folder, port(first))) {
      assertThat(second.url()).isEqualTo(first.url());
      back.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(Soon.get(link.send(Command.GET, "word")).toString()).isEqualTo("hello");
      link.close();
    }
  }

  @Test
  void aChannelIsHeardFromWhenItIsSaidToBe() {
    var link = new RedisLink(vertx, Servers.redis());
    Soon.get(link.start());
    var holds = new CompletableFuture<Void>();
    var heard = new CompletableFuture<String>();
    var feed =
        new Subscription(
            vertx,
            link,
            "node",
            (channel, message) -> heard.complete(channel + " " + message),
            gap -> holds.complete(null));
    var lag = new CompletableFuture<Long>();
    feed.whenProven(lag::complete);
    assertThat(feed.hears()).isFalse();
    feed.hear("lr:test:feed", () -> {});
    feed.start();
    holds.orTimeout(20, TimeUnit.SECONDS).join();
    Soon.get(link.send(Command.PUBLISH, "lr:test:feed", "hello"));
    assertThat(heard.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo("lr:test:feed hello");
    assertThat(lag.orTimeout(20, TimeUnit.SECONDS).join())
        .isBetween(1L, TimeUnit.SECONDS.toNanos(20));
    assertThat(feed.hears()).isTrue();
    feed.close();
    link.close();
  }

  private static int port(EmbeddedRedis redis) {
    return Integer.parseInt(redis.url().substring(redis.url().lastIndexOf(':') + 1));
  }
}
