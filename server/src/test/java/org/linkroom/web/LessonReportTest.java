package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.KeptEnquiry;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// The report of an enquiry, which both classes can print, and the link's journey that it belongs
/// to.
class LessonReportTest {
  private static final Path GOLDEN = Path.of("server/src/test/resources/report/enquiry.txt");

  private static TestApp app;
  private static DemoTown town;
  private static String link;
  private static String session;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
    session = town.pastSession(link);
    KeptEnquiry.of(town, "4B", "4K").keep(session);
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
              "main h1, main ol.told h2, main ol.told h3, main ol.told p, main ol.told li li, main ol.told svg")
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
      case "svg" -> "[" + element.attr("aria-label") + "]";
      default -> element.text();
    };
  }

  @Test
  void whatBothDrewStandsThereEachLineInItsClasssColourAsOnTheBoard() {
    var sheet = as("Mr Okafor").get("/sessions/" + session + "/lesson").page().select("svg");
    assertThat(sheet.attr("role")).isEqualTo("img");
    assertThat(sheet.select("polyline").eachAttr("data-shape")).containsExactly("wave", "sun");
    assertThat(sheet.select("polyline").eachAttr("points"))
        .containsExactly("300,280 301,280", "200,200 300,100 400,200");
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
}
