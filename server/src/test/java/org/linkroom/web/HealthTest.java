package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.protocol.Goodbye;
import org.linkroom.redis.RedisLink;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestApp;

/// What a node says of itself while its servers answer, while they hang and while it stops.
class HealthTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration BOUND = Duration.ofSeconds(2);
  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private record Said(int status, JsonObject json, Duration took) {
    String why() {
      return json.getJsonArray("why").encode();
    }
  }

  private static Said ask(int port, String path) {
    var uri = URI.create("http://127.0.0.1:" + port + path);
    long from = System.nanoTime();
    try {
      var answer = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      var took = Duration.ofNanos(System.nanoTime() - from);
      return new Said(answer.statusCode(), new JsonObject(answer.body()), took);
    } catch (Exception fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static Said ready() {
    return ask(app.port(), "/health/ready");
  }

  /// Ask until the answer is so.
  private static Said until(int port, int status) {
    long end = System.nanoTime() + Soon.BOUND.toNanos();
    for (var said = ask(port, "/health/ready"); ; said = ask(port, "/health/ready")) {
      if (said.status() == status) {
        return said;
      }
      assertThat(System.nanoTime()).as("ready: " + said.json()).isLessThan(end);
    }
  }

  @Test
  void aNodeWithItsServersIsReadyAndSaysWhatIsKept() {
    var said = until(app.port(), 200);
    assertThat(said.why()).isEqualTo("[]");
    assertThat(said.json().getString("appendfsync")).isEqualTo("always");
    assertThat(said.json().getString("durability")).contains("is on Redis's disk");
    assertThat(ask(app.port(), "/health/live").status()).isEqualTo(200);
  }

  @Test
  void whileRedisHangsItSaysSoInTimeAndLives() {
    try (var _ = Servers.redisAway()) {
      var said = ready();
      assertThat(said.status()).isEqualTo(503);
      assertThat(said.why()).contains("Redis does not answer.").doesNotContain("PostgreSQL");
      assertThat(said.took()).isLessThan(BOUND);
      assertThat(ask(app.port(), "/health/live").status()).isEqualTo(200);
    }
    assertThat(until(app.port(), 200).json().getBoolean("redisWrites")).isTrue();
  }

  @Test
  void whilePostgresqlHangsItSaysSoInTimeHoweverOftenItIsAsked() {
    try (var _ = Servers.postgresAway()) {
      for (int i = 0; i < 3; i++) {
        var said = ready();
        assertThat(said.status()).isEqualTo(503);
        assertThat(said.why()).isEqualTo("[\"PostgreSQL does not answer.\"]");
        assertThat(said.took()).isLessThan(BOUND);
      }
    }
    until(app.port(), 200);
  }

  @Test
  void aRedisThatDoesNotWriteIsNotEnough() {
    var vertx = Vertx.vertx();
    var redis = new RedisLink(vertx, Servers.redis());
    try {
      Soon.get(redis.start());
      Soon.get(redis.send(Command.CONFIG, "SET", "min-replicas-to-write", "1"));
      assertThat(until(app.port(), 503).why()).isEqualTo("[\"Redis answers and does not write.\"]");
    } finally {
      Soon.get(redis.send(Command.CONFIG, "SET", "min-replicas-to-write", "0"));
      redis.close();
      Soon.get(vertx.close());
    }
    until(app.port(), 200);
  }

  @Test
  void aLoopThatHangsIsTold() {
    var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    var stuck = new CountDownLatch(1);
    try {
      assertThat(Soon.get(Health.turning(vertx))).isTrue();
      ((VertxInternal) vertx).nettyEventLoopGroup().next().execute(() -> hang(stuck));
      assertThat(Soon.get(Health.turning(vertx))).isFalse();
      stuck.countDown();
      assertThat(Soon.get(Health.turning(vertx))).isTrue();
    } finally {
      stuck.countDown();
      Soon.get(vertx.close());
    }
  }

  private static void hang(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aNodeThatStopsSaysSoBeforeItLetsItsPagesGo() {
    var leaving =
        TestApp.start(
            Map.of("LINKROOM_PUBLIC_URL", "http://localhost:1", "LINKROOM_NOTICE", "2 s"));
    int port = leaving.port();
    var pass = DemoSession.of(leaving).ours().board();
    try (var page = LiveClient.open("http://127.0.0.1:" + port, leaving.passes(), pass)) {
      until(port, 200);
      var closed = CompletableFuture.runAsync(leaving::close);
      assertThat(until(port, 503).why())
          .isEqualTo("[\"This node is being renewed and takes nobody new.\"]");
      assertThat(page.isOpen()).isTrue();
      assertThat(page.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.RESTART.code());
      closed.join();
    }
  }
}
