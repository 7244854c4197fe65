package org.linkroom.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;

/// What biweekly writes, another library reads.
class ICalTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Id SESSION = new Id("s12345678901");

  private static Happening happening(Instant starts, Happening.State state) {
    return new Happening(
        SESSION,
        3,
        state,
        starts,
        starts.plusSeconds(2400),
        "Link-up: 4B and 4K; “Sun, moon”",
        "Everything is here, the sheet too: https://linkroom.example/sessions/s12345678901",
        "https://linkroom.example/sessions/s12345678901");
  }

  private static Calendar read(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
  }

  private static String value(Calendar calendar, String property) {
    return event(calendar).getRequiredProperty(property).getValue();
  }

  private static String invitation(Happening of) {
    var guest = new ICal.Guest("Miss Khan", "khan@school.example");
    return ICal.invitation(of, guest, "Linkroom <linkroom@linkroom.example>", NOW);
  }

  /// The clock goes forward on 28 March 2027 and back on 31 October.
  @ParameterizedTest
  @CsvSource({
    "2027-03-26T10:30:00Z, 2027-03-26T10:30",
    "2027-03-29T09:30:00Z, 2027-03-29T10:30",
    "2027-10-29T09:30:00Z, 2027-10-29T10:30",
    "2027-11-01T10:30:00Z, 2027-11-01T10:30"
  })
  void aCalendarShowsTheSchoolsClockOnBothSidesOfItsChanges(String starts, String local)
      throws Exception {
    var at = Instant.parse(starts);
    for (String text :
        List.of(
            invitation(happening(at, Happening.State.CONFIRMED)),
            ICal.feed("Linkroom", List.of(happening(at, Happening.State.CONFIRMED)), NOW))) {
      var calendar = read(text);
      ZonedDateTime begins = event(calendar).<ZonedDateTime>getDateTimeStart().getDate();
      assertThat(begins.toInstant()).isEqualTo(at);
      assertThat(begins.toLocalDateTime()).hasToString(local);
      assertThat(event(calendar).getDateTimeStart().toString()).contains("TZID=Europe/London");
      assertThat(calendar.<VTimeZone>getComponent("VTIMEZONE")).isPresent();
      assertThat(text).contains("BYMONTH=3", "BYMONTH=10", "TZNAME:GMT", "TZNAME:BST");
    }
  }

  @Test
  void anInvitationKeepsItsNameAndCountsItsChanges() throws Exception {
    var calendar = read(invitation(happening(NOW.plusSeconds(86400), Happening.State.CONFIRMED)));
    calendar.validate();
    assertThat(calendar.getMethod().getValue()).isEqualTo("REQUEST");
    assertThat(value(calendar, "UID")).isEqualTo("s12345678901@linkroom");
    assertThat(value(calendar, "SEQUENCE")).isEqualTo("3");
    assertThat(value(calendar, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(calendar, "SUMMARY")).isEqualTo("Link-up: 4B and 4K; “Sun, moon”");
    assertThat(value(calendar, "ATTENDEE")).isEqualTo("mailto:khan@school.example");
    assertThat(value(calendar, "ORGANIZER")).isEqualTo("mailto:linkroom@linkroom.example");
  }

  @Test
  void whatIsCalledOffTakesTheInvitationBack() throws Exception {
    var calendar = read(invitation(happening(NOW.plusSeconds(86400), Happening.State.CANCELLED)));
    assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
    assertThat(value(calendar, "STATUS")).isEqualTo("CANCELLED");
    assertThat(value(calendar, "UID")).isEqualTo("s12345678901@linkroom");
  }

  @Test
  void aFeedSaysHowSureEachIsAndNamesNobody() throws Exception {
    var at = NOW.plusSeconds(86400);
    String text =
        ICal.feed(
            "Link-ups of Miss Khan",
            List.of(
                happening(at, Happening.State.TENTATIVE), happening(at, Happening.State.CONFIRMED)),
            NOW);
    var calendar = read(text);
    assertThat(calendar.getComponents("VEVENT")).hasSize(2);
    assertThat(value(calendar, "STATUS")).isEqualTo("TENTATIVE");
    assertThat(text).doesNotContain("ATTENDEE", "ORGANIZER").contains("METHOD:PUBLISH");
    assertThat(
            text.lines()
                .allMatch(
                    line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 77))
        .isTrue();
  }
}
