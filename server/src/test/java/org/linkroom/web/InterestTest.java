package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// A head says that her school would like to link, and one press of the local team makes it.
class InterestTest {
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

  private static Visitor ruth() {
    var visitor = new Visitor(app.url());
    assertThat(visitor.signInAs("Ruth Lindley").status()).isEqualTo(200);
    return visitor;
  }

  private static String programme() {
    return town.programme("Hilltop Primary");
  }

  private static void asks(String school, String email) {
    var head = new Visitor(app.url());
    assertThat(head.get("/").page().select("a[href=/interest]")).isNotEmpty();
    String form = "/interest/" + programme();
    assertThat(head.get("/interest").page().select("a[href=" + form + "]")).isNotEmpty();
    String[] typed = {
      "school",
      school,
      "town",
      "Keighley",
      "head",
      "Mrs Ward",
      "email",
      email,
      "phone",
      "01632 960199",
      "character",
      "catholic",
      "hopes",
      "Our classes rarely meet others."
    };
    assertThat(head.submit(head.get(form), form, typed).says()).contains("Thank you");
  }

  @Test
  void aPressMakesTheSchoolWithItsHeadWhoSignsIn() {
    asks("Beck Side Primary", "ward@beckside.example");
    var ruth = ruth();
    assertThat(ruth.mail("ruth.lindley@bradford.example").orElseThrow().text())
        .contains("would like to link");
    String list = "/programmes/" + programme() + "/interest";
    assertThat(ruth.get(list).says()).contains("Beck Side Primary", "rarely meet others");
    String make = list + "/make";
    assertThat(ruth.press(ruth.get(list), make, "governors", "nobody").status()).isEqualTo(422);
    var made = ruth.submit(ruth.get(list), make, "governors", "chair@beckside.example");
    assertThat(made.path()).endsWith("/change");
    assertThat(ruth.get(list).says()).doesNotContain("Beck Side Primary");
    var head = new Visitor(app.url());
    assertThat(head.signInByMail("ward@beckside.example").status()).isEqualTo(200);
    assertThat(head.get(made.path()).status()).isEqualTo(200);
  }

  @Test
  void whatIsMissingIsSaidAndNothingTypedIsLost() {
    var head = new Visitor(app.url());
    String form = "/interest/" + programme();
    var again = head.press(head.get(form), form, "school", "Dale Primary", "email", "none");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.wrong("email")).isNotEmpty();
    assertThat(again.page().select("#school").attr("value")).isEqualTo("Dale Primary");
  }

  @Test
  void aProgrammeThatTakesNoSchoolsSaysSo() {
    String closed = town.programme("Marshgate Academy");
    town.database().run("UPDATE programme SET recruiting = false WHERE id = '" + closed + "'");
    var head = new Visitor(app.url());
    assertThat(head.get("/interest/" + closed).says()).contains("takes no new schools");
    assertThat(head.get("/interest").page().select("a[href=/interest/" + closed + "]")).isEmpty();
  }
}
