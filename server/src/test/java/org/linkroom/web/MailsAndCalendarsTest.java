package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// A calendar of one's own, and mails that did not arrive.
class MailsAndCalendarsTest {
  private static TestApp app;
  private static DemoTown town;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    app.clock().set(Instant.parse("2027-03-15T09:00:00Z"));
    town = DemoTown.of(app);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void oneSessionOfOurs() {
    town.database().run("DELETE FROM mail");
    town.database()
        .run(
            """
            INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, by_class, told_turn)
            SELECT 'cal123456789', 'link-up', ?, 'agreed', '2027-03-29T09:30:00Z', 40, lead, id, 0 FROM school_class WHERE id = ?
            ON CONFLICT (id) DO UPDATE SET turn = 0, state = 'agreed'""",
            town.link("4B", "4K"),
            town.schoolClass("4B"));
  }

  private static Visitor as(String name) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(name);
    return visitor;
  }

  private static String address(Visitor visitor) {
    String all = visitor.get("/calendar").page().select("#address").attr("value");
    assertThat(all).startsWith(app.url() + "/calendar/").endsWith(".ics");
    return all.substring(app.url().length());
  }

  private static Answer read(String path) {
    return new Visitor(app.url()).get(path);
  }

  @Test
  void aTeachersCalendarShowsHerLinkUpsOnTheSchoolsClock() throws Exception {
    var feed = read(address(as("Miss Khan")));
    assertThat(feed.header("Content-Type")).startsWith("text/calendar");
    var calendar = new CalendarBuilder().build(new StringReader(feed.body()));
    VEvent ours =
        calendar.<VEvent>getComponents("VEVENT").stream()
            .filter(e -> e.getRequiredProperty("UID").getValue().equals("cal123456789@linkroom"))
            .findFirst()
            .orElseThrow();
    assertThat(ours.getDateTimeStart().toString()).contains("TZID=Europe/London:20270329T103000");
    assertThat(ours.getRequiredProperty("SUMMARY").getValue()).contains("4B", "4K");
  }

  @Test
  void eachSeesWhatIsHers() {
    for (String who : new String[] {"Mr Okafor", "Mrs Holroyd", "Mr Patel", "Ruth Lindley"}) {
      assertThat(read(address(as(who))).body()).as(who).contains("cal123456789@linkroom");
    }
    assertThat(read(address(as("Mrs Whitfield"))).body()).doesNotContain("cal123456789");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    String path = address(as("Miss Khan"));
    var mark = read(path).header("ETag");
    var program = new Visitor(app.url());
    assertThat(program.send("GET", path, "", Map.of("If-None-Match", mark)).status())
        .isEqualTo(304);
    town.database().run("UPDATE session SET turn = 1 WHERE id = 'cal123456789'");
    assertThat(program.send("GET", path, "", Map.of("If-None-Match", mark)).status())
        .isEqualTo(200);
  }

  @Test
  void aNewAddressEndsTheOldOne() {
    var okafor = as("Mr Okafor");
    String before = address(okafor);
    okafor.submit(okafor.get("/calendar"), "/calendar/renew");
    assertThat(read(before).status()).isEqualTo(404);
    assertThat(read(address(okafor)).status()).isEqualTo(200);
    assertThat(read(before.replace(".ics", "x.ics")).status()).isEqualTo(404);
    assertThat(read("/calendar/" + town.person("Mr Okafor") + ".ics").status()).isEqualTo(404);
  }

  private static void lost(String id, String email) {
    town.database()
        .run(
            """
            INSERT INTO mail (id, email, subject, body, made_at, until, gave_up_at, fault, kind)
            VALUES (?, ?, 'secret subject', 'secret body', '2027-03-15T08:00:00Z', '2027-03-16T09:00:00Z', '2027-03-15T08:30:00Z', 'refused', 'invitation')""",
            id,
            email);
  }

  private static String email(String name) {
    return town.database().one("SELECT email FROM person WHERE name = ?", name);
  }

  private static String mails(String school) {
    return "/programmes/" + town.programme(school) + "/mails";
  }

  @Test
  void aFacilitatorSeesWhatDidNotArriveInWordsAndNeverWhatItSays() {
    lost("los123456789", email("Miss Khan"));
    var ruth = as("Ruth Lindley");
    var page = ruth.get(mails("Hilltop Primary"));
    assertThat(page.says())
        .contains("Miss Khan", email("Miss Khan"), "Invitation to a link-up")
        .contains("does not take mails for this address");
    assertThat(page.body()).doesNotContain("secret");
    var after = ruth.submit(page, mails("Hilltop Primary") + "/again");
    assertThat(after.says()).contains("Every mail of the last month has arrived");
    assertThat(town.database().one("SELECT tries::text FROM mail WHERE gave_up_at IS NULL"))
        .isEqualTo("0");
  }

  @Test
  void anothersMailIsNotHersToSeeOrToTryAgain() {
    lost("los223456789", "somebody@elsewhere.example");
    var ruth = as("Ruth Lindley");
    String path = mails("Hilltop Primary");
    assertThat(ruth.get(path).says()).doesNotContain("elsewhere");
    String token = ruth.get("/concern").page().select("[name=csrf]").attr("value");
    var fields = Map.of("csrf", token, "mail", "los223456789");
    assertThat(ruth.post(path + "/again", fields, Map.of()).status()).isEqualTo(409);
    var coordinator = as("Mrs Whitfield");
    var all = coordinator.get("/network/mails");
    assertThat(all.says()).contains("somebody@elsewhere.example");
    assertThat(coordinator.submit(all, "/network/mails/again").says()).contains("has arrived");
  }
}
