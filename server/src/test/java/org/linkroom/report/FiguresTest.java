package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.testing.Town;

/// What funders are told counts each thing once, and says nothing of anybody.
class FiguresTest {
  private static final Instant START = Instant.parse("2026-11-24T10:30:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 20);

  private static Town town;
  private static Id kent;

  @BeforeAll
  static void open() {
    town = new Town();
    kent = town.programme("Kent");
    var far = town.school(kent, "Shore Primary", "2A");
    town.run("UPDATE school SET character = 'sikh', phase = 'special' WHERE id = $1", far.id());
    var across = town.link(town.ours().schoolClass(), far.schoolClass());
    town.run("UPDATE link SET kind = 'special' WHERE id = $1", across);
    var brokered = town.link(town.other().schoolClass(), far.schoolClass());
    town.run("UPDATE link SET state = 'brokered' WHERE id = $1", brokered);
    var register = new Register(town);
    register.met(START, 30);
    register.met(START.plus(Duration.ofDays(7)), 25);
    register.held(across, "link-up", "met", START.plusSeconds(86400), 7);
    register.held(town.link(), "link-up", "not-met", START.plus(Duration.ofDays(14)), 0);
    register.held(town.link(), "link-up", "called-off", START.plus(Duration.ofDays(21)), 0);
    register.held(town.link(), "teachers-call", "met", START.minusSeconds(86400), 15);
    town.session("agreed", START.plus(Duration.ofDays(60)), 40);
    item("training-1", town.ours().schoolClass(), TODAY.minusDays(60));
    item("training-1", town.theirs().schoolClass(), TODAY);
    item("training-2", town.ours().schoolClass(), TODAY.plusDays(1));
    item("visit", null, TODAY.minusDays(1));
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static void item(String kind, @Nullable Id classId, LocalDate day) {
    town.run(
        "INSERT INTO link_item (id, link, kind, class, on_day, added_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        Id.random(),
        town.link(),
        kind,
        classId,
        day,
        town.ours().teacher(),
        utc(START));
  }

  private static Figures.Year year(@Nullable Id programme) {
    return await(new Figures(town.records()).of(programme, 2026, TODAY));
  }

  @Test
  void linksThatHaveBegunAreCountedByKind() {
    assertThat(year(town.programme()).links()).isEqualTo(Map.of("between", 1L, "special", 1L));
    assertThat(year(kent).links()).isEmpty();
  }

  @Test
  void sessionsAreCountedByKindAndByWhatBecameOfThem() {
    var all = year(town.programme());
    assertThat(all.held())
        .isEqualTo(
            Map.of(
                "link-up/met", 3L,
                "link-up/not-met", 1L,
                "link-up/called-off", 1L,
                "teachers-call/met", 1L));
    assertThat(all.sums()).containsEntry("coming", 1L).containsEntry("minutes", 62L);
  }

  @Test
  void aClassThatMetTwiceReachesItsChildrenOnce() {
    assertThat(year(town.programme()).sums())
        .containsEntry("linked", 2L)
        .containsEntry("met", 2L)
        .containsEntry("children", 56L);
    assertThat(year(kent).sums()).containsEntry("met", 1L).containsEntry("children", 28L);
  }

  @Test
  void schoolsAreCountedByPhaseAndCharacterWithTheirOwnProgramme() {
    assertThat(year(town.programme()).phases()).isEqualTo(Map.of("primary", 2L));
    assertThat(year(kent).characters()).isEqualTo(Map.of("sikh", 1L));
  }

  @Test
  void theTeachersWhoCameToATrainingAreCountedAndWhatIsStillToComeIsNot() {
    assertThat(year(town.programme()).items()).isEqualTo(Map.of("training-1", 2L, "visit", 1L));
  }

  @Test
  void theProgrammesFiguresSumToTheNetworks() {
    var network = year(null);
    var one = year(town.programme());
    var other = year(kent);
    Stream.<java.util.function.Function<Figures.Year, Map<String, Long>>>of(
            Figures.Year::links,
            Figures.Year::held,
            Figures.Year::sums,
            Figures.Year::phases,
            Figures.Year::characters,
            Figures.Year::items)
        .forEach(
            of -> {
              var sum = new HashMap<>(of.apply(one));
              of.apply(other).forEach((word, n) -> sum.merge(word, n, Long::sum));
              assertThat(of.apply(network)).isEqualTo(sum);
            });
  }

  @Test
  void anotherYearHasItsOwn() {
    var before = await(new Figures(town.records()).of(null, 2025, TODAY));
    assertThat(before.links()).isEmpty();
    assertThat(before.sums().values()).containsOnly(0L);
  }

  @Test
  void theTablesTellThemInWordsAndNameNobody() {
    var tables = new Sums(new Words()).of(year(town.programme()));
    var text = tables.toString();
    assertThat(text)
        .contains("Between schools", "Sikh", "Special")
        .doesNotContain("Khan", "4B", "Hilltop", "Teacher of");
    var sessions = tables.get(1);
    assertThat(sessions.rows().getFirst().cells()).endsWith("7");
    assertThat(tables.getFirst().total()).endsWith("2");
  }
}
