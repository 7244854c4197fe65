package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.linkroom.testing.Town.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

/// What was held is counted once, at the place that it belongs to.
class AttendanceTest {
  private static final Instant START = Instant.parse("2026-11-24T10:30:00Z");
  private static final int YEAR = 2026;

  private static Town town;
  private static Town.School far;
  private static Id across;

  @BeforeAll
  static void open() {
    town = new Town();
    far = town.school(town.programme("Kent"), "Shore Primary", "2A");
    across = town.link(town.ours().schoolClass(), far.schoolClass());
    var register = new Register(town);
    var first = register.met(START, 30);
    register.adult(first, 0, town.ours().schoolClass(), "Miss Khan", "teacher", 35);
    register.adult(first, 1, town.theirs().schoolClass(), "Mr Okafor", "teacher", 31);
    register.adult(first, 2, null, "Ruth Lindley", "observer", 10);
    var second = register.met(START.plus(Duration.ofDays(7)), 20);
    register.adult(second, 0, town.ours().schoolClass(), "Miss Khan", "teacher", 25);
    register.adult(second, 1, town.ours().schoolClass(), "", "cover", 5);
    register.held(town.link(), "link-up", "not-met", START.plus(Duration.ofDays(14)), 0);
    register.held(town.link(), "link-up", "called-off", START.plus(Duration.ofDays(21)), 0);
    register.held(town.link(), "teachers-call", "met", START.minusSeconds(86400), 15);
    register.held(across, "link-up", "met", START.plusSeconds(86400), 7);
    town.run("UPDATE link SET year = 2025 WHERE id = $1", before());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  /// A link of the year before, with a session of its own.
  private static Id before() {
    var link = town.link(town.ours().schoolClass(), town.theirs().schoolClass());
    var session =
        new Register(town).held(link, "link-up", "met", START.minus(Duration.ofDays(300)), 99);
    town.run("UPDATE attendance SET year = 2025 WHERE session = $1", session);
    town.run("UPDATE attendance_class SET year = 2025 WHERE session = $1", session);
    return link;
  }

  private static Place place(Place.Kind kind, Id id) {
    return new Place(kind, id, YEAR);
  }

  private static Attendance attendance() {
    return new Attendance(town.records());
  }

  private static Tallies tallies() {
    return new Tallies(town.records());
  }

  @Test
  void aLinksSessionsHaveALineForEachClassTheLastFirst() {
    var all = await(attendance().sessions(place(Place.Kind.LINK, town.link())));
    assertThat(all).hasSize(10);
    assertThat(all.getFirst().outcome()).isEqualTo("called-off");
    assertThat(all.getLast().kind()).isEqualTo("teachers-call");
    assertThat(all)
        .anySatisfy(
            one -> {
              assertThat(one.at()).isEqualTo(START);
              assertThat(one.label()).isEqualTo("4B");
              assertThat(one.partners()).isEqualTo("4K, Riverside Primary");
              assertThat(one.together()).isEqualTo(30);
              assertThat(one.minutes()).isEqualTo(35);
            });
  }

  @Test
  void aSchoolsSessionsAreThoseOfItsOwnClassesInEveryLinkOfTheYear() {
    var all = await(attendance().sessions(place(Place.Kind.SCHOOL, town.ours().id())));
    assertThat(all).hasSize(6).allMatch(one -> one.school().equals("Hilltop Primary"));
    assertThat(all).extracting(Attendance.Held::partners).contains("2A, Shore Primary");
  }

  @Test
  void aProgrammeHasTheSessionsOfItsLinksAndTheClassesOfItsSchools() {
    var kent = Place.Kind.PROGRAMME;
    var hers = new Place(kent, programmeOf(far), YEAR);
    assertThat(await(attendance().sessions(hers))).isEmpty();
    assertThat(await(tallies().classes(hers)))
        .singleElement()
        .satisfies(one -> assertThat(one.counts().met()).isEqualTo(1));
    assertThat(await(attendance().sessions(new Place(kent, town.programme(), YEAR)))).hasSize(12);
  }

  private static Id programmeOf(Town.School school) {
    return new Id(town.text("SELECT programme FROM school WHERE id = $1", school.id()));
  }

  @Test
  void linksAreTalliedWithoutTheTeachersCalls() {
    var all = await(tallies().links(place(Place.Kind.SCHOOL, town.ours().id())));
    assertThat(all)
        .extracting(Tallies.OfLink::classes, Tallies.OfLink::counts)
        .containsExactly(
            tuple("4B, Hilltop Primary · 2A, Shore Primary", new Tallies.Counts(1, 0, 0, 0, 7)),
            tuple(
                "4B, Hilltop Primary · 4K, Riverside Primary", new Tallies.Counts(2, 1, 1, 0, 50)));
  }

  @Test
  void aClassThatHasNotMetIsThereAndAnotherYearIsNotCounted() {
    var all = await(tallies().classes(place(Place.Kind.PROGRAMME, town.programme())));
    assertThat(all)
        .extracting(Tallies.OfClass::label, one -> one.counts().met())
        .containsExactly(tuple("4B", 3L), tuple("4K", 2L), tuple("Kingfishers", 0L));
    var inLink = await(tallies().classes(place(Place.Kind.LINK, town.link())));
    assertThat(inLink.getFirst().counts()).isEqualTo(new Tallies.Counts(2, 1, 1, 0, 70));
  }

  @Test
  void schoolsAndProgrammesAreTalliedFromTheirOwnClasses() {
    var schools = await(tallies().schools(town.programme(), YEAR));
    assertThat(schools).hasSize(3);
    assertThat(schools.getFirst().classes()).isEqualTo(1);
    assertThat(schools.getFirst().counts().met()).isEqualTo(3);
    var programmes = await(tallies().programmes(YEAR));
    assertThat(programmes)
        .filteredOn(one -> one.id().equals(town.programme()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.links()).isEqualTo(2);
              assertThat(one.classes()).isEqualTo(2);
              assertThat(one.children()).isEqualTo(56);
              assertThat(one.counts()).isEqualTo(new Tallies.Counts(3, 1, 1, 0, 57));
            });
  }

  @Test
  void anAdultsMinutesAreSummedByRoleAndClass() {
    var ofLink = await(attendance().adults(place(Place.Kind.LINK, town.link())));
    assertThat(ofLink)
        .extracting(Attendance.Adult::name)
        .containsExactly("Miss Khan", "Mr Okafor", "Ruth Lindley", "");
    assertThat(ofLink.getFirst())
        .isEqualTo(new Attendance.Adult("Miss Khan", "teacher", "4B", "Hilltop Primary", 2, 60));
    assertThat(await(attendance().adults(place(Place.Kind.SCHOOL, town.ours().id()))))
        .extracting(Attendance.Adult::name)
        .containsExactly("Miss Khan", "");
  }

  @Test
  void theYearsOnRecordAreThoseOfThePlace() {
    assertThat(await(attendance().years(Place.Kind.SCHOOL, town.ours().id())))
        .containsExactly(2026, 2025);
    assertThat(await(attendance().years(Place.Kind.SCHOOL, far.id()))).containsExactly(2026);
    assertThat(await(attendance().years(Place.Kind.LINK, across))).containsExactly(2026);
    assertThat(await(attendance().years())).containsExactly(2026, 2025);
  }

  private static List<Ledger.Line> ledger(Id school, String letters) {
    return await(new Ledger(town.records()).lines(school, YEAR, letters));
  }

  @Test
  void theLedgerNamesEveryAdultOfTheSchoolsSessionsWithThePartnersAndTheGuests() {
    var all = ledger(town.ours().id(), "");
    assertThat(all)
        .extracting(Ledger.Line::name, Ledger.Line::label, Ledger.Line::minutes)
        .containsExactly(
            tuple("Miss Khan", "4B", 25),
            tuple("", "4B", 5),
            tuple("Miss Khan", "4B", 35),
            tuple("Mr Okafor", "4K", 31),
            tuple("Ruth Lindley", "", 10));
    assertThat(all.getFirst().classes()).isEqualTo("4B, Hilltop Primary · 4K, Riverside Primary");
    assertThat(all.getLast().went()).isEqualTo(START.plus(Duration.ofMinutes(10)));
  }

  @Test
  void theLedgerIsSearchedByPartOfANameAndAnotherSchoolsIsItsOwn() {
    assertThat(ledger(town.ours().id(), "khan")).hasSize(2);
    assertThat(ledger(town.ours().id(), "%")).isEmpty();
    assertThat(ledger(town.theirs().id(), "")).hasSize(5);
    assertThat(ledger(far.id(), "")).isEmpty();
  }
}
