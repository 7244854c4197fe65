package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// A facilitator sends a table, reads what becomes of each line, and brings it in.
class ImportTest {
  private static TestApp app;
  private static DemoTown town;
  private static Visitor ruth;
  private static String path;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    ruth = new Visitor(app.url());
    assertThat(ruth.signInAs("Ruth Lindley").status()).isEqualTo(200);
    path = "/programmes/" + town.programme("Hilltop Primary") + "/import";
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /// Send a file as a browser does.
  private static Answer file(String text) {
    var body = new StringBuilder();
    Map<String, String> fields = new LinkedHashMap<>(ruth.fill(ruth.get(path), path));
    fields.remove("file");
    fields.forEach(
        (name, value) ->
            body.append("--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    body.append("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n")
        .append("Content-Type: text/csv\r\n\r\n" + text + "\r\n--limit--\r\n");
    return ruth.send(
        "POST",
        path,
        body.toString(),
        Map.of("Content-Type", "multipart/form-data; boundary=limit", "Origin", app.url()));
  }

  private static Answer looked(String text) {
    var sent = file(text);
    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    return ruth.get(sent.header("Location"));
  }

  @Test
  void theSampleIsShownLineByLineAndBroughtInOnce() {
    var sample = ruth.get(path + "/sample");
    assertThat(sample.header("Content-Type")).startsWith("text/csv");
    var look = looked(sample.body());
    assertThat(look.says())
        .contains("2 new schools", "3 new classes", "one new link")
        .contains("Linked with Y4 Kestrels, St Anne’s", "by line 2", "Miss Bell, bell@oak.example");
    assertThat(town.database().one("SELECT count(*) FROM school WHERE name = 'Oak Primary'"))
        .isEqualTo("0");
    var done = ruth.submit(look, path + "/bring");
    assertThat(done.says()).contains("It is done", "Known and unchanged");
    assertThat(done.page().select("form[action$=/bring]")).isEmpty();
    assertThat(ruth.mail("head@oak.example").orElseThrow().text()).contains("partner class");
    assertThat(looked(sample.body()).says()).contains("There is nothing to bring in");
  }

  @Test
  void whatIsWrongIsSaidWithItsLineAndColumn() {
    var look =
        looked("School;Town;Phase;Governors email;Shoes\nElm;Leeds;castle;;\nHilltop Primary;;;;x");
    assertThat(look.says())
        .contains("left out: Shoes", "2 Elm", "Phase: Please use one of: primary, secondary")
        .contains("Governors email: Please fill this in.", "Known and unchanged");
  }

  @Test
  void whatChangedMeanwhileIsShownAnewAndNothingIsBroughtIn() {
    var look = looked("School,Town\nRiverside C of E Primary,Keighley\n");
    assertThat(look.says()).contains("Town: ", "→ Keighley");
    town.database()
        .run("UPDATE school SET town = 'Shipley' WHERE name = 'Riverside C of E Primary'");
    var again = ruth.press(look, path + "/bring");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.says()).contains("nothing was brought in", "Town: Shipley → Keighley");
    assertThat(ruth.submit(again, path + "/bring").says()).contains("It is done");
  }

  @Test
  void aLinkThatWasAgreedElsewhereBeginsAtOnce() {
    var look =
        looked(
            """
            School,Class,Year group,Children,Teacher,Teacher email,Partner school,Partner class
            Riverside C of E Primary,3R,3,20,Mr Rill,rill@riverside.example,Hilltop Primary,3H
            Hilltop Primary,3H,3,20,Mr Hare,hare@hilltop.example,,
            """);
    ruth.submit(look, path + "/bring", "agreed", "yes");
    assertThat(town.database().one("SELECT state FROM link WHERE id = ?", town.link("3R", "3H")))
        .isEqualTo("live");
  }

  @Test
  void whatIsNoTableOrTooLargeIsToldKindly() {
    assertThat(file("PK\u0003\u0004").wrong("file")).contains("Excel workbook");
    assertThat(file("").wrong("file")).contains("choose a file");
    assertThat(file("School\n" + "a,".repeat(600_000)).status()).isEqualTo(413);
    var pasted = ruth.submit(ruth.get(path), path, "table", "School\tTown\nHilltop Primary\tYork");
    assertThat(pasted.says()).contains("→ York");
  }
}
