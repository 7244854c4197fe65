package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// A teacher at her own browser, doing what the words on the screen tell her.
final class Teacher implements AutoCloseable {
  private static final Pattern COVER_CODE = Pattern.compile("^\\s*[A-Z0-9]{4} [A-Z0-9]{4}\\s*$");

  private final TestApp app;
  private final String who;
  private final BrowserContext browser;
  private final Page page;

  private Teacher(TestApp app, String who, BrowserContext browser) {
    this.app = app;
    this.who = who;
    this.browser = browser;
    page = browser.newPage();
  }

  /// @param who her mail address; or her name, where she signs in by the demo's one press
  static Teacher at(TestApp app, String who) {
    return new Teacher(app, who, LivePage.context());
  }

  /// @param browser one of her own, with another camera or another size
  static Teacher at(TestApp app, String who, BrowserContext browser) {
    return new Teacher(app, who, browser);
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
  private Locator mail() {
    var mails = browser.newPage();
    mails.navigate(app.url("/demo/mails"));
    return mails.locator("article", new Page.LocatorOptions().setHasText(who)).first();
  }

  /// Plan a link-up without a lesson that begins now; answers its path.
  String plansALinkUpForNow() {
    return plansALinkUpForNow(40);
  }

  /// Plan one that lasts so many minutes, of those that the form offers.
  String plansALinkUpForNow(int minutes) {
    return plansForNow("none", minutes);
  }

  /// Plan one and choose nothing: it is given the lesson that fits.
  String plansALessonForNow() {
    return plansForNow("fits", 40);
  }

  private String plansForNow(String plan, int minutes) {
    page.navigate(app.url("/home"));
    page.locator("a[href^='/links/']").first().click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Plan a link-up")).click();
    page.locator("label.choice:has(input[value=now])").click();
    page.locator("label.choice:has(input[name=minutes][value='" + minutes + "'])").click();
    page.locator("select[name=plan]").selectOption(plan);
    page.locator("form[action$='/sessions/new'] button").click();
    assertThat(page.locator(".badge")).hasText("Proposed");
    return path();
  }

  /// Take a ready-made plan for a session, and keep it as it is.
  void choosesAPlan(String session, String plan) {
    page.navigate(app.url(session));
    page.locator("a[href$='/plan']").click();
    page.locator("label.choice:has(input[value=" + plan + "])").click();
    presses(AriaRole.BUTTON, "Take this plan");
    keepsThePlan();
  }

  /// Keep the plan that she edits as it stands there.
  void keepsThePlan() {
    presses(AriaRole.BUTTON, "Keep this plan");
    assertThat(page.locator("ol.sheet li").first()).isVisible();
  }

  /// Take a step of another ready-made plan over, before the goodbye; she can go on editing.
  ///
  /// @param step the plan's name and the step's: "goodbye/draw"
  void addsAStep(String session, String step) {
    page.navigate(app.url(session + "/plan"));
    int many = page.locator("fieldset.segment").count();
    page.locator("select[name=add]").selectOption(step);
    presses(AriaRole.BUTTON, "Keep this plan");
    assertThat(page.locator("fieldset.segment")).hasCount(many + 1);
  }

  /// Put pictures of her class into its parcel, and approve them.
  void packsPictures(int many) {
    page.navigate(app.url("/home"));
    page.locator(".card.link h3 a").first().click();
    page.locator("a[href*='/parcel/']").first().click();
    String of = page.locator("h1").innerText().replaceAll("A parcel of (\\S+).*", "$1");
    for (int i = 1; i <= many; i++) {
      Parcel.picture(page, "Picture " + i + " of " + of);
    }
  }

  private void presses(AriaRole role, String name) {
    page.getByRole(role, new Page.GetByRoleOptions().setName(name)).click();
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

  /// Ring the other teacher by one press from the link, without a class.
  LivePage callsTheOtherTeacher() {
    page.navigate(app.url("/home"));
    page.locator("a[href^='/links/']").first().click();
    page.locator("form[action$='/call'] button").click();
    page.locator("button[name=screen]").click();
    return new LivePage(page);
  }

  /// Name an adult who stands in for her; answers the code that the sheet shows.
  String namesACoverAdult(String session, String name) {
    page.navigate(app.url(session + "/cover"));
    page.locator("input[name=name]").fill(name);
    page.locator("form[action$='/cover'] button").click();
    page.navigate(app.url(session + "/sheet"));
    return page.locator(".bigcode, .code")
        .filter(new Locator.FilterOptions().setHasText(COVER_CODE))
        .first()
        .innerText()
        .strip();
  }

  /// The adult who stands in comes in at a browser that nobody is signed in at.
  static LivePage coversWith(TestApp app, String code) {
    var page = LivePage.context().newPage();
    page.navigate(app.url("/cover"));
    page.locator("input[name=code]").fill(code);
    page.locator("label:has(input[name=screen][value=class])").click();
    page.locator("form[action='/cover'] button").click();
    return new LivePage(page);
  }

  /// Enrol her class's board for the year, at the browser of the board; there it stays signed out.
  Page enrolsABoard() {
    page.navigate(app.url("/home"));
    page.locator("a[href^='/links/']").first().click();
    page.locator("a[href$='/board']").first().click();
    page.locator("form[action$='/board'] button").click();
    return page;
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
