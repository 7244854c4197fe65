package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Forms that are sent in an odd way: too large, broken, twice, from elsewhere, too late or by
/// somebody else.
class SendingTest {
  private static TestApp app;
  private static DemoTown town;
  private static String link;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Visitor khan() {
    var visitor = new Visitor(app.url());
    visitor.signInAs("Miss Khan");
    return visitor;
  }

  private static Answer note(Visitor visitor, String body) {
    String page = "/links/" + link;
    return visitor.submit(visitor.get(page), page + "/notes", "body", body);
  }

  @Test
  void moreThanAFormHoldsIsToldInWords() {
    var visitor = khan();
    var answer = note(visitor, "y".repeat(70_000));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.says()).contains("That was too much at once");
    assertThat(note(visitor, "y".repeat(900_000)).status()).isEqualTo(413);
    assertThat(visitor.get("/home").status()).as("and it goes on").isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "csrf=%e0%a4%a", "body=%", "=&=&&=", "%00=%00"})
  void aBodyThatIsNoFormIsToldInWords(String body) {
    var visitor = khan();
    var answer =
        visitor.send("POST", "/links/" + link + "/notes", body, Map.of("Origin", app.url()));
    assertThat(answer.status()).isIn(400, 403);
    assertThat(answer.page().select("h1").text()).isNotEmpty();
    assertThat(answer.page().select("a.concern")).isNotEmpty();
  }

  @Test
  void aThousandFieldsAreTooMany() {
    var visitor = khan();
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < 1000; i++) {
      fields.put("f" + i, "x");
    }
    var answer = visitor.post("/links/" + link + "/notes", fields, Map.of());
    assertThat(answer.status()).isIn(400, 403, 413);
    assertThat(answer.page().select("h1").text()).isNotEmpty();
  }

  @Test
  void aFieldThatComesTwiceIsReadOnce() {
    var visitor = khan();
    String page = "/links/" + link;
    var fields = visitor.fill(visitor.get(page), page + "/notes", "body", "the first");
    String body = Visitor.encoded(fields) + "&body=the+second";
    assertThat(visitor.send("POST", page + "/notes", body, Map.of("Origin", app.url())).status())
        .isEqualTo(303);
    assertThat(visitor.get(page).says()).contains("the first").doesNotContain("the second");
  }

  @Test
  void aFormThatAnotherSiteSendsIsNotShownAgain() {
    var visitor = khan();
    var answer =
        visitor.post(
            "/links/" + link + "/notes",
            Map.of("body", "Ring this number"),
            Map.of("Origin", "https://evil.example"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("Ring this number");
  }

  @Test
  void aTextWhoseSignInHasEndedIsShownAgain() {
    var visitor = khan();
    String page = "/links/" + link;
    var on = visitor.get(page);
    visitor.lose("linkroom");
    var answer = visitor.submit(on, page + "/notes", "body", "A long and careful note.");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.says()).contains("A long and careful note.").contains("Please sign in first");
    assertThat(answer.page().select("main a").eachAttr("href")).contains("/sign-in");
  }

  @Test
  void aPageThatSomebodyElseOpenedSendsNothingInMyName() {
    var visitor = khan();
    String page = "/links/" + link;
    var hers = visitor.get(page);
    visitor.signInAs("Mr Boyd");
    var answer = visitor.submit(hers, page + "/notes", "body", "Written by Miss Khan");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.says()).contains("Written by Miss Khan");
    assertThat(visitor.get(page).page().select(".thread").text())
        .doesNotContain("Written by Miss Khan");
  }

  @Test
  void aNoteThatIsSentByADoubleClickStandsOnce() {
    var visitor = khan();
    String page = "/links/" + link;
    var on = visitor.get(page);
    visitor.submit(on, page + "/notes", "body", "Only once, please");
    var twice = visitor.submit(on, page + "/notes", "body", "Only once, please");
    assertThat(twice.status()).isEqualTo(200);
    assertThat(count(twice, "Only once, please")).isEqualTo(1);
    var other = visitor.submit(on, page + "/notes", "body", "Another text of the same page");
    assertThat(count(other, "Another text of the same page")).isEqualTo(1);
    var again = note(visitor, "Only once, please");
    assertThat(count(again, "Only once, please")).as("typed again, it is a new one").isEqualTo(2);
  }

  private static long count(Answer answer, String text) {
    return answer.page().select(".thread bdi").eachText().stream().filter(text::equals).count();
  }

  @Test
  void aConcernThatIsSentByADoubleClickIsMailedOnce() {
    var visitor = new Visitor(app.url());
    var on = visitor.get("/concern");
    String school = town.school("Mill Lane Primary");
    for (int i = 0; i < 2; i++) {
      visitor.submit(on, "/concern", "about", "child", "school", school, "body", "Twice pressed");
    }
    var kept = town.database().all("SELECT body FROM concern WHERE school = ?", school);
    assertThat(kept).isEqualTo(List.of("Twice pressed"));
    assertThat(
            town.database()
                .all("SELECT id FROM mail WHERE email = 'safeguarding@milllaneprimary.example'"))
        .hasSize(1);
  }
}
