package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// What a facilitator sees in a corridor, and what becomes of a teacher's question.
class DayTest {
  private static TestApp app;
  private static DemoTown town;
  private static String link;
  private static String session;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
    session = town.nextSession(link);
    town.database().run("UPDATE person SET phone = '07700 900123' WHERE name = 'Mr Okafor'");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Visitor as(String who) {
    var visitor = new Visitor(app.url());
    assertThat(visitor.signInAs(who).status()).isEqualTo(200);
    return visitor;
  }

  @Test
  void theDayShowsHerOwnProgrammesSessionsWithNumbersOneTapAway() {
    var day = as("Ruth Lindley").get("/day");
    assertThat(day.status()).isEqualTo(200);
    var row = day.page().select("[data-row=" + session + "]");
    assertThat(row.text()).contains("4B and 4K");
    assertThat(row.select("a[href^=tel:]").eachAttr("href")).contains("tel:07700900123");
    assertThat(row.select("form").attr("action")).isIn("", "/sessions/" + session + "/go-in");
    var elsewhere = as("Tom Ackroyd").get("/day");
    assertThat(elsewhere.page().select("[data-row=" + session + "]")).isEmpty();
  }

  @Test
  void whoAsksForHelpStandsInTheQueueOnceAndReadsWhoComes() {
    var khan = as("Miss Khan");
    var ruth = as("Ruth Lindley");
    String path = "/sessions/" + session + "/help";
    var asked = khan.submit(khan.get(path), path, "about", "partner");
    assertThat(asked.says()).contains("Nobody has taken it yet");
    assertThat(asked.page().select("form[action=" + path + "]")).isEmpty();
    var day = ruth.get("/day");
    assertThat(day.page().select("#queue > li")).hasSize(1);
    assertThat(day.page().select("#queue").text()).contains("Miss Khan", "4B", "The other class");
    assertThat(as("Tom Ackroyd").get("/day").page().select("#queue")).isEmpty();
    String take = day.page().select("#queue form").attr("action");
    ruth.submit(day, take);
    assertThat(khan.get(path).says()).contains("Ruth Lindley has it");
    var coordinator = as("Mrs Whitfield");
    assertThat(
            coordinator
                .post(take, java.util.Map.of("csrf", token(coordinator)), java.util.Map.of())
                .status())
        .as("somebody else has it")
        .isEqualTo(409);
    app.clock().pass(Duration.ofMinutes(1));
    var with = ruth.get("/day");
    ruth.submit(with, take.replace("take", "done"));
    assertThat(ruth.get("/day").page().select("#queue")).isEmpty();
    assertThat(khan.get(path).says()).contains("You can ask again");
    assertThat(town.database().one("SELECT count(*)::text FROM audit WHERE what LIKE 'help.%'"))
        .isEqualTo("3");
  }

  @Test
  void aLinkWithoutContactIsListedUntilSomebodySaysThatThereWasSome() {
    String quiet = "/links/" + link + "/contact";
    String forms = "form[action=" + quiet + "]";
    String programme = town.database().one("SELECT programme FROM link WHERE id = ?", link);
    var ruth = as("Ruth Lindley");
    assertThat(ruth.get("/day").page().select(forms)).isEmpty();
    town.database().run("UPDATE link SET made_at = now() - interval '90 days' WHERE id = ?", link);
    town.database().run("DELETE FROM link_note WHERE link = ?", link);
    town.database().run("DELETE FROM link_item WHERE link = ?", link);
    town.database()
        .run("UPDATE session SET live_at = NULL WHERE link = ? AND state = 'ended'", link);
    var listed = ruth.get("/programmes/" + programme);
    assertThat(listed.page().select(".watch:has(" + forms + ") a[href^=tel:]").eachAttr("href"))
        .contains("tel:07700900123");
    var back = ruth.submit(listed, quiet, "way", "parcel");
    assertThat(back.path()).isEqualTo("/programmes/" + programme);
    assertThat(ruth.get("/day").page().select(forms)).isEmpty();
    town.database().run("DELETE FROM link_item WHERE link = ?", link);
    var khan = as("Miss Khan");
    var wrong = khan.submit(khan.get(quiet), quiet, "day", "2199-01-01");
    assertThat(wrong.wrong("day")).contains("today at the latest");
    assertThat(khan.submit(khan.get(quiet), quiet).says()).contains("We spoke by phone.");
    assertThat(ruth.get("/day").page().select(forms)).isEmpty();
  }

  @Test
  void whoRunsTheNetworkChoosesAProgrammeToSeeItsLinksWithoutContact() {
    String programme = town.database().one("SELECT programme FROM link WHERE id = ?", link);
    var coordinator = as("Mrs Whitfield");
    assertThat(coordinator.get("/day").says()).contains("Choose a programme to see its links");
    assertThat(coordinator.get("/day?programme=" + programme).says())
        .doesNotContain("Choose a programme to see its links");
  }

  @Test
  void aProgrammeChoosesAfterHowManyWeeksItHearsOfALink() {
    String programme =
        "/programmes/" + town.database().one("SELECT programme FROM link WHERE id = ?", link);
    var ruth = as("Ruth Lindley");
    var kept = ruth.submit(ruth.get(programme), programme + "/quiet", "weeks", "6");
    assertThat(kept.page().select("#weeks").attr("value")).isEqualTo("6");
    assertThat(ruth.press(kept, programme + "/quiet", "weeks", "60").status()).isEqualTo(400);
    ruth.submit(kept, programme + "/quiet", "weeks", "4");
  }

  private static String token(Visitor visitor) {
    return visitor.get("/concern").page().select("[name=csrf]").attr("value");
  }
}
