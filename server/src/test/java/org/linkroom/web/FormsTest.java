package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Whatever is typed into a form: what is wrong is said beside the field and in a summary that
/// leads to it, and nothing typed is lost.
class FormsTest {
  private static TestApp app;
  private static DemoTown town;
  private static String link;
  private static String session;
  private static Visitor khan;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
    session = town.nextSession(link);
    khan = khan();
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

  private static String path(String pattern) {
    return pattern
        .replace("{pack}", "/links/{link}/parcel/" + town.schoolClass("4B"))
        .replace("{link}", link)
        .replace("{session}", session);
  }

  /// A page, its form's address, a field and what is typed there; what is said beside that field.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /sign-in | /sign-in | email | '' | Please fill this in.
          /sign-in | /sign-in | email | nobody | Please give a whole mail address
          /sign-in | /sign-in | email | a b@c.example | Please give a whole mail address
          /sign-in | /sign-in | email | a@@b.example | Please give a whole mail address
          /sign-in | /sign-in | email | long*255 | at most 254 characters
          /sign-in | /sign-in | email | a\\u0007@b.example | a character here that we cannot keep
          /sign-in | /sign-in/spoken | spoken | '' | Please fill this in.
          /sign-in | /sign-in/spoken | spoken | ABCD 3467 | That code is not right
          /sign-in/code | /sign-in/code | code | 123456 | That code is not right
          /sign-in/code | /sign-in/code | code | long*21 | at most 20 characters
          /join | /join | code | '' | Please fill this in.
          /join | /join | code | 000000 | There is no such code
          /join | /join | kind | spaceship | Please choose one.
          /cover | /cover | code | NOSUCH00 | There is no such code
          /cover | /cover | screen | both | Please choose one.
          /links/{link} | /links/{link}/notes | body | '' | Please fill this in.
          /links/{link} | /links/{link}/notes | body | '   ' | Please fill this in.
          /links/{link} | /links/{link}/notes | body | long*2001 | at most 2,000 characters
          /links/{link} | /links/{link}/notes | body | bell\\u0007 | a character here that we cannot keep
          /links/{link} | /links/{link}/notes | body | \\u202Eevil | a character here that we cannot keep
          /links/{link}/questions | /links/{link}/questions | words | '' | Please fill this in.
          /links/{link}/questions | /links/{link}/questions | words | long*161 | at most 160 characters
          /links/{link}/questions | /links/{link}/questions | words | Ring 01632 960101! | Please leave out
          /links/{link}/questions | /links/{link}/questions | words | Is Tom Brown there? | Is “Tom Brown” a pupil’s name?
          /links/{link}/sessions/new | /links/{link}/sessions/new | day | '' | Please give a day
          /links/{link}/sessions/new | /links/{link}/sessions/new | day | 2026-02-30 | Please give a day
          /links/{link}/sessions/new | /links/{link}/sessions/new | day | 2099-01-01 | within a year
          /links/{link}/sessions/new | /links/{link}/sessions/new | clock | half past | Please give a time
          /links/{link}/sessions/new | /links/{link}/sessions/new | when | someday | Please choose one.
          /links/{link}/sessions/new | /links/{link}/sessions/new | minutes | 41 | Please choose one.
          /links/{link}/sessions/new | /links/{link}/sessions/new | note | long*1001 | at most 1,000 characters
          /sessions/{session}/move | /sessions/{session}/move | day | never | Please give a day
          /sessions/{session} | /sessions/{session}/cancel | why | long*301 | at most 300 characters
          /sessions/{session}/cover | /sessions/{session}/cover | name | '' | Please fill this in.
          /sessions/{session}/cover | /sessions/{session}/cover | name | long*61 | at most 60 characters
          /sessions/{session}/cover | /sessions/{session}/cover | name | Mr\\u000AAli | a character here that we cannot keep
          /sessions/{session}/cover | /sessions/{session}/cover | name | Mr\\u2028Ali | a character here that we cannot keep
          {pack} | {pack} | words | '' | Please fill this in.
          {pack} | {pack} | words | long*2001 | at most 2,000 characters
          {pack} | {pack} | words | bell\\u0007 | a character here that we cannot keep
          /concern | /concern | about | weather | Please choose one.
          /concern | /concern | school | '' | Please choose one.
          /concern | /concern | school | a1b2c3d4e5f6 | Please choose one of these schools.
          /concern | /concern | body | long*4001 | at most 4,000 characters
          /concern | /concern | contact | long*255 | at most 254 characters
          """)
  void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost(
      String page, String form, String field, String written, String said) {
    var visitor = page.startsWith("/sign-in") ? new Visitor(app.url()) : khan;
    String typed = typed(written);
    var on = visitor.get(path(page));
    var fields = whole(visitor.fill(on, path(form)));
    fields.put(field, typed);
    var answer = visitor.post(path(form), fields, Map.of());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.title()).startsWith("Error: ");
    assertThat(answer.wrong(field)).contains(said);
    assertThat(answer.page().select(".summary a[href=#" + field + "]").text()).contains(said);
    if (!answer.page().select("[name=" + field + "]").attr("type").equals("radio")
        && answer.page().select("select[name=" + field + "]").isEmpty()) {
      assertThat(answer.typed(field)).isEqualTo(typed);
    }
    fields.remove(field);
    fields.remove("csrf");
    fields.remove("once");
    fields.forEach(
        (name, value) ->
            assertThat(answer.typed(name)).as("what stood in " + name).isEqualTo(value));
    everyErrorLeadsToItsField(answer);
  }

  /// "long*61" is a text of 61 letters.
  private static String typed(String written) {
    if (written.startsWith("long*")) {
      return "y".repeat(Integer.parseInt(written.substring(5)));
    }
    return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})")
        .matcher(written)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(found.group(1), 16))));
  }

  /// A form filled in well, so that one field alone is wrong.
  private static Map<String, String> whole(Map<String, String> form) {
    var fields = new LinkedHashMap<>(form);
    fields.replaceAll(
        (name, value) ->
            switch (name) {
              case "school" -> town.school("Hilltop Primary");
              case "code" -> value.isEmpty() ? "ACDEFG" : value;
              case "name" -> "Mr Ali";
              case "day" -> tomorrow();
              case "email" -> "stranger@nowhere.example";
              case "body", "note", "why" ->
                  value.isEmpty() ? "Eins\n\"zwei\" <drei> & \u0639\u0631\u0628\u064A" : value;
              default -> value;
            });
    if (fields.containsKey("contact")) {
      fields.put("about", "child");
    }
    return fields;
  }

  private static String tomorrow() {
    return app.clock().instant().atZone(Times.LONDON).toLocalDate().plusDays(1).toString();
  }

  private static void everyErrorLeadsToItsField(Answer answer) {
    for (var way : answer.page().select(".summary a")) {
      String id = way.attr("href").substring(1);
      var at = answer.page().getElementById(id);
      assertThat(at).as("the field " + id).isNotNull();
      assertThat(Objects.requireNonNull(at).attr("aria-describedby")).contains(id + "-error");
      assertThat(answer.page().getElementById(id + "-error")).isNotNull();
    }
  }

  @Test
  void aLengthOfItsOwnIsTakenWithinItsBounds() {
    var visitor = khan();
    String form = "/links/" + link + "/sessions/new";
    var wrong =
        visitor.submit(
            visitor.get(form), form, "day", tomorrow(), "minutes", "other", "otherminutes", "4");
    assertThat(wrong.wrong("otherminutes")).isEqualTo("Please give a whole number from 5 to 120.");
    var right = visitor.submit(wrong, form, "otherminutes", "25", "clock", "07:20");
    if (!right.page().select("#notices").isEmpty()) {
      right = visitor.submit(right, form);
    }
    assertThat(right.status()).isEqualTo(200);
    assertThat(right.says()).contains("25 minutes").contains("07:20");
  }

  @ParameterizedTest
  @CsvSource({
    "👩🏽‍🏫 120 of them, 2000",
    "مرحبا بكم في صفنا, 2000",
    "שלום לכולם, 2000",
    "Ça va — naïve “œuvre”, 2000"
  })
  void anyScriptIsKeptAsItWasWritten(String text, int most) {
    var visitor = khan();
    String body = text.startsWith("👩") ? "👩".repeat(120) : text;
    assertThat(body.length()).isLessThan(most);
    var after = note(visitor, body);
    assertThat(after.status()).isEqualTo(200);
    assertThat(after.page().select(".thread bdi").eachText()).contains(body);
  }

  @Test
  void aTextIsAsLongAsPeopleCountIt() {
    var visitor = khan();
    String sixty = "🎈".repeat(60);
    String cover = "/sessions/" + session + "/cover";
    var made = visitor.submit(visitor.get(cover), cover, "name", sixty);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.says()).contains(sixty);
    var lines = note(visitor, "a\r\n".repeat(998) + "end");
    assertThat(lines.status()).as("a line's end is one character").isEqualTo(200);
    var most = note(visitor, "🎈".repeat(2000));
    assertThat(most.status()).as("the longest note, 24 KB as a form sends it").isEqualTo(200);
  }

  @Test
  void theLongestConcernInAnyScriptIsTaken() {
    var visitor = new Visitor(app.url());
    String body = "👧".repeat(4000);
    var sent =
        visitor.submit(
            visitor.get("/concern"),
            "/concern",
            "about",
            "child",
            "school",
            town.school("Hilltop Primary"),
            "body",
            body);
    assertThat(sent.says()).contains("Thank you for saying so");
    assertThat(town.database().all("SELECT body FROM concern WHERE body LIKE '👧%'"))
        .containsExactly(body);
  }

  private static Answer note(Visitor visitor, String body) {
    String page = "/links/" + link;
    return visitor.submit(visitor.get(page), page + "/notes", "body", body);
  }

  @Test
  void whatPostgresCannotKeepIsRefusedBeforeItComesThere() {
    assertThat(note(khan(), "nul\u0000").wrong("body")).contains("that we cannot keep");
  }

  @Test
  void whatIsWrittenIsTextAndNeverMarkup() {
    var visitor = khan();
    var after = note(visitor, "<script>alert(1)</script>${7*7}<#if x>");
    assertThat(after.page().select(".thread script")).isEmpty();
    assertThat(after.says()).contains("<script>alert(1)</script>${7*7}<#if x>");
  }
}
