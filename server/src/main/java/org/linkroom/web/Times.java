package org.linkroom.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.linkroom.session.SchoolClock;

/// How moments read: in London, with weekday, date and clock, so that nobody is an hour off.
public final class Times {
  /// Where every school of the network is.
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK).withZone(LONDON);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(LONDON);

  private Times() {}

  /// "Tuesday 24 November, 10:30".
  public static String when(Instant at) {
    return SchoolClock.when(at);
  }

  /// "Tuesday 24 November 2026", of a moment or of a date.
  public static String day(TemporalAccessor at) {
    return DAY.format(at);
  }

  /// "10:30".
  public static String clock(Instant at) {
    return CLOCK.format(at);
  }
}
