package org.linkroom.live;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;

/// Who may open a live socket.
class LiveDoorTest {
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

  private static String token(Pass pass) {
    return app.passes().sign(pass);
  }

  /// The status of an upgrade that is refused.
  private static int refused(String path, Map<String, String> headers) {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    var address = URI.create(app.url(path).replaceFirst("http", "ws"));
    var fault =
        catchThrowable(() -> builder.buildAsync(address, new WebSocket.Listener() {}).join());
    assertThat(fault).isInstanceOf(CompletionException.class);
    return ((WebSocketHandshakeException) requireNonNull(fault.getCause()))
        .getResponse()
        .statusCode();
  }

  @Test
  void aPageOfAnotherSiteIsRefused() {
    String bearer = "Bearer " + token(session.ours().board());
    String path = "/live/" + session.room();
    assertThat(refused(path, Map.of("Authorization", bearer))).isEqualTo(403);
    assertThat(refused(path, Map.of("Authorization", bearer, "Origin", "null"))).isEqualTo(403);
    assertThat(refused(path, Map.of("Authorization", bearer, "Origin", "https://evil.example")))
        .isEqualTo(403);
    assertThat(
            refused(path, Map.of("Authorization", bearer, "Origin", app.url() + ".evil.example")))
        .isEqualTo(403);
  }

  @Test
  void withoutAPassForThisRoomNobodyComesIn() {
    var board = session.ours().board();
    var elsewhere = new DemoSession.Side(Id.random(), board.classId(), board.person()).board();
    var expired =
        new Pass(
            board.room(),
            board.device(),
            board.classId(),
            board.person(),
            board.name(),
            board.role(),
            board.screen(),
            board.kind(),
            false,
            Instant.now().minusSeconds(1));
    String path = "/live/" + session.room();
    var origin = Map.of("Origin", app.url());
    assertThat(refused(path, origin)).isEqualTo(401);
    assertThat(refused(path, bearer(token(elsewhere)))).isEqualTo(401);
    assertThat(refused(path, bearer(token(expired)))).isEqualTo(401);
    assertThat(refused(path, bearer(token(board).substring(1)))).isEqualTo(401);
    assertThat(refused(path, bearer(""))).isEqualTo(401);
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Origin", app.url(), "Authorization", "Bearer " + token);
  }

  @Test
  void aPassInACookieIsItsDevicesAlone() {
    var board = session.ours().board();
    var other = session.ours().board();
    String cookie =
        "pass-%s=%s; pass-%s=%s"
            .formatted(board.device(), token(board), other.device(), token(board));
    var headers = Map.of("Origin", app.url(), "Cookie", cookie);
    String path = "/live/" + session.room();
    assertThat(refused(path, headers)).isEqualTo(401);
    assertThat(refused(path + "?device=nonsense", headers)).isEqualTo(401);
    assertThat(refused(path + "?device=" + other.device(), headers)).isEqualTo(401);
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    headers.forEach(builder::header);
    var address = app.url(path + "?device=" + board.device()).replaceFirst("http", "ws");
    builder.buildAsync(URI.create(address), new WebSocket.Listener() {}).join().abort();
  }

  @Test
  void anAddressThatIsNoRoomsOrNoUpgradeIsSaidSo() throws Exception {
    assertThat(refused("/live/NOT-A-ROOM", bearer("x"))).isEqualTo(404);
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(app.url("/live/" + session.room()))).build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(426);
    }
  }

  @Test
  void aRoomWithoutASessionHasEnded() {
    var nowhere =
        new DemoSession.Side(Id.random(), session.ours().schoolClass(), session.ours().teacher());
    try (var client = LiveClient.knock(app.url(), nowhere.room(), token(nowhere.board()))) {
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.ENDED.code());
      assertThat(client.closed()).isEqualTo(Goodbye.ENDED.code());
    }
  }

  @Test
  void aPassForAClassThatIsNotOfTheLinkIsNoGood() {
    var stranger =
        new DemoSession.Side(session.room(), Id.random(), session.ours().teacher()).board();
    try (var client = LiveClient.knock(app.url(), session.room(), token(stranger))) {
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.NO_PASS.code());
      assertThat(client.closed()).isEqualTo(Goodbye.NO_PASS.code());
    }
  }
}
