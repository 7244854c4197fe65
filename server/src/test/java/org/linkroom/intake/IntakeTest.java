package org.linkroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.testing.Town;

/// A table is brought in as it was shown, as a whole, once.
class IntakeTest {
  private static final String HEAD =
      "School,Town,Phase,Governors email,Mail domains,Head,Head email,Safeguarding lead,Safeguarding email,Class,Year group,Children,About the class,Teacher,Teacher email,Partner school,Partner class\n";
  private static Town town;
  private static Person ruth;

  @BeforeAll
  static void open() {
    town = new Town();
    var id = town.person("Ruth Lindley");
    town.role(id, "facilitator", town.programme());
    ruth = await(new People(town.records()).find(id)).orElseThrow();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Intake intake() {
    return new Intake(town.records());
  }

  private static Sheet.Read sheet(String... lines) {
    return (Sheet.Read) Sheet.of(HEAD + String.join("\n", lines));
  }

  private static Intake.Looked look(Sheet.Read sheet) {
    return await(intake().look(sheet, town.programme(), ruth, town.now()));
  }

  private static Optional<Intake.Done> bring(Sheet.Read sheet, String mark) {
    var order = new Intake.Order(town.programme(), false, ruth, town.now());
    return await(intake().bring(sheet, order, looked -> looked.mark().equals(mark)));
  }

  private static Intake.Done bring(Sheet.Read sheet) {
    return bring(sheet, look(sheet).mark()).orElseThrow();
  }

  @Test
  void aTableMakesSchoolsAdultsClassesAndTheirLink() {
    var sheet =
        sheet(
            "Oak,Leeds,primary,g@oak.example,oak.example,Mrs Hart,hart@oak.example,Mr Wells,wells@oak.example,4A,4,28,We sing,Miss Bell,bell@oak.example,Hilltop Primary,4B2",
            "Hilltop Primary,,,,,,,,,4B2,Year 4,26,,Mr Fox,fox@hilltop.example,,");
    var done = bring(sheet);
    assertThat(done.links()).hasSize(1);
    String link = done.links().getFirst().text();
    assertThat(
            town.text("SELECT state || ' ' || kind || ' ' || year FROM link WHERE id = $1", link))
        .isEqualTo("brokered between 2026");
    assertThat(town.count("SELECT count(*) FROM link_yes WHERE link = $1", link)).isEqualTo(2);
    assertThat(
            town.text(
                "SELECT string_agg(r.kind || ' ' || p.name, ', ' ORDER BY r.kind) FROM role r JOIN person p ON p.id = r.person LEFT JOIN school_class c ON c.id = r.class JOIN school s ON s.id = coalesce(r.school, c.school) WHERE s.name = 'Oak'"))
        .isEqualTo("headteacher Mrs Hart, safeguarding Mr Wells, teacher Miss Bell");
    assertThat(look(sheet).plan().fates())
        .allSatisfy(of -> assertThat(of.fate()).isInstanceOf(Fate.Unchanged.class));
    assertThat(
            town.count(
                "SELECT count(*) FROM audit a JOIN school s ON s.id = a.subject WHERE a.who = $1 AND s.name = 'Oak' AND a.what IN ('school.make', 'adult.named')",
                ruth.id()))
        .isEqualTo(3);
  }

  @Test
  void whatChangedMeanwhileIsNotBroughtIn() {
    var sheet = sheet("Thornfield School,York,,,,,,,,,,,,,,,");
    String mark = look(sheet).mark();
    town.run("UPDATE school SET town = 'Selby' WHERE id = $1", town.other().id());
    assertThat(bring(sheet, mark)).isEmpty();
    assertThat(town.text("SELECT town FROM school WHERE id = $1", town.other().id()))
        .isEqualTo("Selby");
    assertThat(bring(sheet, look(sheet).mark())).isPresent();
    assertThat(bring(sheet, mark)).isEmpty();
  }

  @Test
  void whoLedAClassBeforeIsToldOfAndIsOfItNoMore() {
    var sheet = sheet("Riverside Primary,,,,,,,,,4K,,,,Mr New,new@riverside.example,,");
    assertThat(bring(sheet).released()).containsExactly(town.theirs().teacher());
    assertThat(
            town.count(
                "SELECT count(*) FROM role WHERE class = $1 AND person = $2",
                town.theirs().schoolClass(),
                town.theirs().teacher()))
        .isZero();
  }

  @Test
  void anotherProgrammesSchoolsAreNotTouched() {
    var leeds = town.programme("Leeds");
    var away = town.school(leeds, "Faraway", "1A");
    var sheet = sheet("Faraway,York,primary,g@away.example,,,,,,,,,,,,,");
    bring(sheet);
    assertThat(town.text("SELECT town FROM school WHERE id = $1", away.id())).isEqualTo("Bradford");
    assertThat(town.count("SELECT count(*) FROM school WHERE name = 'Faraway'")).isEqualTo(2);
  }

  @Test
  void aTableIsKeptForItsProgrammeAlone() {
    var id = Id.random();
    await(intake().keep(id, town.programme(), ruth.id(), "School\nOak", town.now()));
    assertThat(await(intake().find(id, town.programme()))).contains("School\nOak");
    assertThat(await(intake().find(id, town.programme("Elsewhere")))).isEmpty();
  }

  /// Tables at random, with whatever lines: once brought in, everything that was taken is on
  /// record.
  @Test
  void aTableThatWasBroughtInIsKnownInEveryLine() {
    for (int seed = 0; seed < 25; seed++) {
      var random = new Random(seed);
      var lines = new ArrayList<String>();
      for (int i = 0; i < 8; i++) {
        lines.add(line(random));
      }
      var sheet = sheet(lines.toArray(String[]::new));
      var shown = look(sheet);
      assertThat(bring(sheet, shown.mark())).isPresent();
      var after = look(sheet);
      assertThat(after.plan().steps()).as("seed %d:\n%s", seed, String.join("\n", lines)).isEmpty();
      assertThat(refused(after)).containsExactlyElementsOf(refused(shown));
    }
  }

  private static List<Integer> refused(Intake.Looked look) {
    return look.plan().fates().stream()
        .filter(of -> of.fate() instanceof Fate.Refused)
        .map(Fate.Of::line)
        .toList();
  }

  private static String line(Random random) {
    String name = pick(random, "Ash", "Birch", "Cedar", "Hilltop Primary", "Pine");
    String email = "@" + name.toLowerCase(Locale.ROOT).replace(" ", "") + ".example";
    String school =
        pick(random, ",,,", "Leeds,primary,g" + email + ",", "York,special,x" + email + ",");
    String head = pick(random, ",,,", "Mrs A,a" + email + ",,", ",,Mr B,b" + email);
    String label = pick(random, "1A", "1B");
    String its =
        pick(
            random,
            ",,,,,",
            label + ",4,20,,Miss T,t" + label + email,
            label + ",5,20,,Mr U,u" + email);
    String partner = pick(random, ",", "Ash,1A", "Birch,1B", "Riverside Primary,4K", "Nowhere,1A");
    return String.join(",", name, school, head, its, its.startsWith(",") ? "," : partner);
  }

  private static String pick(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
