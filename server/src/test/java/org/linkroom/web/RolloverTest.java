package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// In summer classes and links go over into the school year to come, by pages.
class RolloverTest {
  private TestApp app;
  private DemoTown town;

  @BeforeEach
  void summer() {
    app = TestApp.start();
    app.clock().set(Instant.parse("2027-08-20T09:00:00Z"));
    town = DemoTown.of(app);
    town.database().run("UPDATE school_class SET year = 2026");
    town.database().run("UPDATE link SET year = 2026");
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private Visitor as(String who) {
    var visitor = new Visitor(app.url());
    assertThat(visitor.signInAs(who).status()).isEqualTo(200);
    return visitor;
  }

  private String one(String sql, Object... values) {
    return town.database().one(sql, values);
  }

  private static Answer look(Visitor visitor, String path, String... typed) {
    var page = visitor.get(path);
    assertThat(page.status()).isEqualTo(200);
    return visitor.press(page, path, typed);
  }

  private static String[] more(List<String> typed) {
    return typed.toArray(String[]::new);
  }

  private void agreedForSeptember(String link, String by) {
    town.database()
        .run(
            "INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, by_class)"
                + " SELECT 'ses123456789', 'link-up', ?, 'agreed', '2027-09-14T09:00:00Z', 40,"
                + " lead, id FROM school_class WHERE id = ?",
            link,
            by);
  }

  @Test
  void aProgrammeTakesItsClassesOverAndLinksThemAgain() {
    String link = town.link("4B", "4K");
    String old = town.schoolClass("4B");
    String path = "/programmes/" + town.programme("Hilltop Primary") + "/rollover";
    agreedForSeptember(link, old);
    var ruth = as("Ruth Lindley");
    var look = look(ruth, path, "again-" + old, "yes");
    assertThat(look.status()).as(look.body()).isEqualTo(200);
    assertThat(look.says())
        .contains("Goes up and becomes 5B, Year 5", "Led by Miss Khan, as now")
        .contains("ends with the school year", "called off", "the heads are asked for their yes");
    assertThat(one("SELECT count(*) FROM school_class WHERE before IS NOT NULL")).isEqualTo("0");
    var done = ruth.submit(look, path + "/go");
    assertThat(done.says()).contains("Every class is in the school year 2027/28 already");
    assertThat(one("SELECT state FROM session WHERE id = 'ses123456789'")).isEqualTo("cancelled");
    assertThat(one("SELECT label || year_group || year FROM school_class WHERE before = ?", old))
        .isEqualTo("5B52027");
    assertThat(one("SELECT state || ' ' || ended_why FROM link WHERE id = ?", link))
        .startsWith("ended The school year is over");
    String next = one("SELECT id FROM link WHERE before = ? AND state = 'brokered'", link);
    assertThat(as("Mrs Holroyd").get("/links/" + next + "/answer").status()).isEqualTo(200);
    var khan = as("Miss Khan");
    assertThat(khan.get("/links/" + link).says()).contains("4B and 4K", "ended");
    assertThat(khan.get("/links/" + next).says()).contains("5B and 5K");
    assertThat(khan.mail("head@hilltopprimary.example").orElseThrow().text())
        .contains("partner class");
  }

  @Test
  void aSchoolDoesItsOwnAndTheLinkComesWhenTheOtherSchoolHasDoneSoToo() {
    String link = town.link("4B", "4K");
    String old = town.schoolClass("4B");
    String ours = "/schools/" + town.school("Hilltop Primary") + "/rollover";
    var head = as("Mrs Holroyd");
    var look =
        look(
            head,
            ours,
            "again-" + old,
            "yes",
            "fate-" + old,
            "new",
            "lead-" + old,
            "Mr New",
            "email-" + old,
            "new@hilltop.example");
    assertThat(look.says())
        .contains("as soon as the partner", "Led by Mr New, new@hilltop.example");
    head.submit(look, ours + "/go");
    assertThat(one("SELECT label FROM school_class WHERE before = ?", old)).isEqualTo("4B");
    assertThat(one("SELECT count(*) FROM link WHERE before = ?", link)).isEqualTo("0");
    assertThat(one("SELECT count(*) FROM role WHERE person = ?", town.person("Miss Khan")))
        .isEqualTo("0");
    String theirs =
        "/schools/" + one("SELECT school FROM school_class WHERE label = '4K'") + "/rollover";
    var other = as("Mr Thwaite");
    other.submit(look(other, theirs), theirs + "/go");
    assertThat(one("SELECT count(*) FROM link WHERE before = ?", link)).isEqualTo("1");
  }

  @Test
  void whatIsWrongIsSaidBesideItsField() {
    String old = town.schoolClass("4B");
    String path = "/schools/" + town.school("Hilltop Primary") + "/rollover";
    var head = as("Mrs Holroyd");
    var typed = new ArrayList<>(List.of("fate-" + old, "up", "label-" + old, "6H"));
    String clash = town.schoolClass("5H");
    typed.addAll(List.of("label-" + clash, "6H", "email-" + clash, "nobody@hilltop.example"));
    var again = look(head, path, more(typed));
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.wrong("label-" + clash)).contains("already");
    assertThat(again.wrong("lead-" + clash)).contains("fill this in");
    assertThat(again.typed("label-" + old)).isEqualTo("6H");
  }

  @Test
  void whatChangedMeanwhileIsShownAnew() {
    String path = "/schools/" + town.school("Hilltop Primary") + "/rollover";
    var head = as("Mrs Holroyd");
    var look = look(head, path);
    town.database().run("UPDATE school_class SET label = '4Bee' WHERE label = '4B'");
    var again = head.press(look, path + "/go");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.says()).contains("nothing was done", "5Bee");
    head.submit(again, path + "/go");
    assertThat(one("SELECT count(*) FROM school_class WHERE label = '5Bee'")).isEqualTo("1");
  }
}
