package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.activity.Activity;
import org.linkroom.activity.CheckIn;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Question;
import org.linkroom.activity.Questions;
import org.linkroom.activity.Tablets;
import org.linkroom.activity.Together;
import org.linkroom.activity.Vote;
import org.linkroom.base.Id;
import org.linkroom.room.Parts;
import org.linkroom.room.Running;
import org.linkroom.session.RunPlans;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// The report of an enquiry, which both classes can print, and the link's journey that it belongs
/// to.
class LessonReportTest {
  private static final Path GOLDEN = Path.of("server/src/test/resources/report/enquiry.txt");
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Id FRIEND = new Id("aaaaaaaaaaaa");
  private static final Id BRAVE = new Id("bbbbbbbbbbbb");
  private static final Id FAIR = new Id("cccccccccccc");

  private static TestApp app;
  private static DemoTown town;
  private static String link;
  private static String session;
  private static Id ours;
  private static Id theirs;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
    session = town.pastSession(link);
    ours = new Id(town.schoolClass("4B"));
    theirs = new Id(town.schoolClass("4K"));
    keep(enquiry());
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void bothClassesCanPrintWhatTheyAskedHowTheyVotedAndWhatTheyThought() throws Exception {
    var report = new StringBuilder();
    for (String teacher : List.of("Miss Khan", "Mr Okafor")) {
      var page = as(teacher).get("/sessions/" + session + "/lesson").page();
      report.setLength(0);
      page.select(
              "main h1, main ol.steps h2, main ol.steps h3, main ol.steps p, main ol.steps li li")
          .forEach(element -> report.append(line(element)).append('\n'));
      assertThat(report.toString()).isEqualTo(Files.readString(GOLDEN));
    }
  }

  private static String line(Element element) {
    return switch (element.tagName()) {
      case "h1" -> "# " + element.text();
      case "h2" -> "\n## " + element.text();
      case "h3" -> "### " + element.text();
      case "li" -> "- " + element.text();
      default -> element.text();
    };
  }

  @Test
  void theLinksPageTellsWhoStartedWhatWasAskedAndWhatBothHaveInCommon() {
    var page = as("Miss Khan").get("/links/" + link).page();
    assertThat(page.select("ol.story").text()).contains("4K started", "Enquiry (P4C), 45 minutes");
    assertThat(page.select("a[href=/sessions/" + session + "/lesson]")).hasSize(1);
    assertThat(page.select("table.grid td.asked").eachText()).isNotEmpty();
    assertThat(page.select("ul.threads").text()).contains("We both like rain");
    assertThat(page.text()).contains("starts next time");
  }

  @Test
  void whoOnlyKeepsTheOfficeReadsNoWordOfTheClasses() {
    var office = as("Mrs Dean");
    assertThat(office.get("/sessions/" + session + "/lesson").status()).isEqualTo(404);
    assertThat(office.get("/links/" + link).says()).doesNotContain("We both like rain");
  }

  private static Visitor as(String name) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(name);
    return visitor;
  }

  private static void keep(Running running) {
    var parts = new io.vertx.core.json.JsonObject();
    Parts.of(running)
        .forEach((name, body) -> parts.put(name, new io.vertx.core.json.JsonObject(body)));
    town.database()
        .run(
            "INSERT INTO lesson_kept (session, link, starts_at, parts) SELECT id, link, starts_at, ?::jsonb FROM session WHERE id = ?",
            parts.encode(),
            session);
  }

  /// An enquiry that went to its end: three questions, one of them joined, a vote of both classes,
  /// thoughts of before and after, and a review in which one class raised two hands for something.
  private static Running enquiry() {
    var plan = RunPlans.read().find("enquiry-45").orElseThrow();
    var acts = new TreeMap<String, Activity>();
    plan.segments().forEach(segment -> acts.put(segment.id(), segment.activity()));
    acts.put(
        "make",
        new Questions(
            new TreeMap<>(
                Map.of(
                    FRIEND, question(ours, "What makes a friend?", null, 1),
                    BRAVE, question(theirs, "Was Rosa Parks brave?", null, 2),
                    FAIR, question(theirs, "Who is a friend?", FRIEND, 3))),
            null));
    acts.put("choose", vote());
    acts.put("first", gathered(Together.Sort.FIRST, "first", "A friend is kind."));
    acts.put("last", lastThoughts());
    acts.put("share", gathered(Together.Sort.SAME, "same", "We both like rain"));
    acts.put(
        "review",
        new CheckIn(
            CheckIn.Scale.CARES,
            new TreeMap<>(
                Map.of(
                    ours, counts(Map.of("caring", 14, "creative", 2)),
                    theirs, counts(Map.of("caring", 9, "critical", 20)))),
            new TreeMap<>(),
            Tablets.NONE));
    return new Running(Lesson.of(plan, theirs).to(plan.segments().size(), NOW), acts);
  }

  private static SortedMap<String, Integer> counts(Map<String, Integer> counts) {
    return new TreeMap<>(counts);
  }

  private static Question question(
      Id by, String text, @org.jspecify.annotations.Nullable Id into, int rank) {
    return new Question(by, "", text, Question.State.ASKED, into, rank, false);
  }

  private static Vote vote() {
    var choices =
        List.of(
            new Vote.Choice(FRIEND, ours, "What makes a friend?"),
            new Vote.Choice(BRAVE, theirs, "Was Rosa Parks brave?"));
    var ballots =
        new TreeMap<Id, Vote.Ballot>(
            Map.of(
                ours, new Vote.Ballot(18, new TreeMap<>(Map.of(FRIEND, 10, BRAVE, 17))),
                theirs, new Vote.Ballot(33, new TreeMap<>(Map.of(FRIEND, 30, BRAVE, 12)))));
    return new Vote(Vote.Method.MULTI, 2, choices, ballots, false, Tablets.NONE, null);
  }

  private static Together gathered(Together.Sort sort, String kind, String text) {
    return new Together(
        sort, new TreeMap<>(Map.of(Id.random(), new Together.Entry(ours, kind, text, 1))));
  }

  private static Together lastThoughts() {
    return new Together(
        Together.Sort.LAST,
        new TreeMap<>(
            Map.of(
                FRIEND, new Together.Entry(ours, "first", "A friend is kind.", 1),
                BRAVE, new Together.Entry(theirs, "last", "A friend may say no.", 2))));
  }
}
