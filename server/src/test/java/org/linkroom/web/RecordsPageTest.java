package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// What was held, as heads, teachers and programmes read it.
class RecordsPageTest {
  private static TestApp app;
  private static DemoTown town;
  private static String link;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
    app.clock().set(Instant.now());
    recorded(town.pastSession(link), 33);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /// As it is kept once a session has been over for some minutes, whether the app was first or not.
  private static void recorded(String session, int minutes) {
    var database = town.database();
    database.run("UPDATE session SET recorded_at = now() WHERE id = ?", session);
    database.run("DELETE FROM attendance WHERE session = ?", session);
    database.run(
        """
        INSERT INTO attendance (session, link, programme, year, kind, outcome, starts_at, planned, minutes)
        SELECT s.id, l.id, l.programme, l.year, s.kind, 'met', s.starts_at, s.minutes, ?
        FROM session s JOIN link l ON l.id = s.link WHERE s.id = ?""",
        minutes,
        session);
    database.run(
        """
        INSERT INTO attendance_class (session, class, school, programme, year, starts_at, met, minutes)
        SELECT a.session, c.id, c.school, o.programme, a.year, a.starts_at, true, a.minutes + 5
        FROM attendance a JOIN link_class lc ON lc.link = a.link JOIN school_class c ON c.id = lc.class
        JOIN school o ON o.id = c.school WHERE a.session = ?""",
        session);
    database.run(
        """
        INSERT INTO attendance_adult (session, place, class, person, name, role, came, went, minutes)
        SELECT a.session, lc.place, c.id, c.lead, p.name, 'teacher', a.starts_at, a.starts_at + interval '38 minutes', 38
        FROM attendance a JOIN link_class lc ON lc.link = a.link JOIN school_class c ON c.id = lc.class
        JOIN person p ON p.id = c.lead WHERE a.session = ?""",
        session);
  }

  private static Visitor as(String who) {
    var visitor = new Visitor(app.url());
    assertThat(visitor.signInAs(who).status()).isEqualTo(200);
    return visitor;
  }

  private static String school() {
    return "/schools/" + town.school("Hilltop Primary");
  }

  private static String programme() {
    return "/programmes/" + town.programme("Hilltop Primary");
  }

  private static List<String> cells(Answer page) {
    return page.page().select("tbody tr").eachText();
  }

  @Test
  void aTeacherReadsHerLinksRecordsFromItsPage() {
    var khan = as("Miss Khan");
    String records = "/links/" + link + "/records";
    assertThat(khan.get("/links/" + link).page().select("a[href=" + records + "]")).isNotEmpty();
    var page = khan.get(records);
    assertThat(page.says()).contains("Records of 4B and 4K by session", "knows which devices");
    assertThat(cells(page))
        .anyMatch(row -> row.contains("4B Hilltop Primary 4K") && row.endsWith("40 33 38"));
    var adults = khan.get(records + "?by=adults");
    assertThat(cells(adults)).anyMatch(row -> row.startsWith("Mr Okafor Teacher 4K"));
  }

  @Test
  void aHeadReadsHerSchoolsByEachOfFourWays() {
    var head = as("Mrs Holroyd");
    assertThat(head.get(school()).page().select(".tabs a").eachText()).contains("Records");
    for (String by : List.of("sessions", "links", "classes", "adults")) {
      var page = head.get(school() + "/records?by=" + by);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.page().select(".choose [aria-current]").attr("href")).contains(by);
      assertThat(cells(page)).as(by).isNotEmpty();
    }
    assertThat(cells(head.get(school() + "/records?by=adults")))
        .as("the partner's adults are the partner's")
        .noneMatch(row -> row.contains("Mr Okafor"));
  }

  @Test
  void aProgrammesTeamReadsItByLinkSchoolAndClassAndNoAdultIsNamed() {
    var ruth = as("Ruth Lindley");
    for (String by : List.of("links", "schools", "classes", "sessions", "adults")) {
      var page = ruth.get(programme() + "/records?by=" + by);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.says()).contains("Hilltop Primary").doesNotContain("Miss Khan");
    }
  }

  @Test
  void aYearOfWhichNothingIsOnRecordSaysSo() {
    var head = as("Mrs Holroyd");
    assertThat(head.get(school() + "/records?year=2020").says())
        .contains("Nothing is on record for this school year", "2020/21");
    for (String odd : List.of("abc", "1999", "20201", "%27")) {
      assertThat(head.get(school() + "/records?year=" + odd).says()).contains("4B");
    }
  }

  @Test
  void theNetworkIsReadByProgramme() {
    var coordinator = as("Mrs Whitfield");
    assertThat(coordinator.get("/programmes").page().select("a[href=/network/records]"))
        .isNotEmpty();
    var page = coordinator.get("/network/records");
    assertThat(page.page().select("tbody a").eachText()).contains("Bradford", "Kent");
    assertThat(page.page().select("tfoot").text()).startsWith("All together");
  }

  @Test
  void theSameTableIsThereForASpreadsheet() {
    var head = as("Mrs Holroyd");
    String href =
        head.get(school() + "/records?by=adults").page().select("a[href*=.csv]").attr("href");
    var csv = head.get(href);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition"))
        .matches(
            "attachment; filename=\"records-of-hilltop-primary-by-adult-20\\d\\d-\\d\\d.csv\"");
    assertThat(csv.body())
        .startsWith("\uFEFFAdult,Role,Class,School,Sessions,Minutes connected\r\n")
        .contains("Miss Khan,Teacher,4B,Hilltop Primary,1,38\r\n");
  }

  private static long looks(String who) {
    return Long.parseLong(
        town.database()
            .one(
                "SELECT count(*) FROM audit WHERE what = 'ledger.read' AND who = ? AND subject = ?",
                town.person(who),
                town.school("Hilltop Primary")));
  }

  @Test
  void theSafeguardingLeadReadsWhichAdultsWereThereAndIsOnRecordAsHavingRead() {
    var lead = as("Mr Patel");
    assertThat(lead.get(school()).page().select(".tabs a").eachText()).contains("Ledger of adults");
    long before = looks("Mr Patel");
    var page = lead.get(school() + "/ledger");
    assertThat(cells(page))
        .anyMatch(row -> row.contains("38 Miss Khan Teacher 4B Hilltop Primary 4B,"))
        .anyMatch(row -> row.contains("38 Mr Okafor Teacher 4K"));
    assertThat(looks("Mr Patel")).isEqualTo(before + 1);
    var found = lead.get(school() + "/ledger?adult=okaf");
    assertThat(cells(found)).hasSize(1).allMatch(row -> row.contains("Mr Okafor"));
    var csv = lead.get(found.page().select("a[href*=.csv]").attr("href"));
    assertThat(csv.body()).contains("Mr Okafor").doesNotContain("Miss Khan");
    assertThat(looks("Mr Patel")).isEqualTo(before + 3);
  }

  @Test
  void nobodyElseReadsTheLedgerNotEvenWhoRunsTheProgrammeOrTheNetwork() {
    for (String who : List.of("Mrs Dean", "Miss Khan", "Ruth Lindley", "Mrs Whitfield")) {
      var visitor = as(who);
      assertThat(visitor.get(school() + "/ledger").status()).as(who).isEqualTo(404);
      assertThat(visitor.get(school() + "/ledger.csv").status()).as(who).isEqualTo(404);
      assertThat(looks(who)).isZero();
    }
    var tabs = as("Mrs Dean").get(school()).page().select(".tabs a").eachText();
    assertThat(tabs).contains("Records").doesNotContain("Ledger of adults");
  }

  @Test
  void everySheetIsThereOnPaperWithItsName() {
    var head = as("Mrs Holroyd");
    for (String path : List.of("/records?by=classes", "/ledger", "/records?year=2020")) {
      var page = head.get(school() + path);
      var paper = head.get(page.page().select("a[href*=.pdf]").attr("href"));
      assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
      assertThat(paper.header("Content-Disposition"))
          .contains("of-hilltop-primary")
          .endsWith(".pdf\"");
      assertThat(paper.body()).startsWith("%PDF-");
    }
  }

  @Test
  void fundersAreToldWholeNumbersOfAProgrammeAndOfTheNetworkWithoutAName() {
    var ruth = as("Ruth Lindley");
    var page = ruth.get(programme() + "/figures");
    assertThat(page.says())
        .contains("Figures of Bradford", "Between schools", "Schools by character")
        .doesNotContain("Hilltop", "4B", "Khan");
    assertThat(cells(page)).contains("Held: Link-up 1", "Children in the classes that met 53");
    var csv = ruth.get(programme() + "/figures.csv");
    assertThat(csv.body())
        .startsWith("\uFEFFPart,What,Number\r\n")
        .contains("Classes and children,Children in the classes that met,53\r\n");
    var coordinator = as("Mrs Whitfield");
    assertThat(coordinator.get("/programmes").page().select("a[href=/network/figures]"))
        .isNotEmpty();
    assertThat(coordinator.get("/network/figures").says()).contains("Figures of the network");
  }
}
