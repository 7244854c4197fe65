package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// A concern reaches its one reader, whoever raises it, and nobody else.
class ConcernFlowTest {
  private static final String WORDS = "What I saw on Monday";
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

  private static Visitor visitor(String name) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(name);
    return visitor;
  }

  private static Answer raise(Visitor visitor, String school, String about, String body) {
    return visitor.submit(
        visitor.get("/concern"),
        "/concern",
        "about",
        about,
        "school",
        town.school(school),
        "body",
        body);
  }

  @ParameterizedTest
  @CsvSource({
    "child, Mr Patel, safeguarding@hilltopprimary.example, Mrs Holroyd",
    "other, Mr Patel, safeguarding@hilltopprimary.example, Ruth Lindley",
    "adult, Mrs Holroyd, head@hilltopprimary.example, Mr Patel"
  })
  void itsReaderReadsItAndNobodyElseDoes(String about, String reader, String email, String other) {
    String words = WORDS + " about " + about;
    var sent = raise(new Visitor(app.url()), "Hilltop Primary", about, words);
    assertThat(sent.says()).contains("Thank you for saying so", "ring 999");
    assertThat(visitor(reader).get("/concerns").says()).contains(words);
    assertThat(visitor(other).get("/concerns").body()).doesNotContain(words);
    var mail = new Visitor(app.url()).mailed(email).text();
    assertThat(mail).contains("/concerns").doesNotContain(WORDS, "Hilltop");
  }

  @Test
  void aConcernAboutTheHeadIsReadByTheGovernorsAloneAndByTheirButton() {
    raise(visitor("Mr Boyd"), "Hilltop Primary", "head", WORDS + " about the head");
    var governors = new Visitor(app.url());
    String link = governors.mailedLink("governors@hilltopprimary.example");
    assertThat(link).startsWith("/concern/read/");
    assertThat(governors.get(link).body()).doesNotContain(WORDS);
    assertThat(read()).as("a mail scanner has not read it").isEmpty();
    assertThat(governors.submit(governors.get(link), link).says()).contains(WORDS);
    assertThat(read()).hasSize(1);
    for (String name : List.of("Mrs Holroyd", "Mr Patel")) {
      assertThat(visitor(name).get("/concerns").body()).doesNotContain(WORDS + " about the head");
    }
  }

  private static List<String> read() {
    return town.database()
        .all(
            "SELECT id FROM concern WHERE about = 'head' AND read_at IS NOT NULL AND school = ?",
            town.school("Hilltop Primary"));
  }

  @Test
  void whoRaisesItMayStayUnknown() {
    raise(new Visitor(app.url()), "Marshgate Academy", "child", "");
    var read = visitor("Ms Chen").get("/concerns");
    assertThat(read.says()).contains("Nothing was written.");
    String id = town.database().one("SELECT id FROM concern WHERE body = ''");
    assertThat(town.database().all("SELECT who FROM audit WHERE subject = ?", id))
        .containsOnly((String) null);
  }

  @Test
  void aConcernOfASessionKnowsWhichAndFindsItsSchools() {
    String session = town.nextSession(town.link("4B", "4K"));
    var visitor = visitor("Miss Khan");
    var on = visitor.get("/concern?session=" + session);
    assertThat(on.typed("session")).isEqualTo(session);
    String school = town.school("Riverside C of E Primary");
    visitor.submit(on, "/concern", "about", "child", "school", school, "body", "Of this session");
    assertThat(town.database().all("SELECT session FROM concern WHERE body = 'Of this session'"))
        .containsExactly(session);
  }

  @Test
  void whatIsNoSessionIsNotKeptAsOne() {
    var visitor = new Visitor(app.url());
    var fields =
        visitor.fill(
            visitor.get("/concern?session=" + "z".repeat(150)),
            "/concern",
            "about",
            "child",
            "school",
            town.school("Mill Lane Primary"),
            "body",
            "Of no session");
    assertThat(visitor.post("/concern", fields, Map.of()).status()).isEqualTo(303);
    assertThat(town.database().all("SELECT session FROM concern WHERE body = 'Of no session'"))
        .containsOnly((String) null);
  }

  @Test
  void theLogTellsThatThereWasOneAndNeverItsWords() {
    raise(visitor("Mr Nowak"), "Hilltop Primary", "child", "Words for one reader");
    assertThat(
            town.database()
                .all("SELECT who FROM audit WHERE what = 'concern.raise' AND who IS NOT NULL"))
        .contains(town.person("Mr Nowak"));
    assertThat(town.database().all("SELECT audit::text FROM audit"))
        .noneMatch(line -> line.contains("Words for one reader"));
  }

  @Test
  void itsReaderSaysThatSheTookItOnAndWhereItWent() {
    raise(visitor("Mr Bains"), "Guru Arjan Free School", "adult", "Of an adult");
    var head = visitor("Mrs Sandhu");
    var list = head.get("/concerns");
    assertThat(list.says()).contains("designated officer is told within one working day");
    String form = list.page().select("form[action$=/handed]").attr("action");
    assertThat(head.press(list, form).says()).contains("Of an adult");
    var kept = head.submit(list, form, "note", "Our own record");
    assertThat(kept.says()).contains("Our own record");
    var gill = visitor("Mr Gill");
    var fields = gill.fill(gill.get("/concern"), "/concern");
    fields.put("note", "Not mine");
    assertThat(gill.post(form, fields, Map.of()).status()).isEqualTo(404);
  }

  @Test
  void theProgrammesTeamIsToldThatThereIsOneAndNoMore() {
    String words = "Only for its reader";
    raise(visitor("Ms Adeyemi"), "Marshgate Academy", "head", words);
    var team = new Visitor(app.url()).mailed("grace.marsh@kent.example").text();
    assertThat(team).contains("A concern was raised at a school of your programme");
    assertThat(team).doesNotContain(words, "Marshgate", "head");
    String list = "/programmes/" + town.programme("Marshgate Academy") + "/concerns";
    var seen = visitor("Grace Marsh").get(list);
    assertThat(seen.says()).contains("Marshgate Academy", "Nobody has read it yet");
    assertThat(seen.body()).doesNotContain(words);
    assertThat(seen.page().select("main .list").text()).doesNotContain("head");
    var governors = new Visitor(app.url());
    String link = governors.mailedLink("governors@marshgateacademy.example");
    var read = governors.submit(governors.get(link), link);
    var handed = governors.submit(read, link + "/handed", "note", "The trust’s record");
    assertThat(handed.says()).contains("The trust’s record", words);
    assertThat(visitor("Grace Marsh").get(list).says()).contains("Its reader has taken it on");
  }

  @Test
  void theProgrammeNamesTheDesignatedOfficer() {
    String change = "/programmes/" + town.programme("Moorside Primary") + "/change";
    var samira = visitor("Samira Hussain");
    samira.submit(samira.get(change), change, "lado", "Oldham’s officer: 01632 960777");
    raise(new Visitor(app.url()), "Moorside Primary", "adult", "");
    assertThat(visitor("Mrs Greenhalgh").get("/concerns").says()).contains("01632 960777");
  }

  @Test
  void ofManySchoolsOneSaysFirstWhereHersIs() {
    String kent = town.programme("Marshgate Academy");
    town.database()
        .run(
            "INSERT INTO school (id, programme, name, town, phase, character, phone, governors_email)"
                + " SELECT 'm' || lpad(n::text, 11, '0'), ?, 'School ' || n, 'Deal', 'primary',"
                + " 'sikh', '01632 960199', 'g@many.example' FROM generate_series(1, 300) n",
            kent);
    try {
      var visitor = new Visitor(app.url());
      var first = visitor.get("/concern");
      assertThat(first.page().select("#school option")).hasSize(1);
      String there = first.page().select("nav.choose a:contains(Kent)").attr("href");
      var listed = visitor.get(there);
      assertThat(listed.page().select("#school option")).hasSizeGreaterThan(300);
      var again = visitor.press(listed, "/concern", "about", "child");
      assertThat(again.page().select("#school option")).as("kept").hasSizeGreaterThan(300);
      var khan = visitor("Miss Khan").get("/concern");
      assertThat(khan.page().select("#school option").text()).contains("Hilltop Primary");
    } finally {
      town.database().run("DELETE FROM school WHERE town = 'Deal'");
    }
  }
}
