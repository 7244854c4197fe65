package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bank holidays, Easter and the list of festivals, against what was proclaimed and foretold.
class CalendarDatesTest {
  private final Feasts feasts = Feasts.read();

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-04-05, 2026-04-12",
    "2027, 2027-03-28, 2027-05-02",
    "2028, 2028-04-16, 2028-04-16",
    "2029, 2029-04-01, 2029-04-08",
    "2030, 2030-04-21, 2030-04-28",
    "2038, 2038-04-25, 2038-04-25",
    "2049, 2049-04-18, 2049-04-25"
  })
  void easterIsWhereTheChurchesHaveIt(int year, LocalDate western, LocalDate orthodox) {
    assertThat(Easter.western(year)).isEqualTo(western);
    assertThat(Easter.orthodox(year)).isEqualTo(orthodox);
  }

  /// As gov.uk lists them.
  @ParameterizedTest
  @CsvSource({
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
    "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03",
    "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28", "2028-01-03", "2028-04-14",
    "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26"
  })
  void bankHolidaysAreThoseOfEngland(LocalDate day) {
    assertThat(BankHolidays.on(day)).isPresent();
    assertThat(BankHolidays.of(day.getYear())).hasSize(8);
  }

  @Test
  void boxingDayAfterAChristmasOnASundayIsTheTuesday() {
    assertThat(BankHolidays.on(LocalDate.parse("2022-12-26"))).contains("Boxing Day");
    assertThat(BankHolidays.on(LocalDate.parse("2022-12-27"))).contains("Christmas Day");
  }

  /// The calendar of Mecca that Java knows is within a day of what is seen in England.
  @Test
  void festivalsOfTheMoonAreWithinADayOfTheCalendarOfMecca() {
    var of =
        java.util.Map.of(
            "Ramadan",
            new int[] {9, 1},
            "Eid al-Fitr",
            new int[] {10, 1},
            "Eid al-Adha",
            new int[] {12, 10});
    int seen = 0;
    for (Feast feast : feasts.listed()) {
      var monthAndDay = of.get(feast.name());
      if (monthAndDay != null) {
        var near = HijrahDate.from(feast.first().plusDays(5));
        var foretold =
            LocalDate.from(
                HijrahDate.of(near.get(ChronoField.YEAR), monthAndDay[0], monthAndDay[1]));
        assertThat(Math.abs(ChronoUnit.DAYS.between(foretold, feast.first())))
            .as(feast.toString())
            .isLessThanOrEqualTo(1);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(16);
  }

  @Test
  void theListHasEachFestivalInEachYear() {
    for (int year = 2026; year <= 2030; year++) {
      int of = year;
      assertThat(
              feasts.listed().stream()
                  .filter(feast -> feast.first().getYear() == of)
                  .map(Feast::name)
                  .distinct())
          .as("%d", year)
          .containsExactlyInAnyOrder(
              "Eid al-Fitr",
              "Eid al-Adha",
              "Ramadan",
              "Diwali",
              "Vaisakhi",
              "Passover",
              "Rosh Hashanah",
              "Yom Kippur",
              "Lunar New Year");
    }
  }

  @Test
  void aFestivalThatMayMoveIsSaidForTheDaysAroundIt() {
    var eve = LocalDate.parse("2027-05-15");
    assertThat(feasts.on(eve)).extracting(Feast::name).containsExactly("Eid al-Adha");
    assertThat(feasts.on(eve).getFirst().on(eve)).isFalse();
    assertThat(feasts.on(eve.minusDays(1))).isEmpty();
    assertThat(feasts.on(LocalDate.parse("2027-10-12"))).as("Yom Kippur does not move").isEmpty();
  }
}
