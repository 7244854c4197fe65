package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.RealIssuer;
import org.linkroom.testing.TestApp;

/// A teacher signs in by an account elsewhere, at a real OpenID Connect server and in a real
/// browser. The issuer is another site than we are, as it is in a school.
@BrowserTest
class AccountElsewhereTest {
  private static TestApp app;
  private static RealIssuer issuer;

  @BeforeAll
  static void start() throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    app =
        TestApp.start(
            Map.of(
                "LINKROOM_SIGN_IN_OPEN_ID_REAL_NAME",
                "Real",
                "LINKROOM_SIGN_IN_OPEN_ID_REAL_ISSUER",
                "http://127.0.0.1:" + port,
                "LINKROOM_SIGN_IN_OPEN_ID_REAL_CLIENT_ID",
                RealIssuer.CLIENT,
                "LINKROOM_SIGN_IN_OPEN_ID_REAL_CLIENT_SECRET",
                RealIssuer.SECRET,
                "LINKROOM_SIGN_IN_OPEN_ID_REAL_PROMPT",
                ""));
    issuer = RealIssuer.start(port, app.url("/sign-in/back/real"));
  }

  @AfterAll
  static void stop() {
    issuer.close();
    app.close();
  }

  @AfterEach
  void closeAllBrowsers() {
    Chromium.browser().contexts().forEach(context -> context.close());
  }

  /// Goes to the issuer and types her address there. Its pages for development ask a font of a
  /// foreign host, which no test does.
  private static Page at(String email) {
    var browser = LivePage.context();
    browser.route(
        url -> !url.contains("://127.0.0.1:") && !url.contains("://localhost:"),
        route -> route.abort());
    var page = browser.newPage();
    page.navigate(app.url("/calendar"));
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with Real")).click();
    page.locator("input[name=login]").fill(email);
    page.locator("input[name=password]").fill("any");
    page.locator("button[type=submit]").click();
    assertThat(page.locator("input[name=login]")).hasCount(0);
    return page;
  }

  private static Page saysYes(String email) {
    var page = at(email);
    page.locator("button[type=submit]").click();
    return page;
  }

  @Test
  void aTeacherSignsInWhereSheWantedToGo() {
    var page = saysYes("khan@hilltopprimary.example");
    page.locator("form[action='/sign-in/back/real'] button").click();
    assertThat(page).hasURL(app.url("/calendar"));
    page.navigate(app.url("/home"));
    assertThat(page.locator("h1")).containsText("Hello, Miss Khan");
    assertThat(page.context().cookies().stream().map(cookie -> cookie.name))
        .doesNotContain("errand", "vouched");
  }

  @Test
  void whoSaysNoOverThereIsToldOfTheMail() {
    var page = at("khan@hilltopprimary.example");
    page.locator("a[href$='/abort']").click();
    assertThat(page.locator("h1")).hasText("You were not signed in there");
    page.locator("main a.button").click();
    assertThat(page.locator("input[name=email]")).isVisible();
  }

  @Test
  void whoIsNotKnownHereOrNotSurelyHerselfIsToldOfTheMail() {
    var stranger = saysYes("nobody@nowhere.example");
    assertThat(stranger.locator("h1")).hasText("That address did not sign you in");
    var unsure = saysYes("unverified@hilltopprimary.example");
    assertThat(unsure.locator("h1")).hasText("We cannot be sure that it is you");
  }
}
