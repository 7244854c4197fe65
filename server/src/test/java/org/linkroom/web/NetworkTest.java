package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.Visitor;

/// A programme, its facilitator, a school, its head and a class come about by pages alone.
class NetworkTest extends TheDemo {
  private static Visitor mailed(String email) {
    var visitor = new Visitor(app.url());
    assertThat(visitor.signInByMail(email).status()).isEqualTo(200);
    return visitor;
  }

  /// A programme with its facilitator; the path of its page.
  private static String programme() {
    var coordinator = as("Mrs Whitfield");
    var people =
        coordinator.submit(
            coordinator.get("/programmes/new"), "/programmes/new", "name", "Sparkford");
    assertThat(people.says()).contains("Nobody looks after this programme yet");
    coordinator.submit(
        people, people.path(), "name", "Asha Rao", "email", "asha@sparkford.example");
    return people.path().replace("/people", "");
  }

  /// A school that its facilitator makes with its head; the path of its page.
  private static String school(String programme) {
    var asha = mailed("asha@sparkford.example");
    String make = programme + "/schools/new";
    String[] typed = {"name", "Oak Primary", "town", "Sparkford", "governors", "chair@oak.example"};
    var adults = asha.submit(asha.get(make), make, typed);
    assertThat(adults.says()).contains("Nobody is on record yet");
    String[] head = {"name", "Mr Hart", "email", "head@oak.example", "kind", "headteacher"};
    asha.submit(adults, adults.path(), head);
    return adults.path().replace("/adults", "");
  }

  @Test
  void aProgrammeItsTeamASchoolAndAClassAreMadeByPages() {
    String school = school(programme());
    var head = mailed("head@oak.example");
    assertThat(head.get("/home").page().select("nav a[href=" + school + "]")).isNotEmpty();
    String make = school + "/classes/new";
    String[] typed = {"label", "4S", "lead", "Miss Bell", "email", "bell@oak.example"};
    assertThat(head.submit(head.get(make), make, typed).says()).contains("4S", "Miss Bell");
    assertThat(mailed("bell@oak.example").get("/home").says()).contains("Miss Bell");
  }

  @Test
  void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
    var coordinator = as("Mrs Whitfield");
    var again =
        coordinator.press(
            coordinator.get("/programmes/new"),
            "/programmes/new",
            "name",
            "Bradford",
            "website",
            "bradford.example");
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.page().select("#website-error").text()).contains("https://");
    assertThat(again.page().select("#name").attr("value")).isEqualTo("Bradford");
    var taken =
        coordinator.press(
            coordinator.get("/programmes/new"), "/programmes/new", "name", "Bradford");
    assertThat(taken.page().select("#name-error").text()).contains("already");
  }

  private static void addsAnOffice(Visitor head, String school, String name, String email) {
    String path = school + "/adults";
    String[] typed = {"name", name, "email", email, "kind", "office"};
    head.submit(head.get(path), path, typed);
  }

  @Test
  void whoHasLeftIsOutAtOnce() {
    String school = "/schools/" + town.school("Hilltop Primary");
    var head = as("Mrs Holroyd");
    addsAnOffice(head, school, "Ms Quick", "quick@hilltop.example");
    var quick = mailed("quick@hilltop.example");
    assertThat(quick.get(school).status()).isEqualTo(200);
    head.submitRow(
        head.get(school + "/adults"), school + "/adults/left", "person", town.person("Ms Quick"));
    assertThat(quick.get(school).page().select("form[action=/sign-in]")).isNotEmpty();
    assertThat(head.get(school + "/adults").says()).doesNotContain("Ms Quick");
  }

  @Test
  void anOfficeNeitherNamesWhoAnswersForTheChildrenNorEndsTheirAccess() {
    String school = "/schools/" + town.school("Hilltop Primary");
    var head = as("Mrs Holroyd");
    addsAnOffice(head, school, "Mr Desk", "desk@hilltop.example");
    var office = mailed("desk@hilltop.example");
    var page = office.get(school + "/adults");
    assertThat(page.page().select("[name=kind]").eachAttr("value")).doesNotContain("headteacher");
    assertThat(added(office, page, "safeguarding").status()).isEqualTo(422);
    var left =
        Map.of(
            "csrf",
            page.page().select("[name=csrf]").attr("value"),
            "person",
            town.person("Mrs Holroyd"));
    assertThat(office.post(school + "/adults/left", left, Map.of()).status()).isGreaterThan(399);
    assertThat(head.get(school + "/adults").status()).isEqualTo(200);
  }

  @Test
  void anAdultWithAnAddressFromOutsideComesInOnlyWhenTheHeadHasSaidThatSheIsKnown() {
    String school = town.school("Hilltop Primary");
    String goIn = "/sessions/" + town.nextSession(town.link("4B", "4K")) + "/go-in";
    var khan = as("Miss Khan");
    assertThat(khan.get(goIn).status()).isEqualTo(200);
    town.database().run("UPDATE school SET domains = '{hilltop.sch.uk}' WHERE id = ?", school);
    assertThat(khan.get(goIn).status()).isEqualTo(403);
    assertThat(khan.get(goIn).says()).contains("Your head has not said yet");
    String adults = "/schools/" + school + "/adults";
    var head = as("Mrs Holroyd");
    head.submitRow(head.get(adults), adults + "/known", "person", town.person("Miss Khan"));
    assertThat(khan.get(goIn).status()).isEqualTo(200);
    town.database().run("UPDATE school SET domains = '{}' WHERE id = ?", school);
  }

  private static Answer added(Visitor office, Answer page, String kind) {
    return office.post(
        page.path(),
        Map.of(
            "csrf",
            page.page().select("[name=csrf]").attr("value"),
            "name",
            "Me",
            "email",
            "me@hilltop.example",
            "kind",
            kind),
        Map.of());
  }

  /// What is on record of a school after somebody has sent its form with one field of her own.
  private static String afterChanging(Visitor who, String name, String field, String value) {
    String school = town.school(name);
    String change = "/schools/" + school + "/change";
    var typed = who.fill(who.get(change), change);
    typed.put(field, value);
    assertThat(who.post(change, typed, Map.of()).status()).isEqualTo(303);
    return town.database()
        .one("SELECT governors_email || domains::text FROM school WHERE id = ?", school);
  }

  @Test
  void aHeadDoesNotTurnConcernsAboutHerselfToAnAddressOfHerOwn() {
    assertThat(
            afterChanging(as("Mrs Holroyd"), "Hilltop Primary", "governors", "mine@home.example"))
        .doesNotContain("mine@home.example");
    assertThat(
            afterChanging(as("Ruth Lindley"), "Hilltop Primary", "governors", "new@chair.example"))
        .contains("new@chair.example");
  }

  @Test
  void anOfficeDoesNotSayWhoseAddressesAreTheSchools() {
    var office = as("Mrs Dean");
    assertThat(afterChanging(office, "Hilltop Primary", "domains", "elsewhere.example"))
        .doesNotContain("elsewhere.example");
  }

  @Test
  void nobodyNamesHerselfToAnswerForTheChildren() {
    var ruth = as("Ruth Lindley");
    String adults = "/schools/" + town.school("Hilltop Primary") + "/adults";
    String email = town.database().one("SELECT email FROM person WHERE name = 'Ruth Lindley'");
    String[] typed = {"name", "Ruth Lindley", "email", email, "kind", "safeguarding"};
    var answer = ruth.press(ruth.get(adults), adults, typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#email-error").text()).contains("Somebody else");
  }

  @Test
  void aPlacesOtherNameStandsForOneProgrammeOnly() {
    var coordinator = as("Mrs Whitfield");
    String make = "/programmes/new";
    String taken = town.database().one("SELECT alias FROM programme_alias LIMIT 1");
    String[] typed = {"name", "Elsewhere", "aliases", taken};
    var answer = coordinator.press(coordinator.get(make), make, typed);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.page().select("#aliases-error").text()).contains(taken);
  }

  @Test
  void aSchoolSaysOnceEachHalfYearThatTheseAreItsAdults() {
    String id = town.school("Thornfield Special School");
    town.database().run("UPDATE school SET made_at = '2020-01-01' WHERE id = ?", id);
    town.database()
        .run(
            "INSERT INTO adults_round (school, round, asked_at) SELECT ?, CASE WHEN extract(month FROM d) >= 9 THEN date_trunc('year', d) + interval '8 months' ELSE date_trunc('year', d) END, now() FROM (SELECT now() AT TIME ZONE 'Europe/London' AS d) t",
            id);
    String programme = "/programmes/" + town.programme("Thornfield Special School");
    var ruth = as("Ruth Lindley");
    assertThat(ruth.get(programme).says()).contains("Have not said yet who their adults are");
    var head = as("Ms Quinn");
    String path = "/schools/" + id + "/adults";
    assertThat(head.get(path).says()).contains("Are these still your adults?");
    var done = head.submit(head.get(path), path + "/confirm");
    assertThat(done.says()).doesNotContain("Are these still your adults?");
    assertThat(ruth.get(programme).says()).doesNotContain("Have not said yet");
  }
}
