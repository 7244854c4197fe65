package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.KeptEnquiry;
import org.linkroom.testing.TestApp;

/// One walk by every page and by every state of a link-up, so that a check made once is made
/// everywhere: public pages, each role's pages, forms with errors, and the live pages of boards,
/// adults and tablets from the lobby to the goodbye.
final class EveryPage {
  /// The app that the walk needs: an adult's silence is noticed soon, and a session of the demo
  /// that begins in some minutes is not shown to the partner yet. Somebody's account signs nobody
  /// in, for its issuer is down.
  static final Map<String, String> SETTINGS =
      Map.of(
          "LINKROOM_ROOM_KEY_SILENT", "3 s",
          "LINKROOM_ROOM_EARLY", "1 min",
          "LINKROOM_SIGN_IN_OPEN_ID_DOWN_NAME", "Nobody",
          "LINKROOM_SIGN_IN_OPEN_ID_DOWN_ISSUER", "http://127.0.0.1:1",
          "LINKROOM_SIGN_IN_OPEN_ID_DOWN_CLIENT_ID", "x",
          "LINKROOM_SIGN_IN_OPEN_ID_DOWN_CLIENT_SECRET", "y");

  /// What is done at each stop.
  interface Look {
    /// A device begins: whatever it asks for or complains of from here on can be heard.
    void begins(BrowserContext device);

    /// The walk stands before this page.
    ///
    /// @param board whether children see it
    void at(String where, Page page, boolean board);
  }

  private final TestApp app;
  private final Look look;
  private final Map<String, Teacher> people = new HashMap<>();
  private final DemoTown town;

  EveryPage(TestApp app, Look look) {
    this.app = app;
    this.look = look;
    town = DemoTown.of(app);
  }

  /// Walk all of it.
  void walk() {
    publicPages();
    formsWithErrors();
    teachersPages();
    pagesOfRoles();
    everyLiveState();
    afterwards();
  }

  private void see(Page page, String... paths) {
    for (String path : paths) {
      page.navigate(app.url(path));
      look.at(path, page, false);
    }
  }

  private Page stranger() {
    var device = LivePage.context();
    look.begins(device);
    return device.newPage();
  }

  private Teacher person(String name) {
    return people.computeIfAbsent(
        name,
        who -> {
          var device = LivePage.context();
          look.begins(device);
          return Teacher.at(app, who, device).signsInByOnePress();
        });
  }

  private void publicPages() {
    see(
        stranger(),
        "/",
        "/sign-in",
        "/sign-in/with/down",
        "/join",
        "/cover",
        "/concern",
        "/privacy",
        "/cookies",
        "/assessment",
        "/check",
        "/allow-list",
        "/accessibility",
        "/demo",
        "/demo/mails",
        "/nothing-here");
  }

  private void formsWithErrors() {
    var page = stranger();
    sends(page, "/sign-in", "form[action='/sign-in'] button", "a form with errors: sign in");
    sends(page, "/join", "form[action='/join'] button", "a form with errors: join");
    sends(page, "/cover", "form[action='/cover'] button", "a form with errors: cover");
    sends(page, "/concern", "form[action='/concern'] button", "a form with errors: concern");
    page.navigate(app.url("/sign-in"));
    page.locator("input[name=email]").fill("nobody@school.example");
    page.locator("form[action='/sign-in'] button").click();
    look.at("after asking for a mail", page, false);
    page.navigate(app.url("/concern"));
    page.locator("label.choice").first().click();
    page.locator("#school").selectOption(town.school("Hilltop Primary"));
    page.locator("form[action='/concern'] button").click();
    look.at("after raising a concern", page, false);
  }

  private void sends(Page page, String path, String press, String where) {
    page.navigate(app.url(path));
    page.locator(press).first().click();
    look.at(where, page, false);
  }

  private void teachersPages() {
    var page = person("Miss Khan").page();
    String link = "/links/" + town.link("4B", "4K");
    String soon = "/sessions/" + town.nextSession(link.substring("/links/".length()));
    see(page, "/home", link, link + "/sessions/new", soon, soon + "/go-in", soon + "/move");
    see(page, soon + "/plan", link + "/questions");
    sends(page, soon + "/plan", "form[action$='/plan'] button", "a plan, chosen");
    parcels(page, link);
    see(page, soon + "/cover", soon + "/sheet", "/classes/" + town.schoolClass("4B") + "/board");
    see(page, "/classes/" + town.schoolClass("4B") + "/needs");
    sends(page, link, "button[value=message]", "a form with errors: note");
    sends(page, soon + "/cover", "form[action$='/cover'] button", "a form with errors: a name");
    page.navigate(app.url(link + "/sessions/new"));
    page.locator("input[name=day]").fill("");
    page.locator("form[action$='/sessions/new'] button").click();
    look.at("a form with errors: plan", page, false);
    person("Miss Khan").namesACoverAdult(soon, "Mr Ali");
    see(page, soon + "/cover", soon + "/sheet");
    page.navigate(app.url(link));
    String tomorrow =
        page.locator(".story .comes a[href^='/sessions/']").last().getAttribute("href");
    see(page, tomorrow, tomorrow + "/go-in");
    early(soon);
  }

  /// A parcel is packed and sent; the other class opens it.
  private void parcels(Page page, String link) {
    String pack = link + "/parcel/" + town.schoolClass("4B");
    see(page, link + "/parcels", pack);
    sends(page, pack, "form[action$='/pictures'] button", "errors: a picture");
    page.navigate(app.url(pack));
    Parcel.packs(page);
    look.at("a packed parcel", page, false);
    Parcel.sends(page);
    look.at("a parcel that was sent", page, false);
    var partner = person("Mr Okafor").page();
    see(partner, link, link + "/parcels");
    partner.navigate(app.url(link));
    partner.locator(".come a").first().click();
    for (String what : List.of("wrapped", "words", "a picture", "a sound")) {
      look.at("a parcel on the board: " + what, partner, true);
      partner.locator("a[rel=next]").click();
    }
    look.at("a parcel on the board: what we noticed", partner, true);
    partner.locator(".turning .big").click();
    partner.locator("form[action$='/answer'] button").click();
    look.at("errors: an answer", partner, false);
  }

  /// A lobby of which the partner is not told yet.
  private void early(String session) {
    var board = person("Miss Khan").goesInWithTheClassesScreen(session).shows("lobby");
    look.at("board, early, first look", board.page(), true);
    board.joinsWithSound();
    look.at("board, early", board.page(), true);
    board.opensTheBar();
    look.at("board, early, bar", board.page(), true);
    var own = tab("Miss Khan", session);
    look.at("adult, early", own.page(), false);
    own.page().close();
  }

  private LivePage tab(String name, String session) {
    var page = person(name).page().context().newPage();
    page.navigate(app.url(session + "/go-in"));
    page.locator("button[name=screen][value=me]").click();
    return new LivePage(page).shows("lobby");
  }

  private void pagesOfRoles() {
    for (String name : List.of("Mrs Whitfield", "Ruth Lindley", "Mrs Dean", "Mr Boyd")) {
      see(person(name).page(), "/home");
    }
    see(person("Mrs Whitfield").page(), "/programmes", "/programmes/new", "/day");
    network();
    linking();
    records();
    String link = "/links/" + town.link("4B", "4K");
    see(person("Ruth Lindley").page(), "/day");
    String soon = "/sessions/" + town.nextSession(town.link("4B", "4K"));
    see(person("Ruth Lindley").page(), soon, soon + "/for-both", link + "/contact");
    see(person("Miss Khan").page(), link + "/help");
    see(person("Mr Patel").page(), "/home", "/concerns");
    var head = person("Mrs Holroyd").page();
    see(head, "/home", "/concerns");
    sends(head, "/codes", "form[action='/codes'] button", "a code to read out");
  }

  private void network() {
    String school = "/schools/" + town.school("Hilltop Primary");
    var head = person("Mrs Holroyd").page();
    see(head, school, school + "/change", school + "/adults", school + "/classes/new");
    sends(head, school + "/adults", "form[action$='/adults'] button", "errors: an adult");
    String programme = "/programmes/" + town.programme("Hilltop Primary");
    var ruth = person("Ruth Lindley").page();
    see(ruth, programme + "/concerns", programme + "/mails", "/calendar", programme + "/terms");
    see(head, "/sessions/" + town.nextSession(town.link("4B", "4K")) + "/leader");
    see(head, school + "/terms", "/classes/" + town.schoolClass("4B") + "/times");
    var whitfield = person("Mrs Whitfield").page();
    see(whitfield, "/network/mails", "/network/log", "/network/kept", "/network/people");
    see(head, school + "/log", school + "/today", school + "/held");
    see(ruth, programme + "/board");
    sends(ruth, programme + "/board", "form#write button", "errors: a post");
    see(ruth, programme, programme + "/people", programme + "/change", programme + "/schools/new");
  }

  private void linking() {
    String programme = "/programmes/" + town.programme("Hilltop Primary");
    String link = "/links/" + town.link("4B", "4K");
    var ruth = person("Ruth Lindley").page();
    see(ruth, programme + "/links", programme + "/links/new", programme + "/agreement");
    see(ruth, programme + "/interest", "/interest", programme.replace("/programmes", "/interest"));
    see(ruth, programme + "/import");
    table(ruth, programme);
    schoolYears(ruth, programme);
    see(ruth, programme + "/archived", "/classes/" + town.schoolClass("4B") + "/change");
    see(ruth, link, link + "/answer", link + "/end", link + "/items/new");
    sends(ruth, link + "/items/new", "form[action$='/new'] button", "errors: a line of the year");
    see(person("Mrs Holroyd").page(), "/schools/" + town.school("Hilltop Primary") + "/agreement");
  }

  private void records() {
    String school = "/schools/" + town.school("Hilltop Primary");
    String programme = "/programmes/" + town.programme("Hilltop Primary");
    var khan = person("Miss Khan").page();
    see(khan, "/links/" + town.link("4B", "4K") + "/records");
    see(person("Mrs Holroyd").page(), school + "/records", school + "/records?by=adults");
    see(person("Mr Patel").page(), school + "/ledger");
    see(person("Ruth Lindley").page(), programme + "/records", programme + "/figures");
    see(person("Mrs Whitfield").page(), "/network/records", "/network/figures");
  }

  /// A school's classes of last year are to go over: the form, an error, and the look.
  private void schoolYears(Page page, String programme) {
    see(page, programme + "/rollover", "/me");
    String old = town.schoolClass("8M");
    town.database().run("UPDATE school_class SET year = year - 1 WHERE id = ?", old);
    String school = town.database().one("SELECT school FROM school_class WHERE id = ?", old);
    String path = "/schools/" + school + "/rollover";
    var head = person("Dr Lowe").page();
    see(head, path);
    head.locator("details summary").first().click();
    head.locator("#email-" + old).fill("new@marshgate.example");
    head.locator("form[action$='/rollover'] button").click();
    look.at("errors: a class goes over", head, false);
    sends(head, path, "form[action$='/rollover'] button", "classes that go over, looked at");
    town.database().run("UPDATE school_class SET year = year + 1 WHERE id = ?", old);
  }

  /// A table is looked at: lines that are taken, one that is not.
  private void table(Page page, String programme) {
    page.navigate(app.url(programme + "/import"));
    page.locator("details summary").click();
    page.locator("#table")
        .fill("School,Town,Head,Head email\nHilltop Primary,York,Ms New,new@hill.example\nElm,,,");
    page.locator("form[action$='/import'] button").click();
    look.at("a table looked at", page, false);
    sends(page, programme + "/import", "form[action$='/import'] button", "errors: a table");
  }

  private void everyLiveState() {
    var khan = person("Miss Khan");
    var okafor = person("Mr Okafor");
    String session = khan.plansALinkUpForNow();
    see(khan.page(), session);
    see(okafor.page(), session);
    khan.choosesAPlan(session, "enquiry-60");
    var link = new LiveStates(app, look, khan, okafor, session);
    link.lobby();
    link.live();
    link.lesson();
    link.covered();
    link.questioned();
    link.ended();
  }

  private void afterwards() {
    var khan = person("Miss Khan");
    String past = "/sessions/" + town.pastSession(town.link("4B", "4K"));
    KeptEnquiry.of(town, "4B", "4K").keep(past.substring("/sessions/".length()));
    see(khan.page(), past + "/lesson", "/links/" + town.link("4B", "4K"));
    see(khan.page(), past, past + "/record", past + "/our-link-up", past + "/go-in");
    var device = LivePage.context();
    look.begins(device);
    var board = Teacher.at(app, "Miss Khan", device).signsInByOnePress().enrolsABoard();
    assertThat(board.locator("h1")).isVisible();
    look.at("an enrolled board's day", board, true);
  }
}
