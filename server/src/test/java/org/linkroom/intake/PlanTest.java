package org.linkroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of each line, as a function of the table and of what is on record.
class PlanTest {
  private static final String HEAD =
      "School,Town,Phase,Governors email,Head,Head email,Class,Year group,Children,Teacher,Teacher email,Partner school,Partner class\n";
  private static final String OAK =
      "Oak,Leeds,Primary,gov@oak.example,Mrs Hart,head@oak.example,4A,4,28,Miss Bell,bell@oak.example";
  private static final String ELM = OAK.replace("Oak", "Elm").replace("oak", "elm");

  private static final Ground BARE = new Ground(Map.of(), Map.of(), Map.of());

  private static Ground known() {
    var facts =
        Map.of(
            Column.TOWN,
            "Leeds",
            Column.PHASE,
            "primary",
            Column.GOVERNORS_EMAIL,
            "gov@oak.example");
    var gone = new Ground.School(null, "Gone", facts, true, Set.of(), Set.of());
    var oak = new Ground.School(null, "Oak", facts, false, Set.of("head@oak.example"), Set.of());
    var a = schoolClass("4A", "bell@oak.example");
    return new Ground(
        Map.of("oak", oak, "gone", gone),
        Map.of("oak\n4a", a, "oak\n4b", schoolClass("4B", "other@oak.example")),
        Map.of("oak\n4b", Set.of("elm\n4x"), "elm\n4x", Set.of("oak\n4b")));
  }

  private static Ground.SchoolClass schoolClass(String label, String lead) {
    return new Ground.SchoolClass(
        null, "Oak", label, Map.of(Column.YEAR_GROUP, "4", Column.CHILDREN, "28"), false, lead);
  }

  private static Plan plan(Ground ground, String... lines) {
    var sheet = (Sheet.Read) Sheet.of(HEAD + String.join("\n", lines));
    return Plan.of(sheet.rows(), ground, "ruth@bradford.example");
  }

  /// Each line's fate in short: its steps, or where it is wrong and how.
  private static List<String> fates(Ground ground, String... lines) {
    return plan(ground, lines).fates().stream()
        .map(
            of ->
                switch (of.fate()) {
                  case Fate.Taken(var steps) ->
                      steps.stream()
                          .map(step -> step.getClass().getSimpleName())
                          .collect(Collectors.joining(" "));
                  case Fate.Unchanged() -> "unchanged";
                  case Fate.Refused(var faults) ->
                      faults.stream()
                          .map(fault -> fault.column().word() + " " + fault.key())
                          .collect(Collectors.joining(", "));
                })
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Oak,,,,,,,,,,,, | unchanged",
        "OAK ,leeds x,,,,,,,,,,, | ChangedSchool",
        "Oak,,,,Mrs New,new@oak.example,,,,,,, | Named",
        "Oak,,,,Mrs Hart,HEAD@oak.example,,,,,,, | unchanged",
        "Oak,,,,Ruth,ruth@bradford.example,,,,,,, | head-email yourself",
        "Oak,,,,,new@oak.example,,,,,,, | head missing",
        "Oak,,,,Mrs New,,,,,,,, | head-email missing",
        "Oak,,,,,,4A,Year 4,28,Miss Bell,bell@oak.example,, | unchanged",
        "Oak,,,,,,4a,5,29,,,, | ChangedClass",
        "Oak,,,,,,4A,,,Mr New,new@oak.example,, | NewLead",
        "Oak,,,,,,4A,,,,new@oak.example,, | teacher missing",
        "Oak,,,,,,5A,Y5,30,Mr New,new@oak.example,, | NewClass",
        "Oak,,,,,,5A,,,,,, | 'year-group missing, children missing, teacher missing, teacher-email missing'",
        "Oak,,,,,,5A,14,0,Mr New,new,, | 'year-group number, children number, teacher-email email'",
        "Oak,,,,,,RA,-1,20,Mr New,new@oak.example,, | year-group number",
        "Oak,,,,,,,4,,,,, | class whichclass",
        "Gone,,,,,,,,,,,, | school archived",
        "New,,,,,,,,,,,, | 'town missing, phase missing, governors-email missing'",
        "New,Leeds,castle,g@new.example,,,,,,,,, | phase choose",
        "New,Leeds,Special,g@new.example,,,,,,,,, | NewSchool",
        "Home,Leeds,care home,g@new.example,,,Friends,,12,Mrs Day,day@home.example,, | NewSchool NewClass",
        ",Leeds,,,,,,,,,,, | school missing",
        "Oak,,,,,,4A,,,,,Oak,4A | partner-class itself",
        "Oak,,,,,,4A,,,,,Oak,4B | partner-class linked",
        "Oak,,,,,,4B,,,,,Oak,4A | class linked",
        "Oak,,,,,,4A,,,,,Oak,9Z | partner-class nopartner",
        "Oak,,,,,,4A,,,,,Oak, | partner-class missing",
      })
  void aLineAloneIsTakenOrNotAsItSays(String line, String fate) {
    assertThat(fates(known(), line)).containsExactly(fate);
  }

  @Test
  void aPartnerMayStandInALaterLineAndBothMayNameEachOther() {
    assertThat(fates(BARE, OAK + ",Elm,4A", ELM + ",Oak,4A"))
        .containsExactly("NewSchool Named NewClass Linked", "NewSchool Named NewClass LinkedAbove");
  }

  @Test
  void whoReliesOnALineThatIsLeftOutIsLeftOutToo() {
    assertThat(fates(BARE, OAK + ",Elm,4A", ELM.replace("28", "many") + ",,"))
        .containsExactly("partner-class nopartner", "children number");
  }

  @Test
  void whoIsNamedByTwoGoesWithTheFirst() {
    assertThat(
            fates(
                BARE,
                OAK + ",Elm,4A",
                ELM + ",,",
                OAK.replace("Oak", "Ash").replace("oak", "ash") + ",Elm,4A"))
        .containsExactly(
            "NewSchool Named NewClass Linked", "NewSchool Named NewClass", "partner-class linked");
  }

  @Test
  void aSchoolIsDescribedOnceAndTwoLinesThatDifferAreNotGuessedAt() {
    assertThat(
            fates(
                BARE,
                OAK + ",,",
                "Oak,,,,,,5A,5,30,Mr Stone,stone@oak.example,,",
                "Oak,York,,,,,5A,5,31,,,,"))
        .containsExactly(
            "NewSchool Named NewClass", "NewClass", "town otherwise, children otherwise");
  }

  @Provide
  Arbitrary<List<String>> lines() {
    var school = Arbitraries.of("Oak", "oak", "Elm", "Gone", "Ash", "");
    var town = Arbitraries.of("", "Leeds", "York");
    var more = Arbitraries.of(",,", "Primary,g@a.example,", "special,g@b.example,", "x,y,z");
    var label =
        Arbitraries.of(",,,,", "4A,4,28,Miss Bell,b@a.example", "4B,Y5,20,Mr Fox,f@a.example");
    var partner = Arbitraries.of(",", "Oak,4A", "Elm,4B", "Ash,4A", "Oak,");
    return Combinators.combine(school, town, more, label, partner)
        .as((s, t, m, l, p) -> String.join(",", s, t, m, l, p))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 400)
  void everyLineHasAFateAndTheSameTableHasTheSameFates(@ForAll("lines") List<String> lines) {
    String head =
        "School,Town,Phase,Governors email,Head,Class,Year group,Children,Teacher,Teacher email,Partner school,Partner class\n";
    if (!(Sheet.of(head + String.join("\n", lines)) instanceof Sheet.Read sheet)) {
      return;
    }
    var plan = Plan.of(sheet.rows(), known(), "me@a.example");
    assertThat(plan.fates()).hasSameSizeAs(sheet.rows());
    assertThat(Plan.of(sheet.rows(), known(), "me@a.example").toString())
        .isEqualTo(plan.toString());
    // What is left out leaves nothing behind: without those lines the others' fates are the same.
    var taken =
        sheet.rows().stream()
            .filter(
                row ->
                    plan.fates().stream()
                        .noneMatch(
                            of -> of.line() == row.line() && of.fate() instanceof Fate.Refused))
            .toList();
    assertThat(Plan.of(taken, known(), "me@a.example").fates())
        .isEqualTo(
            plan.fates().stream().filter(of -> !(of.fate() instanceof Fate.Refused)).toList());
  }
}
