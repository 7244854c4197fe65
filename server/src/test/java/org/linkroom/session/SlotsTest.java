package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;

/// Three joint free slots, and what is said of a time that is none.
class SlotsTest {
  /// A Tuesday.
  private static final Instant NOW = Instant.parse("2027-03-02T09:00:00Z");

  private static final Feasts FEASTS = Feasts.read();

  private static Diary diary(String character, Span... spans) {
    return new Diary(
        Id.random(),
        "4B",
        "Hilltop",
        character,
        new Terms(List.of(spans)),
        Timetable.USUAL,
        false,
        List.of());
  }

  private static Diary with(Diary of, Timetable times) {
    return new Diary(
        of.classId(), of.label(), of.school(), of.character(), of.terms(), times, true, List.of());
  }

  private static Diary with(Diary of, Diary.Booked... booked) {
    return new Diary(
        of.classId(),
        of.label(),
        of.school(),
        of.character(),
        of.terms(),
        of.times(),
        of.said(),
        List.of(booked));
  }

  private static Span span(int level, boolean term, String first, String last) {
    return new Span(
        Id.random(), level, term, "Spring", LocalDate.parse(first), LocalDate.parse(last));
  }

  private static Timetable only(DayOfWeek day, String from, String until) {
    return new Timetable(
        java.util.Map.of(
            day, List.of(new Timetable.Window(LocalTime.parse(from), LocalTime.parse(until)))));
  }

  private static Diary.Booked booked(String starts, int minutes) {
    Instant at = Instant.parse(starts);
    return new Diary.Booked(
        Id.random(), "4B", false, "4B and 5H", at, at.plusSeconds(60L * minutes));
  }

  private static List<Instant> next(Instant now, Diary... diaries) {
    return new Slots(FEASTS, List.of(diaries)).next(now, 40);
  }

  private static List<Notice> notices(String starts, Diary... diaries) {
    Instant at = Instant.parse(starts);
    return Notices.of(List.of(diaries), FEASTS, at, at.plusSeconds(2400));
  }

  @Test
  void twoClassesThatSaidNothingGetThreeMorningsInARow() {
    assertThat(next(NOW, diary("catholic"), diary("hindu")))
        .containsExactly(
            Instant.parse("2027-03-04T09:15:00Z"),
            Instant.parse("2027-03-05T09:15:00Z"),
            Instant.parse("2027-03-08T09:15:00Z"));
  }

  @Test
  void theDaysAroundEidAreNobodysSlot() {
    assertThat(next(Instant.parse("2027-03-07T09:00:00Z"), diary("catholic")).getFirst())
        .isEqualTo(Instant.parse("2027-03-12T09:15:00Z"));
  }

  @Test
  void onlyWhatBothHaveInCommonIsASlot() {
    var mornings = with(diary("catholic"), only(DayOfWeek.THURSDAY, "09:00", "10:30"));
    var later = with(diary("muslim"), only(DayOfWeek.THURSDAY, "09:47", "12:00"));
    assertThat(next(NOW, mornings, later))
        .containsExactly(
            Instant.parse("2027-03-04T09:50:00Z"),
            // On the eleventh it may be Eid.
            Instant.parse("2027-03-18T09:50:00Z"),
            Instant.parse("2027-03-25T09:50:00Z"));
    var never = with(diary("sikh"), only(DayOfWeek.MONDAY, "09:00", "10:30"));
    assertThat(next(NOW, mornings, never)).isEmpty();
  }

  @Test
  void aSlotKeepsItsClockInLondonOverTheChange() {
    var fridays = with(diary("catholic"), only(DayOfWeek.TUESDAY, "10:00", "10:40"));
    assertThat(next(Instant.parse("2027-03-18T09:00:00Z"), fridays))
        .startsWith(Instant.parse("2027-03-23T10:00:00Z"), Instant.parse("2027-03-30T09:00:00Z"));
  }

  @Test
  void fridayPrayersAreKeptFreeAtAMuslimSchoolAlone() {
    var fridays = only(DayOfWeek.FRIDAY, "12:00", "15:10");
    assertThat(next(NOW, with(diary("muslim"), fridays)).getFirst())
        .isEqualTo(Instant.parse("2027-03-05T14:30:00Z"));
    assertThat(next(NOW, with(diary("catholic"), fridays)).getFirst())
        .isEqualTo(Instant.parse("2027-03-05T12:00:00Z"));
  }

  @Test
  void whatIsOnAlreadyMovesTheSlotAndLeavesTimeBetween() {
    var busy = with(diary("catholic"), booked("2027-03-04T09:00:00Z", 30));
    assertThat(next(NOW, busy).getFirst()).isEqualTo(Instant.parse("2027-03-04T09:40:00Z"));
  }

  @Test
  void theNearestTermDatesHoldAndClosingDaysAddUp() {
    var network = span(0, true, "2027-02-22", "2027-03-25");
    var closed = span(1, false, "2027-03-04", "2027-03-04");
    assertThat(next(NOW, diary("catholic", network, closed)).getFirst())
        .isEqualTo(Instant.parse("2027-03-05T09:15:00Z"));
    var own = span(2, true, "2027-03-15", "2027-03-19");
    assertThat(next(NOW, diary("catholic", network, own)))
        .hasSize(3)
        .allMatch(at -> own.on(at.atZone(SchoolClock.LONDON).toLocalDate()));
    assertThat(notices("2027-03-04T10:00:00Z", diary("catholic", network, own)))
        .containsExactly(new Notice.OutsideTerm("Hilltop"));
    assertThat(notices("2027-03-04T10:00:00Z", diary("catholic", network, closed)))
        .containsExactly(new Notice.Closed("Hilltop", "Spring"));
  }

  @Test
  void lastYearsTermsSayNothingOfThisYear() {
    var last = span(2, true, "2026-06-01", "2026-07-20");
    assertThat(new Terms(List.of(last)).open(LocalDate.parse("2026-10-01"))).isTrue();
    assertThat(new Terms(List.of(last)).open(LocalDate.parse("2026-05-20"))).isFalse();
  }

  @Test
  void aHolidayIsSaidOnceAndAFestivalWithItsSchool() {
    assertThat(notices("2027-05-31T09:00:00Z", diary("catholic"), diary("sikh")))
        .containsExactly(new Notice.BankHoliday("the spring bank holiday"));
    assertThat(notices("2027-03-10T10:00:00Z", diary("muslim"), diary("sikh")))
        .contains(new Notice.Kept("Hilltop", "Eid al-Fitr", false));
    assertThat(notices("2027-03-11T10:00:00Z", diary("catholic")))
        .containsExactly(new Notice.Families("Eid al-Fitr", true));
    assertThat(notices("2027-02-18T10:00:00Z", diary("muslim"), diary("sikh")))
        .containsExactly(new Notice.Period("Hilltop", "Ramadan"));
    assertThat(notices("2027-03-19T13:00:00Z", diary("muslim")))
        .containsExactly(new Notice.Friday("Hilltop"));
    assertThat(notices("2027-03-20T10:00:00Z", diary("sikh")))
        .containsExactly(new Notice.Weekend());
  }

  @Test
  void aClassThatIsBusyOrHasNoTimeThenIsNamed() {
    var busy = booked("2027-03-18T10:30:00Z", 40);
    assertThat(notices("2027-03-18T10:00:00Z", with(diary("sikh"), busy)))
        .containsExactly(new Notice.Twice("4B", "4B and 5H", busy.starts()));
    assertThat(notices("2027-03-18T11:10:00Z", with(diary("sikh"), busy))).isEmpty();
    assertThat(
            notices(
                "2027-03-18T10:00:00Z",
                with(diary("sikh"), only(DayOfWeek.MONDAY, "09:00", "12:00"))))
        .containsExactly(new Notice.Unusual("4B"));
  }

  /// Whatever the day, the length and what is on: nothing is said against a slot.
  @Property(tries = 300)
  void nothingIsEverSaidAgainstASlot(
      @ForAll @IntRange(min = 0, max = 1400) int days,
      @ForAll @IntRange(min = 5, max = 120) int minutes,
      @ForAll @IntRange(min = 0, max = 6) int character,
      @ForAll @IntRange(min = 0, max = 2000) int busy) {
    var characters =
        List.of("muslim", "hindu", "sikh", "jewish", "catholic", "greek-orthodox", "methodist");
    Instant now = Instant.parse("2026-09-01T08:00:00Z").plusSeconds(86_400L * days);
    Instant on = now.plusSeconds(86_400L * 2 + 60L * busy);
    var one =
        with(
            diary(characters.get(character)),
            new Diary.Booked(Id.random(), "x", true, "y", on, on.plusSeconds(2400)));
    var other = diary("muslim");
    var slots = new Slots(FEASTS, List.of(one, other)).next(now, minutes);
    assertThat(slots).hasSize(3).isSorted().allMatch(at -> at.isAfter(now.plus(Slots.LEAD)));
    for (Instant at : slots) {
      assertThat(
              Notices.of(List.of(one, other), FEASTS, at, at.plusSeconds(60L * minutes)).stream()
                  .filter(notice -> !(notice instanceof Notice.Period)))
          .as("%s of %d minutes", at, minutes)
          .isEmpty();
    }
    var perDay = new HashMap<LocalDate, Instant>();
    slots.forEach(at -> perDay.put(at.atZone(SchoolClock.LONDON).toLocalDate(), at));
    assertThat(perDay).hasSize(3);
  }
}
