package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Being signed in: where it leads, how it ends, and what is left of it.
class SignedInTest {
  private static TestApp app;
  private static DemoTown town;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Visitor visitor() {
    return new Visitor(app.url());
  }

  private static boolean signedIn(Visitor visitor) {
    return visitor.send("GET", "/home", null, Map.of()).status() == 200;
  }

  @Test
  void whoSignsInGoesWhereSheWasGoing() {
    String link = "/links/" + town.link("4B", "4K");
    var visitor = visitor();
    var asked = visitor.get(link + "?x=1");
    assertThat(asked.path()).startsWith("/sign-in?to=%2Flinks%2F");
    String email = "khan@hilltopprimary.example";
    visitor.submit(asked, "/sign-in", "email", email);
    String mailed = visitor.mailedLink(email);
    assertThat(visitor.submit(visitor.get(mailed), mailed).path()).isEqualTo(link + "?x=1");
    assertThat(visitor.cookie("to")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/%5Cevil.example",
        "javascript:alert(1)",
        "/x%0D%0ASet-Cookie:a=b",
        "///evil.example",
        "/.evil.example",
        " /home",
        "@evil.example"
      })
  void nobodyIsSentElsewhere(String to) {
    var visitor = visitor();
    visitor.get(
        "/sign-in?to=" + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(visitor.signInAs("Miss Khan").path()).isEqualTo("/home");
    visitor.hold("to", to.replace(" ", ""));
    assertThat(visitor.signInAs("Miss Khan").path()).isEqualTo("/home");
  }

  @Test
  void signingOutEndsThisBrowserAlone() {
    var here = visitor();
    var there = visitor();
    here.signInAs("Miss Khan");
    there.signInAs("Miss Khan");
    String cookie = here.cookie("linkroom").orElseThrow();
    here.submit(here.get("/home"), "/sign-out");
    assertThat(here.cookie("linkroom")).isEmpty();
    here.hold("linkroom", cookie);
    assertThat(signedIn(here)).as("with the cookie of before").isFalse();
    assertThat(signedIn(there)).isTrue();
  }

  @Test
  void signingOutEverywhereEndsEveryBrowserOfHersAndNobodyElses() {
    var here = visitor();
    var there = visitor();
    var his = visitor();
    here.signInAs("Miss Khan");
    there.signInAs("Miss Khan");
    his.signInAs("Mr Boyd");
    here.submit(here.get("/home"), "/sign-out-everywhere");
    assertThat(signedIn(here)).isFalse();
    assertThat(signedIn(there)).isFalse();
    assertThat(signedIn(his)).isTrue();
  }

  @Test
  void whoSignsInAsSomebodyElseLeavesNoSignInBehind() {
    var visitor = visitor();
    visitor.signInAs("Mr Finch");
    String before = visitor.cookie("linkroom").orElseThrow();
    visitor.signInAs("Mrs Oyelaran");
    var thief = visitor();
    thief.hold("linkroom", before);
    assertThat(signedIn(thief)).isFalse();
  }

  @Test
  void aSharedComputerIsSignedOutAtSixAndAnOwnOneIsNot() {
    try (var evening = TestApp.start()) {
      evening.clock().set(java.time.Instant.parse("2027-01-12T15:00:00Z"));
      var shared = new Visitor(evening.url());
      var own = new Visitor(evening.url());
      shared.signInAs("Miss Khan");
      own.submit(own.get("/sign-in"), "/sign-in", "email", "khan@hilltopprimary.example");
      String link = own.mailedLink("khan@hilltopprimary.example");
      own.submit(own.get(link), link, "device", "own");
      evening.clock().pass(Duration.ofHours(2).plusMinutes(59));
      assertThat(signedIn(shared)).isTrue();
      evening.clock().pass(Duration.ofMinutes(2));
      assertThat(signedIn(shared)).isFalse();
      assertThat(signedIn(own)).isTrue();
    }
  }
}
