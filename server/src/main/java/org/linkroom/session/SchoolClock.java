package org.linkroom.session;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A day and a clock as a teacher types them, and the moment they mean in London, over both changes
/// of the clock.
public final class SchoolClock {
  /// Where every school of the network is.
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  /// As a time field sends it, and as it is typed where there is no such field: 9:30 or 9.30.
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("H:mm[:ss]", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).withZone(LONDON);

  private static final Duration AHEAD = Duration.ofDays(366);

  private SchoolClock() {}

  /// What was typed means this.
  public sealed interface Typed {
    /// This moment. In the hour that an autumn night has twice it is the first.
    record At(Instant instant) implements Typed {}

    /// Nothing; the key of the sentence that says why.
    record Wrong(String field, String key) implements Typed {}
  }

  /// Read a day (2026-11-24) and a clock (10:30). A start may be a minute in the past, for forms
  /// take a moment, and a year ahead at most.
  public static Typed read(String day, String clock, Instant now) {
    LocalDate date;
    try {
      date = LocalDate.parse(day.strip());
    } catch (DateTimeException notOne) {
      return new Typed.Wrong("day", "session.day.wrong");
    }
    LocalTime time;
    try {
      time = LocalTime.parse(clock.strip().replace('.', ':'), CLOCK);
    } catch (DateTimeException notOne) {
      return new Typed.Wrong("clock", "session.clock.wrong");
    }
    return at(LocalDateTime.of(date, time), now);
  }

  private static Typed at(LocalDateTime local, Instant now) {
    // In spring an hour of the night does not exist: the clock jumps over it.
    if (LONDON.getRules().getValidOffsets(local).isEmpty()) {
      return new Typed.Wrong("clock", "session.clock.skipped");
    }
    Instant at = local.atZone(LONDON).withEarlierOffsetAtOverlap().toInstant();
    if (at.isBefore(now.minusSeconds(60))) {
      return new Typed.Wrong("clock", "session.clock.past");
    }
    return at.isAfter(now.plus(AHEAD))
        ? new Typed.Wrong("day", "session.day.far")
        : new Typed.At(at);
  }

  /// How a moment reads: "Tuesday 24 November, 10:30".
  public static String when(Instant at) {
    return WHEN.format(at);
  }

  /// "Now" as a start: this minute.
  public static Instant thisMinute(Instant now) {
    return now.truncatedTo(ChronoUnit.MINUTES);
  }

  /// Tell whether two moments fall on one day in London.
  public static boolean sameDay(Instant one, Instant other) {
    return one.atZone(LONDON).toLocalDate().equals(other.atZone(LONDON).toLocalDate());
  }

  /// The end of a moment's school day, after which a device's pass is no longer good: ten at night.
  public static Instant dayEnds(Instant at) {
    return at.atZone(LONDON).toLocalDate().atTime(22, 0).atZone(LONDON).toInstant();
  }
}
