package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.Database;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Signing in by mail, by its code and by a code that is read out.
class SignInFlowTest {
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

  private static Visitor visitor() {
    return new Visitor(app.url());
  }

  private static Answer ask(Visitor visitor, String email) {
    return visitor.submit(visitor.get("/sign-in"), "/sign-in", "email", email);
  }

  private static boolean signedIn(Visitor visitor) {
    return visitor.send("GET", "/home", null, Map.of()).status() == 200;
  }

  /// The mail goes out behind the answer's back.
  private static String code(Visitor visitor, String email) {
    return visitor.mailed(email).text().replaceFirst("(?s).*?\\b(\\d{6})\\b.*", "$1");
  }

  @Test
  void aMailedLinkSignsInByItsButtonAlone() {
    var visitor = visitor();
    ask(visitor, "khan@hilltopprimary.example");
    String link = visitor.mailedLink("khan@hilltopprimary.example");
    var scanner = visitor();
    for (int i = 0; i < 3; i++) {
      assertThat(scanner.get(link).status()).isEqualTo(200);
      assertThat(scanner.send("HEAD", link, null, Map.of()).status()).isEqualTo(200);
    }
    assertThat(signedIn(scanner)).as("who only looks at the link").isFalse();
    var page = visitor.submit(visitor.get(link), link);
    assertThat(page.title()).isEqualTo("Home · Linkroom");
    assertThat(page.says()).contains("Hello, Miss Khan");
  }

  @Test
  void aMailedLinkWorksOnce() {
    var visitor = visitor();
    ask(visitor, "boyd@hilltopprimary.example");
    String link = visitor.mailedLink("boyd@hilltopprimary.example");
    assertThat(visitor.submit(visitor.get(link), link).status()).isEqualTo(200);
    var second = visitor();
    var again = second.submit(second.get(link), link);
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.says()).contains("This link has been used");
    assertThat(signedIn(second)).isFalse();
  }

  @Test
  void aMailedLinkAndItsCodeEndAfterHalfAnHour() {
    var visitor = visitor();
    ask(visitor, "nowak@hilltopprimary.example");
    String link = visitor.mailedLink("nowak@hilltopprimary.example");
    String code = code(visitor, "nowak@hilltopprimary.example");
    town.database()
        .run("UPDATE sign_in_mail SET until = until - interval '31 minutes' WHERE used_at IS NULL");
    assertThat(visitor.submit(visitor.get(link), link).status()).isEqualTo(410);
    var typed = visitor.submit(visitor.get("/sign-in/code"), "/sign-in/code", "code", code);
    assertThat(typed.wrong("code")).contains("That code is not right");
  }

  @Test
  void theCodeOfTheMailWorksInTheBrowserThatAskedAndOnce() {
    var visitor = visitor();
    String email = "okafor@riversidecofeprimary.example";
    assertThat(ask(visitor, email).path()).isEqualTo("/sign-in/code");
    String code = code(visitor, email);
    var stranger = visitor();
    assertThat(
            stranger
                .submit(stranger.get("/sign-in/code"), "/sign-in/code", "code", code)
                .wrong("code"))
        .contains("That code is not right");
    String spaced = code.substring(0, 3) + " " + code.substring(3);
    var on = visitor.get("/sign-in/code");
    assertThat(visitor.submit(on, "/sign-in/code", "code", spaced).says()).contains("Mr Okafor");
    visitor.submit(visitor.get("/home"), "/sign-out");
    assertThat(visitor.submit(visitor.get("/sign-in/code"), "/sign-in/code", "code", code).status())
        .isEqualTo(422);
  }

  @Test
  void fiveWrongCodesEndTheRightOneToo() {
    var visitor = visitor();
    String email = "grant@riversidecofeprimary.example";
    ask(visitor, email);
    String code = code(visitor, email);
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      visitor.submit(visitor.get("/sign-in/code"), "/sign-in/code", "code", wrong);
    }
    var right = visitor.submit(visitor.get("/sign-in/code"), "/sign-in/code", "code", code);
    assertThat(right.status()).isEqualTo(422);
    assertThat(signedIn(visitor)).isFalse();
    String link = visitor.mailedLink(email);
    assertThat(visitor.submit(visitor.get(link), link).status()).as("its link").isEqualTo(200);
  }

  @Test
  void whoGuessesAtOnePersonsCodesFromManyBrowsersIsStoppedForTheDay() {
    String email = "safeguarding@riversidecofeprimary.example";
    var visitor = visitor();
    ask(visitor, email);
    String code = code(visitor, email);
    Database.of(app)
        .run(
            "INSERT INTO sign_in_mail (id, person, browser, token, code, tries, until) SELECT 'guess' || lpad(n::text, 7, '0'), p.id, 'b' || n, 't' || n, 'c' || n, 5, now() FROM person p, generate_series(1, 12) n WHERE p.email = ?",
            email);
    var right = visitor.submit(visitor.get("/sign-in/code"), "/sign-in/code", "code", code);
    assertThat(right.status()).isEqualTo(422);
    String link = visitor.mailedLink(email);
    assertThat(visitor.submit(visitor.get(link), link).status()).as("her link").isEqualTo(200);
  }

  @Test
  void anAddressThatNobodyHasIsAnsweredTheSame() {
    var known = visitor();
    var unknown = visitor();
    var yes = ask(known, "holroyd@nowhere.example");
    var no = ask(unknown, "head@hilltopprimary.example");
    assertThat(no.status()).isEqualTo(yes.status());
    assertThat(no.path()).isEqualTo(yes.path());
    assertThat(no.says()).isEqualTo(yes.says());
    assertThat(known.mail("holroyd@nowhere.example")).isEmpty();
    assertThat(
            unknown.submit(unknown.get("/sign-in/code"), "/sign-in/code", "code", "123456").says())
        .isEqualTo(
            known.submit(known.get("/sign-in/code"), "/sign-in/code", "code", "123456").says());
  }

  @Test
  void mailsToOneAddressAreBoundedWhoeverAsksKnownOrNot() {
    for (String email :
        new String[] {"quinn@nowhere.example", "head@thornfieldspecialschool.example"}) {
      for (int i = 0; i < 5; i++) {
        assertThat(ask(visitor(), email).status()).isEqualTo(200);
      }
      var sixth = ask(visitor(), email);
      assertThat(sixth.status()).isEqualTo(429);
      assertThat(sixth.says()).contains("That was a lot of tries").contains(email);
    }
  }

  @Test
  void nothingThatOpensAnythingIsKeptReadable() {
    var visitor = visitor();
    ask(visitor, "finch@thornfieldspecialschool.example");
    String link = visitor.mailedLink("finch@thornfieldspecialschool.example");
    String token = link.substring(link.lastIndexOf('/') + 1);
    assertThat(
            town.database()
                .all("SELECT id FROM sign_in_mail WHERE token = ? OR browser = ?", token, token))
        .isEmpty();
    String browser = visitor.cookie("browser").orElseThrow();
    assertThat(town.database().all("SELECT id FROM sign_in_mail WHERE browser = ?", browser))
        .isEmpty();
  }

  @Test
  void aCodeThatIsReadOutSignsInOnceAndIsOnRecord() {
    var facilitator = visitor();
    facilitator.signInAs("Ruth Lindley");
    String person = town.person("Mrs Oyelaran");
    var made = facilitator.submitRow(facilitator.get("/codes"), "/codes", "person", person);
    String code = made.page().select(".bigcode").text();
    assertThat(code).matches("[34679ACDEFGHJKNPQRTWXY]{4} [34679ACDEFGHJKNPQRTWXY]{4}");
    assertThat(
            town.database()
                .all(
                    "SELECT who FROM audit WHERE what = 'spoken-code.make' AND subject = ?",
                    person))
        .containsExactly(town.person("Ruth Lindley"));
    var visitor = visitor();
    String typed = code.toLowerCase(java.util.Locale.ROOT);
    var home = visitor.submit(visitor.get("/sign-in"), "/sign-in/spoken", "spoken", typed);
    assertThat(home.says()).contains("Mrs Oyelaran");
    assertThat(
            town.database()
                .all(
                    "SELECT subject FROM audit WHERE what = 'spoken-code.use' AND who = ?", person))
        .as("that she came in by it, and whose code it was")
        .containsExactly(town.person("Ruth Lindley"));
    var second = visitor();
    assertThat(
            second
                .submit(second.get("/sign-in"), "/sign-in/spoken", "spoken", code)
                .wrong("spoken"))
        .contains("That code is not right");
  }

  @Test
  void aCodeIsMadeForNobodyBeyondHerOwn() {
    var facilitator = visitor();
    facilitator.signInAs("Tom Ackroyd");
    var page = facilitator.get("/codes");
    var fields =
        Map.of(
            "csrf",
            page.page().select("[name=csrf]").attr("value"),
            "person",
            town.person("Miss Khan"));
    assertThat(facilitator.post("/codes", fields, Map.of()).status()).isEqualTo(404);
    assertThat(page.says()).doesNotContain("Miss Khan");
  }
}
