package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.protocol.Pass;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.HostileFrames;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.RawSocket;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// The live door under attack by socket: whatever is sent, the server stands, serves everybody else
/// and keeps nothing of it.
class HostileSocketTest {
  private static final int SOCKETS = 500;
  private static final int FRAMES = 100;

  private static TestApp app;
  private static DemoSession session;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    session = DemoSession.of(app);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static RawSocket knock(String token, String origin) {
    return RawSocket.connect(app.port())
        .send(
            RawSocket.upgrade(
                "/live/" + session.room(),
                Map.of("Origin", origin, "Authorization", "Bearer " + token)));
  }

  private static Pass tablet() {
    return session.theirs().tablet();
  }

  private static int open() {
    return new Visitor(app.url())
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("linkroom_sockets"))
        .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /// Frames that break every rule, and among them some that keep the rules and say nonsense.
  private static byte[] frame(Random random, HostileFrames frames) {
    var noise = new byte[random.nextInt(200)];
    random.nextBytes(noise);
    return switch (random.nextInt(8)) {
      case 0 -> noise;
      case 1 -> RawSocket.bare(RawSocket.TEXT, noise);
      case 2 -> RawSocket.frame(random.nextInt(256), noise);
      case 3 -> RawSocket.frame(RawSocket.TEXT, noise);
      case 4 -> RawSocket.frame("[".repeat(10_000));
      default -> RawSocket.frame(frames.next());
    };
  }

  @Test
  void fiftyThousandFramesLeaveTheServerAsItWas() {
    var random = new Random(20_261_124);
    var ids = List.of(session.room().text(), session.ours().schoolClass().text());
    var frames = new HostileFrames(20_261_124, ids);
    int before = open();
    try (var bystander =
        LiveClient.open(app.url(), app.passes(), session.ours().teachersScreen())) {
      for (int i = 0; i < SOCKETS; i++) {
        try (var socket = knock(app.passes().sign(tablet()), app.url())) {
          assertThat(socket.status()).isEqualTo(101);
          attack(socket, random, frames);
        }
      }
      bystander.send("{\"clock\":{\"t0\":1}}");
      bystander.await("clock");
    }
    for (int tries = 0; open() > before; tries++) {
      assertThat(tries).as("sockets are still open").isLessThan(2_000);
    }
  }

  private static void attack(RawSocket socket, Random random, HostileFrames frames) {
    try {
      IntStream.range(0, FRAMES).forEach(f -> socket.send(frame(random, frames)));
    } catch (UncheckedIOException letGo) {
      // The server has ended it, as it should.
      assertThat(letGo).isNotNull();
    }
  }

  @Test
  void aPassThatWasChangedInAnyPlaceOpensNothing() {
    var random = new Random(7);
    String good = app.passes().sign(tablet());
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(good.length());
      char other = (char) ('!' + random.nextInt(90));
      String changed = good.substring(0, at) + other + good.substring(at + 1);
      // The last sign of a signature has bits that mean nothing.
      if (other != good.charAt(at) && at < good.length() - 1) {
        try (var socket = knock(changed, app.url())) {
          assertThat(socket.status()).as(changed).isEqualTo(401);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "RS256", "HS512", "hs256", ""})
  void aPassOfAnotherAlgorithmOpensNothing(String algorithm) {
    var parts = app.passes().sign(tablet()).split("\\.");
    String head = "{\"alg\":\"" + algorithm + "\"}";
    String token =
        Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[1]
            + "."
            + (algorithm.equals("none") ? "" : parts[2]);
    try (var socket = knock(token, app.url())) {
      assertThat(socket.status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "http://evil.example",
        "http://localhost.evil.example",
        "file://",
        "http://localhost",
        "HTTPS://LOCALHOST"
      })
  void aPageOfAnotherPlaceIsRefused(String origin) {
    try (var socket = knock(app.passes().sign(tablet()), origin)) {
      assertThat(socket.status()).isEqualTo(403);
    }
  }

  @Test
  void twoRequestsInOneAreNotTakenForASocketOfTheSecond() {
    try (var socket = RawSocket.connect(app.port())) {
      socket.send(
          "POST /live/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /demo HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(socket.status()).isBetween(400, 499);
    }
  }
}
