package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// A teacher at her own browser, doing what the words on the screen tell her.
final class Teacher implements AutoCloseable {
  private final TestApp app;
  private final String who;
  private final BrowserContext browser;
  private final Page page;

  private Teacher(TestApp app, String who) {
    this.app = app;
    this.who = who;
    browser = LivePage.context();
    page = browser.newPage();
  }

  /// @param who her mail address; or her name, where she signs in by the demo's one press
  static Teacher at(TestApp app, String who) {
    return new Teacher(app, who);
  }

  Page page() {
    return page;
  }

  /// Ask for a mail, open its link and press the one button there.
  Teacher signsInByTheMailedLink() {
    asksForAMail();
    page.navigate(mail().locator("a[href*='/sign-in/link/']").first().getAttribute("href"));
    page.locator("form[action^='/sign-in/link/'] button").click();
    assertThat(page.locator("h1")).containsText("Hello");
    return this;
  }

  /// Ask for a mail and type its six digits where it was asked for.
  Teacher signsInByTheMailedCode() {
    asksForAMail();
    String code =
        mail().locator("p").allInnerTexts().stream()
            .filter(line -> line.matches("\\d{6}"))
            .findFirst()
            .orElseThrow();
    page.locator("input[name=code]").fill(code);
    page.locator("form[action='/sign-in/code'] button").click();
    assertThat(page.locator("h1")).containsText("Hello");
    return this;
  }

  /// Be this person by the demo's one press.
  Teacher signsInByOnePress() {
    page.navigate(app.url("/demo"));
    page.locator("li", new Page.LocatorOptions().setHasText(who)).first().locator("button").click();
    assertThat(page.locator("h1")).containsText("Hello");
    return this;
  }

  private void asksForAMail() {
    page.navigate(app.url("/sign-in"));
    page.locator("input[name=email]").fill(who);
    page.locator("form[action='/sign-in'] button").click();
    assertThat(page.locator("input[name=code]")).isVisible();
  }

  /// Her newest mail, as the demo shows it.
  private com.microsoft.playwright.Locator mail() {
    var mails = browser.newPage();
    mails.navigate(app.url("/demo/mails"));
    return mails.locator("article", new Page.LocatorOptions().setHasText(who)).first();
  }

  /// Plan a link-up that begins now; answers its path.
  String plansALinkUpForNow() {
    page.navigate(app.url("/home"));
    page.locator("a[href^='/links/']").first().click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan a link-up")).click();
    page.locator("label.choice:has(input[value=now])").click();
    page.locator("form[action$='/sessions/new'] button").click();
    assertThat(page.locator(".badge")).hasText("Proposed");
    return path();
  }

  /// Say yes to what the other class has proposed.
  void accepts(String session) {
    page.navigate(app.url(session));
    page.locator("form[action$='/accept'] button").click();
    assertThat(page.locator("form[action$='/accept']")).hasCount(0);
  }

  /// Go in with the screen that the class sees: one device for everything.
  LivePage goesInWithTheClassesScreen(String session) {
    return goesIn(session, "class");
  }

  /// Go in with a screen that only she sees.
  LivePage goesInWithHerOwnScreen(String session) {
    return goesIn(session, "me");
  }

  private LivePage goesIn(String session, String screen) {
    page.navigate(app.url(session));
    page.locator("a[href$='/go-in']").click();
    page.locator("button[name=screen][value=" + screen + "]").click();
    return new LivePage(page);
  }

  /// The record of a session, as its page says it.
  String record(String session) {
    page.navigate(app.url(session + "/record"));
    return page.locator("main").innerText();
  }

  private String path() {
    return page.url().substring(app.url().length());
  }

  /// A device of hers that nobody is signed in on asks to come in by the class's code.
  LivePage bringsADevice(String kind, String code) {
    var device = LivePage.context().newPage();
    device.navigate(app.url("/join"));
    device.locator("input[name=code]").fill(code);
    device.locator("label:has(input[name=kind][value=" + kind + "])").click();
    device.locator("form[action='/join'] button").click();
    return new LivePage(device);
  }

  @Override
  public void close() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
  }
}
