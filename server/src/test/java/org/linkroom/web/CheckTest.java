package org.linkroom.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Limits;
import org.linkroom.testing.Answer;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

class CheckTest {
  private static final String WELL =
      """
      {"browser":"good","own":{"camera":"on","microphone":"on","level":40},"speaker":"heard","sound":"press",
       "line":{"socket":true,"events":true,"polls":true,"posts":true},
       "route":{"webrtc":true,"host":2,"srflx":0,"relays":["udp"],"through":true},
       "speed":{"down":20000,"up":9000,"trip":30},"screen":{"width":1920,"height":1000}}""";

  private static final String BLOCKED = WELL.replace("\"camera\":\"on\"", "\"camera\":\"blocked\"");

  private static TestApp app;
  private static DemoTown town;

  @BeforeAll
  static void start() {
    app =
        TestApp.start(
            Map.of(
                "LINKROOM_VIDEO_TURN",
                "turn:127.0.0.1:9,turns:turn.example.org:443?transport=tcp",
                "LINKROOM_VIDEO_TURN_SECRET",
                "relays"));
    town = DemoTown.of(app);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Visitor signedIn(String who) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(who);
    return visitor;
  }

  private static String session() {
    return town.nextSession(town.link("4B", "4K"));
  }

  private static Answer check(Visitor visitor, String at, String found) {
    return visitor.submit(visitor.get(at), "/check", "found", found);
  }

  @Test
  void aTeachersCheckBecomesATicketOnTheSessionsPageForAllOfTheLink() {
    var khan = signedIn("Miss Khan");
    var ticket = check(khan, "/check?session=" + session(), BLOCKED);
    assertThat(ticket.path()).startsWith("/checks/");
    assertThat(ticket.says())
        .contains("Not ready yet", "The browser may not use the camera", "choose Allow")
        .contains("For your IT manager", "VideoCaptureAllowedUrls", "The microphone hears you");
    for (String who : new String[] {"Miss Khan", "Mr Okafor", "Ruth Lindley"}) {
      var page = signedIn(who).get("/sessions/" + session());
      assertThat(page.page().select("a[href=" + ticket.path() + "]")).as(who).isNotEmpty();
    }
    assertThat(signedIn("Mr Nowak").get(ticket.path()).status()).isEqualTo(404);
    assertThat(new Visitor(app.url()).get(ticket.path()).status()).isEqualTo(404);
  }

  @Test
  void theFacilitatorSaysThatSheHasSeenToABadOne() {
    var ticket = check(signedIn("Miss Khan"), "/check?session=" + session(), BLOCKED);
    var ruth = signedIn("Ruth Lindley");
    assertThat(ruth.get("/day").page().select("a[href=" + ticket.path() + "]")).isNotEmpty();
    assertThat(signedIn("Tom Ackroyd").get("/day").says()).doesNotContain("See what to do");
    var done = ruth.submit(ruth.get(ticket.path()), ticket.path() + "/done");
    assertThat(done.says()).contains("has seen to this").doesNotContain("I have seen to this");
    assertThat(ruth.get("/day").page().select("a[href=" + ticket.path() + "]")).isEmpty();
  }

  @Test
  void aBoardWhereNobodyIsSignedInShowsANumberThatGivesItToTheLinkUp() {
    var board = new Visitor(app.url());
    var ticket = check(board, "/check?session=" + session(), WELL);
    assertThat(ticket.says()).contains("All is well", "Note the number");
    String number = requireNonNull(ticket.page().select("p > strong").first()).text();
    var khan = signedIn("Miss Khan");
    assertThat(khan.get(ticket.path()).status()).isEqualTo(404);
    String to = "/sessions/" + session();
    var wrong = khan.submit(khan.get(to), to + "/checks", "number", "AAAAAA");
    assertThat(wrong.wrong("number")).contains("no such check");
    var given =
        khan.submit(khan.get(to), to + "/checks", "number", number.toLowerCase(Locale.ROOT));
    assertThat(given.path()).isEqualTo(ticket.path());
    assertThat(khan.get(to).says()).contains("works 4B, checked");
  }

  @Test
  void aBrowserWithoutScriptsIsToldWhatToDo() {
    var ticket = check(new Visitor(app.url()), "/check", "");
    assertThat(ticket.says()).contains("scripts do not run", "up-to-date Chrome");
  }

  @Test
  void whatNoPageOfOursSendsIsRefused() {
    assertThat(check(new Visitor(app.url()), "/check", "{\"agent\":1}").status()).isEqualTo(400);
  }

  @Test
  void theRelaysCredentialsOfACheckAreGoodForAMinuteAndForFewChecks() {
    var visitor = new Visitor(app.url());
    String token = visitor.get("/check").page().select("[name=csrf]").attr("value");
    var first = visitor.post("/check/ice", Map.of("csrf", token), Map.of());
    long until = Long.parseLong(first.body().replaceFirst("(?s).*\"username\":\"(\\d+):.*", "$1"));
    assertThat(until - app.clock().instant().getEpochSecond()).isBetween(0L, 60L);
    int status = 200;
    for (int i = 0; i < 31 && status == 200; i++) {
      status = visitor.post("/check/ice", Map.of("csrf", token), Map.of()).status();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void theAllowListNamesWhatTheSettingsSayOnPaperAndAsText() {
    var visitor = new Visitor(app.url());
    String page = visitor.get("/allow-list").says();
    String text = visitor.get("/allow-list/text").body();
    for (String has : new String[] {"localhost", "turn.example.org", "443", "127.0.0.1", "UDP 9"}) {
      assertThat(page).contains(has);
      assertThat(text).contains(has);
    }
    assertThat(text).contains("text/event-stream", "UDP 9", "1.5 Mbit/s");
  }

  @Test
  void probesAnswerPagesOfOursAloneAndNoMoreThanIsAsked() throws Exception {
    assertThat(probe("/live/check/polls", "Linkroom", 0)).isEqualTo("200 {\"held\":true}");
    assertThat(probe("/live/check/polls", "", 0)).startsWith("403");
    assertThat(probe("/live/check/said", "", 20)).isEqualTo("200 {\"bytes\":20}");
    assertThat(probe("/live/check/bytes", "Linkroom", 0)).hasSize(4 + Limits.PROBE_BYTES);
    assertThat(probe("/live/check/nothing", "Linkroom", 0)).startsWith("404");
    assertThat(probe("/live/check/events", "Linkroom", 0)).contains("data: 1", "data: 2");
  }

  private static String probe(String path, String with, int bytes) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(app.url(path)));
    if (!with.isEmpty()) {
      request.header("X-Requested-With", with);
    }
    if (bytes > 0) {
      request
          .header("Origin", app.url())
          .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]));
    }
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
      return answer.statusCode() + " " + answer.body();
    }
  }

  @Test
  @BrowserTest
  void aRealBrowserMeasuresAllOfItAndSendsItByItself() {
    try (var context = Chromium.context()) {
      context.grantPermissions(List.of("camera", "microphone"));
      var page = context.newPage();
      page.navigate(app.url("/check"));
      page.click("text=Start the check");
      page.click("text=Yes, I heard it");
      page.waitForURL("**/checks/*");
      String says = page.innerText("main");
      assertThat(says)
          .contains("The camera shows a picture", "The microphone hears you")
          .contains("Linkroom is reached at once", "The line is fast enough")
          .contains("The relay is not reached", "Ask your IT manager");
      page.click("text=What was measured");
      assertThat(page.innerText("details"))
          .contains("WebSocket yes · server-sent events yes · long poll yes · POST yes");
    }
  }
}
