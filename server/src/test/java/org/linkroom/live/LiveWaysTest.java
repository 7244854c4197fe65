package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.protocol.Wire;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Way;

/// The ways without a WebSocket: who may take them, what is lost on the way, and two nodes.
class LiveWaysTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static TestApp one;
  private static TestApp two;
  private static DemoSession session;

  @BeforeAll
  static void start() {
    one = TestApp.start();
    var stores = one.settings();
    two =
        TestApp.start(
            Map.of(
                "LINKROOM_DATABASE_URL",
                stores.database().url(),
                "LINKROOM_REDIS_URL",
                stores.redis().url()));
    session = DemoSession.of(one);
  }

  @AfterAll
  static void stop() {
    two.close();
    one.close();
  }

  private static HttpRequest.Builder to(String way) {
    String bearer = "Bearer " + one.passes().sign(session.ours().board());
    return HttpRequest.newBuilder(URI.create(one.url("/live/" + session.room() + way)))
        .header("Authorization", bearer);
  }

  private static HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/events?poll=,         GET,  https://evil.example, application/json, 403",
    "/commands,             POST, https://evil.example, application/json, 403",
    "/commands,             POST, ,                     application/json, 403",
    "/commands,             POST, own,                  text/plain,       415",
    "/commands,             GET,  own,                  application/json, 405",
    "/events,               POST, own,                  application/json, 405",
    "/others,               GET,  own,                  application/json, 404",
    "/events?poll=,         GET,  own,                  application/json, 200",
    "/commands,             POST, own,                  application/json, 200",
  })
  void onlyPagesOfOursMayAskAndInOneWay(
      String way, String method, String origin, String type, int status) throws Exception {
    var body = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}");
    var request = to(way).method(method, body).header("Content-Type", type);
    if (origin != null) {
      request.header("Origin", origin.equals("own") ? one.url() : origin);
    }
    assertThat(ask(request).statusCode()).isEqualTo(status);
  }

  @Test
  void whatAPollWasGivenIsGivenAgainUntilThePageHasIt() throws Exception {
    var ours = to("/events?poll=").header("X-Requested-With", "Linkroom");
    var first = Wire.read(ask(ours).body()).orElseThrow();
    assertThat(first.at("/frames/0").has("welcome")).isTrue();
    String bearer = ours.build().headers().firstValue("Authorization").orElseThrow();
    String again = "/live/" + session.room() + "/events?poll=" + first.get("line").asText();
    var lost =
        HttpRequest.newBuilder(URI.create(one.url(again + "&has=0")))
            .header("Authorization", bearer)
            .header("Origin", one.url());
    assertThat(Wire.read(ask(lost).body()).orElseThrow()).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"EVENTS", "POLL"})
  void whatIsSaidAtOneNodeIsShownAtAnother(Way way) {
    var pass = session.ours().teachersScreen();
    try (var split = LiveClient.open(way, one.url(), two.url(), one.passes(), pass);
        var partner = LiveClient.open(two.url(), two.passes(), session.theirs().teachersScreen())) {
      assertThat(split.say("note.say", Map.of("text", "By " + way)).has("ok")).isTrue();
      partner.until(doc -> doc.get("notes").toString().contains("By " + way));
      split.until(doc -> doc.get("notes").toString().contains("By " + way));
      split.send("{\"at\":{\"epoch\":\"gone\",\"version\":3}}");
      split.await("welcome");
    }
  }
}
