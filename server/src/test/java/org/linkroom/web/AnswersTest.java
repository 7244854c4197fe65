package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// What every answer brings, whatever was asked: its headers, its cookies, and kind words.
class AnswersTest {
  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Visitor visitor() {
    return new Visitor(app.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/privacy",
        "/sign-in",
        "/join",
        "/concern",
        "/home",
        "/nowhere",
        "/today",
        "/health/live"
      })
  void everyAnswerKeepsStrangersOutAndIsKeptByNobody(String path) {
    var answer = visitor().send("GET", path, null, Map.of());
    String policy = answer.header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "form-action 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).contains("geolocation=()");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void noPageHoldsScriptOrStyleOfItsOwnOrAsksAnybodyElse() {
    var visitor = visitor();
    visitor.signInAs("Miss Khan");
    for (String path : List.of("/", "/home", "/demo", "/concern", "/privacy", "/join")) {
      var page = visitor.get(path).page();
      assertThat(page.select("script:not([src]), style, [style], [onclick], iframe")).isEmpty();
      for (var asked : page.select("[src], link[href]")) {
        assertThat(asked.attr("src") + asked.attr("href")).startsWith("/assets/");
      }
    }
  }

  @Test
  void whatPagesAskForIsThereAndMayBeKeptForGood() {
    var visitor = visitor();
    var page = visitor.get("/").page();
    for (var asked : page.select("[src], link[href]")) {
      var answer = visitor.get(asked.attr("src") + asked.attr("href"));
      assertThat(answer.status()).as(answer.path()).isEqualTo(200);
      assertThat(answer.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/x/../../build.properties",
        "/assets/x/style/../../build.properties",
        "/assets/x/%2e%2e/%2e%2e/build.properties",
        "/assets/x/style/%2e%2e/pages/layout.ftlh",
        "/assets/x/style%2f..%2fpages%2flayout.ftlh",
        "/assets/x/..%5cpages%5clayout.ftlh",
        "/assets/x/pages/layout.ftlh",
        "/assets/x/words/layout.properties",
        "/assets/x//etc/passwd",
        "/assets/x/live/tsconfig.json",
        "/assets/x/style/.css",
        "/assets/x/style/base.css%00.js",
        "/assets/",
        "/config/linkroom.yaml"
      })
  void nothingButAssetsIsServed(String path) {
    var answer = visitor().send("GET", path, null, Map.of());
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("build=", "<#import", "root:", "layout.");
    kind(answer);
  }

  private static void kind(Answer answer) {
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.page().select("h1").text()).isNotEmpty();
    assertThat(answer.page().select("a.concern").attr("href")).isEqualTo("/concern");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/a%00b", "/a/", "/links//"})
  void anAddressThatIsNoneIsToldInWords(String path) {
    var answer = visitor().send("GET", path, null, Map.of());
    assertThat(answer.status()).isIn(400, 404);
    kind(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/links/%e0%a4%a",
        "/sign-in/link/%",
        "/sign-in?to=%zz",
        "/concern?session=%"
      })
  void anAddressThatCannotBeReadIsToldInWords(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1");
    assertThat(answer).startsWith("HTTP/1.1 4").contains("text/html", "<h1>", "/concern");
  }

  @Test
  void aHeaderWithoutEndIsRefused() throws IOException {
    try {
      assertThat(raw("GET / HTTP/1.1\r\nCookie: " + "y".repeat(40_000))).startsWith("HTTP/1.1 4");
    } catch (SocketException cut) {
      // A line that is cut while more comes may lose the answer; nothing was done all the same.
      assertThat(cut).hasMessageContaining("reset");
    }
  }

  /// Ask what no client of ours would.
  private static String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", app.port())) {
      socket.setSoTimeout(10_000);
      var lines = request + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OPTIONS, /, 405, 'GET, HEAD'",
    "PUT, /sign-in, 405, 'GET, HEAD, POST'",
    "DELETE, /home, 405, 'GET, HEAD'",
    "GET, /sign-out, 405, POST",
    "TRACE, /, 405, 'GET, HEAD'",
    "OPTIONS, /nowhere, 404, ''"
  })
  void whatIsAskedInAnotherWayIsToldWhichWays(
      String method, String path, int status, String allow) {
    var answer = visitor().send(method, path, null, Map.of());
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Allow")).isEqualTo(allow);
    kind(answer);
  }

  @ParameterizedTest
  @CsvSource({"/, 200", "/privacy, 200", "/home, 303", "/nowhere, 404"})
  void aHeadIsAnsweredLikeAPageWithoutItsBody(String path, int status) {
    var answer = visitor().send("HEAD", path, null, Map.of());
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Content-Security-Policy")).isNotEmpty();
  }

  @Test
  void anAssetsHeadIsAnsweredToo() {
    var visitor = visitor();
    String css = visitor.get("/").page().select("link[rel=stylesheet]").attr("href");
    assertThat(visitor.send("HEAD", css, null, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void onThisMachineCookiesAreNotForScriptsNorForOtherSites() {
    var visitor = visitor();
    var on = visitor.get("/demo");
    String person = on.page().select("[name=person]").attr("value");
    var fields = Map.of("csrf", on.page().select("[name=csrf]").attr("value"), "person", person);
    var signedIn = visitor.post("/demo/sign-in", fields, Map.of());
    assertThat(on.setCookies()).hasSize(1);
    assertThat(on.setCookies().getFirst()).startsWith("browser=");
    assertThat(signedIn.setCookies()).anyMatch(line -> line.startsWith("linkroom="));
    for (String line : signedIn.setCookies()) {
      assertThat(line)
          .containsIgnoringCase("HttpOnly")
          .contains("SameSite=Lax", "Path=/")
          .doesNotContain("Domain");
    }
  }
}
