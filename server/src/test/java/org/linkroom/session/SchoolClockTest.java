package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.session.SchoolClock.Typed;

class SchoolClockTest {
  private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-10-02, 10:30, 2026-10-02T09:30:00Z, in summer London is an hour ahead",
    "2026-11-24, 10:30, 2026-11-24T10:30:00Z, in winter it is not",
    "2026-10-25, 00:59, 2026-10-24T23:59:00Z, before the autumn change",
    "2026-10-25, 01:00, 2026-10-25T00:00:00Z, the hour that is there twice begins: the first one is meant",
    "2026-10-25, 01:59, 2026-10-25T00:59:00Z, and ends",
    "2026-10-25, 02:00, 2026-10-25T02:00:00Z, after the autumn change",
    "2027-03-28, 00:59, 2027-03-28T00:59:00Z, before the spring change",
    "2027-03-28, 02:00, 2027-03-28T01:00:00Z, after the spring change",
    "2026-10-02, 9:30, 2026-10-02T08:30:00Z, without the nought",
    "2026-10-02, 9.30, 2026-10-02T08:30:00Z, with a full stop as many in England write",
    "2026-10-02, 10:30:00, 2026-10-02T09:30:00Z, as some browsers send it",
    "' 2026-10-02 ', ' 10:30 ', 2026-10-02T09:30:00Z, with spaces around",
    "2026-10-01, 08:59, 2026-10-01T07:59:00Z, a minute ago: a form takes a moment",
    "2027-10-02, 09:00, 2027-10-02T08:00:00Z, a year and a day ahead",
  })
  void aDayAndAClockMeanOneMomentInLondon(String day, String clock, Instant at, String why) {
    assertThat(SchoolClock.read(day, clock, NOW)).as(why).isEqualTo(new Typed.At(at));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28, 01:00, clock, session.clock.skipped, the hour that does not exist begins",
    "2027-03-28, 01:59, clock, session.clock.skipped, and ends",
    "2026-10-01, 08:58, clock, session.clock.past, two minutes ago",
    "1999-01-01, 10:30, clock, session.clock.past, long ago",
    "2027-10-02, 09:01, day, session.day.far, a minute too far",
    "+999999999-12-31, 10:30, day, session.day.far, farther than any calendar",
    "2026-02-30, 10:30, day, session.day.wrong, no such day",
    "24 November 2026, 10:30, day, session.day.wrong, in words",
    "'', 10:30, day, session.day.wrong, nothing",
    "2026-11-24, '', clock, session.clock.wrong, nothing",
    "2026-11-24, 24:00, clock, session.clock.wrong, no such clock",
    "2026-11-24, 10:60, clock, session.clock.wrong, no such minute",
    "2026-11-24, half past ten, clock, session.clock.wrong, in words",
    "2026-11-24, 10:30Z, clock, session.clock.wrong, with a zone",
  })
  void whatCannotBeMeantIsToldBesideItsField(
      String day, String clock, String field, String key, String why) {
    assertThat(SchoolClock.read(day, clock, NOW)).as(why).isEqualTo(new Typed.Wrong(field, key));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T23:30:00Z, 2026-07-02T09:00:00Z, true, half past midnight in London is the next day",
    "2026-07-01T22:30:00Z, 2026-07-02T09:00:00Z, false, half past eleven at night is not",
    "2026-12-01T00:00:00Z, 2026-12-01T23:59:59Z, true, a winter day",
    "2026-12-01T00:00:00Z, 2026-12-02T00:00:00Z, false, the next midnight",
  })
  void aDayIsLondonsDay(Instant one, Instant other, boolean same, String why) {
    assertThat(SchoolClock.sameDay(one, other)).as(why).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01T09:30:00Z, 2026-07-01T21:00:00Z",
    "2026-12-01T10:30:00Z, 2026-12-01T22:00:00Z",
    "2026-10-25T00:30:00Z, 2026-10-25T22:00:00Z",
    "2027-03-28T00:30:00Z, 2027-03-28T21:00:00Z",
  })
  void aPassIsGoodUntilTenAtNightInLondon(Instant at, Instant end) {
    assertThat(SchoolClock.dayEnds(at)).isEqualTo(end);
  }

  @Test
  void nowIsThisMinute() {
    assertThat(SchoolClock.thisMinute(Instant.parse("2026-10-01T08:00:59.9Z"))).isEqualTo(NOW);
  }
}
