package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.LyingIssuer;
import org.linkroom.testing.LyingIssuer.Lie;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;
import org.slf4j.LoggerFactory;

/// Signing in by an issuer that may be down, slow or a liar.
class OpenIdFlowTest {
  private static final String KHAN = "khan@hilltopprimary.example";

  private static LyingIssuer issuer;
  private static TestApp app;

  @BeforeAll
  static void start() throws IOException {
    issuer = LyingIssuer.start();
    app =
        TestApp.start(
            Map.of(
                "LINKROOM_SIGN_IN_OPEN_ID_ANY_NAME",
                "Any School",
                "LINKROOM_SIGN_IN_OPEN_ID_ANY_ISSUER",
                issuer.url(),
                "LINKROOM_SIGN_IN_OPEN_ID_ANY_CLIENT_ID",
                LyingIssuer.CLIENT,
                "LINKROOM_SIGN_IN_OPEN_ID_ANY_CLIENT_SECRET",
                LyingIssuer.SECRET,
                "LINKROOM_SIGN_IN_OPEN_ID_OWN_NAME",
                "Hilltop",
                "LINKROOM_SIGN_IN_OPEN_ID_OWN_ISSUER",
                issuer.url(),
                "LINKROOM_SIGN_IN_OPEN_ID_OWN_CLIENT_ID",
                LyingIssuer.CLIENT,
                "LINKROOM_SIGN_IN_OPEN_ID_OWN_CLIENT_SECRET",
                LyingIssuer.SECRET,
                "LINKROOM_SIGN_IN_OPEN_ID_OWN_DOMAINS",
                "hilltopprimary.example"));
  }

  @AfterAll
  static void stop() {
    app.close();
    issuer.close();
  }

  @BeforeEach
  void theIssuerTellsTheTruth() {
    issuer.says(KHAN, Lie.NOTHING).away(false);
  }

  private static Visitor visitor() {
    return new Visitor(app.url());
  }

  private static String door(Visitor visitor, String key) {
    var answer = visitor.send("GET", "/sign-in/with/" + key, null, Map.of());
    assertThat(answer.status()).isEqualTo(303);
    return answer.header("Location");
  }

  private static Answer back(Visitor visitor, String key, Map<String, String> query) {
    return visitor.get("/sign-in/back/" + key + "?" + Visitor.encoded(query));
  }

  private static Answer there(Visitor visitor, String key) {
    return back(visitor, key, issuer.signsIn(door(visitor, key)).fields());
  }

  private static Answer press(Visitor visitor, Answer page, String... typed) {
    return visitor.submit(page, page.page().select("main form").attr("action"), typed);
  }

  private static boolean signedIn(Visitor visitor) {
    return visitor.send("GET", "/home", null, Map.of()).status() == 200;
  }

  @Test
  void anAccountElsewhereSignsInWhoIsKnownHereWhereSheWantedToGo() {
    var visitor = visitor();
    var page = visitor.get("/calendar");
    assertThat(page.page().select("a[href=/sign-in/with/any]").text())
        .isEqualTo("Sign in with Any School");
    issuer.says("Khan@HilltopPrimary.example", Lie.NOTHING);
    var asked = there(visitor, "any");
    assertThat(asked.status()).as(asked.body()).isEqualTo(200);
    assertThat(signedIn(visitor)).as("before she pressed").isFalse();
    var pressed = press(visitor, asked);
    assertThat(pressed.path()).isEqualTo("/calendar");
    assertThat(visitor.get("/home").says()).contains("Hello, Miss Khan");
    assertThat(visitor.cookieNames()).doesNotContain("errand", "vouched", "to");
  }

  @Test
  void sheIsAskedWhoseComputerItIsAsByTheMailedLink() {
    var visitor = visitor();
    var asked = there(visitor, "any");
    var answer =
        visitor.press(asked, asked.page().select("main form").attr("action"), "device", "own");
    assertThat(answer.setCookies())
        .anyMatch(line -> line.startsWith("linkroom=") && line.contains("Max-Age=2592000"));
  }

  @ParameterizedTest
  @CsvSource({
    "ANOTHER_NONCE, 502, not in order",
    "NO_NONCE, 502, not in order",
    "ANOTHER_AUDIENCE, 502, not in order",
    "NO_AUDIENCE, 502, not in order",
    "TWO_AUDIENCES, 502, not in order",
    "ANOTHER_PARTY, 502, not in order",
    "ANOTHER_ISSUER, 502, not in order",
    "NO_SUBJECT, 502, not in order",
    "NEVER_EXPIRES, 502, not in order",
    "FROM_TOMORROW, 502, not in order",
    "UNSIGNED, 502, not in order",
    "SIGNED_WITH_OUR_SECRET, 502, not in order",
    "SIGNED_BY_ANOTHER, 502, not in order",
    "GARBAGE, 502, not in order",
    "TOO_MUCH, 502, not in order",
    "KNOWS_US_NOT, 502, not in order",
    "EXPIRED, 410, That took too long",
    "NOT_VERIFIED, 403, We cannot be sure",
    "SILENT_ON_VERIFYING, 403, We cannot be sure",
    "NO_ADDRESS, 403, We cannot be sure",
    "TWO_ADDRESSES, 403, We cannot be sure",
    "BROKEN, 503, No answer from there",
  })
  void whatIsNotSoSignsNobodyInAndLeadsBackToTheMail(Lie lie, int status, String title) {
    issuer.says(KHAN, lie);
    var visitor = visitor();
    refused(there(visitor, "any"), status, title);
    assertThat(signedIn(visitor)).isFalse();
  }

  private static void refused(Answer answer, int status, String title) {
    assertThat(answer.status()).as(answer.says()).isEqualTo(status);
    assertThat(answer.page().select("h1").text()).contains(title);
    assertThat(answer.page().select("main a.button").attr("href")).isEqualTo("/sign-in");
  }

  @ParameterizedTest
  @CsvSource({
    "khan@hilltopprimary.example, NOTHING, 200",
    "khan@hilltopprimary.example, SILENT_ON_VERIFYING, 200",
    "khan@hilltopprimary.example, NOT_VERIFIED, 403",
    "okafor@riversidecofeprimary.example, NOTHING, 403",
    "okafor@riversidecofeprimary.example, SILENT_ON_VERIFYING, 403",
    "khan@evil.hilltopprimary.example, NOTHING, 403",
  })
  void whoSpeaksForItsOwnDomainsIsTakenAtItsWordForThoseAlone(String email, Lie lie, int status) {
    issuer.says(email, lie);
    assertThat(there(visitor(), "own").status()).isEqualTo(status);
  }

  @Test
  void whoIsNotKnownHereBecomesNobodyByIt() {
    issuer.says("nobody@nowhere.example", Lie.NOTHING);
    var visitor = visitor();
    refused(there(visitor, "any"), 403, "That address did not sign you in");
    assertThat(signedIn(visitor)).isFalse();
  }

  @Test
  void anAnswerIsTakenOnceAndByTheBrowserThatAsked() {
    var visitor = visitor();
    var answer = issuer.signsIn(door(visitor, "any"));
    refused(back(visitor(), "any", answer.fields()), 410, "That took too long");
    refused(back(visitor, "own", answer.fields()), 410, "That took too long");
    assertThat(back(visitor, "any", answer.fields()).status()).isEqualTo(200);
    refused(back(visitor, "any", answer.fields()), 410, "That took too long");
    var other = visitor();
    var stale = Map.of("code", answer.code(), "state", state(door(other, "any")));
    refused(back(other, "any", stale), 410, "That took too long");
  }

  private static String state(String door) {
    return door.replaceFirst(".*[?&]state=", "").replaceFirst("&.*", "");
  }

  @Test
  void theLastPressIsGoodOnceToo() {
    var visitor = visitor();
    var asked = there(visitor, "any");
    press(visitor, asked);
    visitor.submit(visitor.get("/home"), "/sign-out");
    refused(press(visitor, asked), 410, "That took too long");
    assertThat(signedIn(visitor)).isFalse();
  }

  @Test
  void anErrandEndsAfterTenMinutes() {
    var visitor = visitor();
    var answer = issuer.signsIn(door(visitor, "any"));
    String errand = visitor.cookie("errand").orElseThrow();
    app.clock().pass(Duration.ofMinutes(11));
    try {
      visitor.hold("errand", errand);
      refused(back(visitor, "any", answer.fields()), 410, "That took too long");
    } finally {
      app.clock().pass(Duration.ofMinutes(-11));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, 403, You were not signed in there",
    "interaction_required, 403, You were not signed in there",
    "server_error, 503, No answer from there",
  })
  void whatTheIssuerRefusesIsSaidKindly(String error, int status, String title) {
    var visitor = visitor();
    String state = issuer.signsIn(door(visitor, "any")).state();
    refused(back(visitor, "any", Map.of("error", error, "state", state)), status, title);
  }

  @Test
  void anAnswerInAnothersNameIsNotTaken() {
    var visitor = visitor();
    var answer = issuer.signsIn(door(visitor, "any"));
    var mixed =
        Map.of("code", answer.code(), "state", answer.state(), "iss", "https://another.example");
    refused(back(visitor, "any", mixed), 502, "not in order");
  }

  @Test
  void anIssuerThatIsDownHoldsNobodyUpAndIsAskedAgain() throws IOException {
    int port;
    try (var gone = new ServerSocket(0)) {
      port = gone.getLocalPort();
    }
    issuer.away(true);
    try (var late =
        TestApp.start(
            Map.of(
                "LINKROOM_SIGN_IN_OPEN_ID_LATE_NAME",
                "Late",
                "LINKROOM_SIGN_IN_OPEN_ID_LATE_ISSUER",
                issuer.url(),
                "LINKROOM_SIGN_IN_OPEN_ID_LATE_CLIENT_ID",
                LyingIssuer.CLIENT,
                "LINKROOM_SIGN_IN_OPEN_ID_LATE_CLIENT_SECRET",
                LyingIssuer.SECRET,
                "LINKROOM_SIGN_IN_OPEN_ID_GONE_NAME",
                "Gone",
                "LINKROOM_SIGN_IN_OPEN_ID_GONE_ISSUER",
                "http://127.0.0.1:" + port,
                "LINKROOM_SIGN_IN_OPEN_ID_GONE_CLIENT_ID",
                "x",
                "LINKROOM_SIGN_IN_OPEN_ID_GONE_CLIENT_SECRET",
                "y"))) {
      var visitor = new Visitor(late.url());
      refused(visitor.get("/sign-in/with/late"), 503, "No answer from there");
      refused(visitor.get("/sign-in/with/gone"), 503, "No answer from there");
      issuer.away(false);
      assertThat(visitor.send("GET", "/sign-in/with/late", null, Map.of()).status()).isEqualTo(303);
    }
  }

  @Test
  void whoTriesTooOftenWaits() {
    var visitor = visitor();
    for (int i = 0; i < 10; i++) {
      door(visitor, "any");
    }
    assertThat(visitor.get("/sign-in/with/any").status()).isEqualTo(429);
  }

  @Test
  void theManagerOfASchoolsNetworkIsToldOfTheIssuer() {
    assertThat(visitor().get("/allow-list").says())
        .contains("127.0.0.1")
        .contains("Signing in with an account there, for adults alone");
    assertThat(visitor().get("/allow-list/text").body()).contains("Signing in with an account");
  }

  @Test
  void noAddressCodeOrSecretComesIntoTheLog() {
    var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    var kept = new ListAppender<ILoggingEvent>();
    kept.start();
    log.addAppender(kept);
    try {
      for (Lie lie : List.of(Lie.ANOTHER_NONCE, Lie.KNOWS_US_NOT, Lie.NOT_VERIFIED)) {
        issuer.says(KHAN, lie);
        there(visitor(), "any");
      }
    } finally {
      log.detachAppender(kept);
    }
    assertThat(kept.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .contains("openid=any why=disorder detail=nonce")
        .noneMatch(
            line ->
                line.contains("khan")
                    || line.contains("code-")
                    || line.contains(LyingIssuer.SECRET)
                    || line.contains("eyJ"));
  }
}
