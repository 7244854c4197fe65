package org.linkroom.network;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

class AgreementTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static Town town;
  private static Agreements agreements;
  private static Linking linking;

  @BeforeAll
  static void open() {
    town = new Town();
    agreements = new Agreements(town.records());
    linking = new Linking(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "'', NONE, false, false",
    "signed, SIGNED, true, true",
    "paper, PAPER, true, true",
    "grace, GRACE, true, false",
    "over, OVERDUE, false, false",
    "over paper, PAPER, true, true",
    "signed grace, SIGNED, true, true",
    "grace signed, SIGNED, true, true"
  })
  void aSignatureCountsMoreThanAGraceAndAGraceUntilItsEnd(
      String lines, Agreement.Kind kind, boolean holds, boolean signed) {
    var all = List.of(lines.split(" ")).stream().filter(l -> !l.isEmpty()).map(AgreementTest::line);
    var agreement = Agreement.of(all.toList(), NOW);
    assertThat(agreement.kind()).isEqualTo(kind);
    assertThat(agreement.holds()).isEqualTo(holds);
    assertThat(agreement.signed()).isEqualTo(signed);
  }

  private static Agreement.Line line(String word) {
    return switch (word) {
      case "grace" -> new Agreement.Line("grace", "Ruth", NOW, NOW.plusSeconds(1), "away");
      case "over" -> new Agreement.Line("grace", "Ruth", NOW, NOW, "away");
      default -> new Agreement.Line(word, "Mrs Holroyd", NOW, null, "");
    };
  }

  @Test
  void aNewVersionNeverChangesWhatWasSigned() {
    var programme = town.programme("Kent");
    var school = town.school(programme, "Marshgate", "8M").id();
    var first = await(agreements.current(programme));
    assertThat(first.own()).isFalse();
    assertThat(await(keep(school, "signed", first.id()))).isTrue();
    var id = Id.random();
    for (int press = 0; press < 2; press++) {
      await(agreements.write(id, programme, "New.", List.of("a", "", "c", "d", "e"), person()));
    }
    var second = await(agreements.current(programme));
    assertThat(second.version()).isEqualTo(1);
    assertThat(second.clauses()).containsExactly("a", "", "c", "d", "e");
    assertThat(town.run("UPDATE agreement_text SET intro = 'changed' WHERE id = $1", first.id()))
        .isZero();
    assertThat(await(agreements.signedText(school, 2026))).contains(first);
    assertThat(await(keep(school, "paper", second.id()))).as("once a year").isFalse();
    assertThat(await(agreements.signedText(school, 2025))).isEmpty();
  }

  private static Id person() {
    return town.ours().head();
  }

  private static Future<Boolean> keep(Id school, String kind, Id text) {
    return agreements.keep(
        Id.random(),
        new Agreements.Kept(
            school,
            2026,
            kind,
            text,
            "The head",
            person(),
            NOW,
            kind.equals("grace") ? NOW.plus(Agreement.GRACE) : null,
            kind.equals("grace") ? "Her head is away." : ""));
  }

  @Test
  void aPartnerThatIsNoSchoolHasNothingToSign() {
    var school = town.school("Green Primary", "4G");
    var home = town.school("Elm House", "Elders");
    town.run("UPDATE school SET phase = 'partner' WHERE id = $1", home.id());
    var link = town.link(school.schoolClass(), home.schoolClass());
    var text = await(agreements.current(town.programme())).id();
    await(keep(school.id(), "grace", text));
    assertThat(await(agreements.signedOn(link))).as("a grace is no signature").isEmpty();
    await(keep(school.id(), "signed", text));
    assertThat(await(agreements.signedOn(link))).contains(NOW);
  }

  @Test
  void aLinkGoesLiveOnceAllHaveSaidYesAndSigned() {
    var one = town.school("Meadow Primary", "4M");
    var other = town.school("Brook Primary", "4R");
    var text = await(agreements.current(town.programme())).id();
    var id = Id.random();
    var made = made(one, other);
    assertThat(await(linking.make(id, made))).isTrue();
    assertThat(await(linking.make(id, made))).as("a double press").isFalse();
    assertThat(await(new Links(town.records()).find(id)).orElseThrow().live()).isFalse();
    yes(id, one.id());
    await(keep(one.id(), "signed", text));
    await(keep(other.id(), "grace", text));
    assertThat(await(linking.open(id, NOW))).as("one yes is missing").isFalse();
    yes(id, other.id());
    var late = NOW.plus(Agreement.GRACE);
    assertThat(await(linking.open(id, late))).as("the grace is over").isFalse();
    assertThat(await(linking.open(id, NOW))).isTrue();
    assertThat(await(linking.open(id, NOW))).as("only once").isFalse();
    assertThat(await(agreements.lacking(id, NOW))).isEmpty();
    assertThat(await(agreements.lacking(id, late))).containsExactly("Brook Primary");
    assertThat(await(linking.openOf(other.id(), NOW))).isEmpty();
    var standing = await(agreements.of(List.of(one.id(), other.id()), 2026, late));
    assertThat(requireNonNull(standing.get(one.id())).kind()).isEqualTo(Agreement.Kind.SIGNED);
    assertThat(requireNonNull(standing.get(other.id())).kind()).isEqualTo(Agreement.Kind.OVERDUE);
  }

  private static Linking.New made(Town.School one, Town.School other) {
    return new Linking.New(
        town.programme(), 2026, "between", List.of(one.schoolClass(), other.schoolClass()), null);
  }

  private static void yes(Id link, Id school) {
    town.run(
        "UPDATE link_yes SET answer = 'yes', at = now() WHERE link = $1 AND school = $2",
        link,
        school);
  }

  @Test
  void signingLetsGoWhatOnlyWaitedForIt() {
    var one = town.school("Field Primary", "4F");
    var id = Id.random();
    await(linking.make(id, made(one, town.school("Wood Primary", "4W"))));
    town.run("UPDATE link_yes SET answer = 'yes', at = now() WHERE link = $1", id);
    town.run("UPDATE school SET phase = 'partner' WHERE name = 'Wood Primary'");
    assertThat(await(linking.openOf(one.id(), NOW))).isEmpty();
    await(keep(one.id(), "paper", await(agreements.current(town.programme())).id()));
    assertThat(await(linking.openOf(one.id(), NOW))).as("a partner signs none").containsExactly(id);
    assertThat(await(linking.end(id, "Teacher away", NOW))).isTrue();
    assertThat(await(linking.end(id, "Teacher away", NOW))).isFalse();
    assertThat(await(linking.dates(id)).orElseThrow())
        .extracting(Linking.Dates::ended, Linking.Dates::why)
        .containsExactly(NOW, "Teacher away");
  }
}
