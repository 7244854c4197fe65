package org.linkroom.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The half year for which a school says who its adults are: from 1 September or from 1 January, by
/// the calendar of England.
///
/// @param first its first day
public record Round(LocalDate first) {
  /// For how long after its first day a school is still asked, where nobody was there to ask it.
  static final Duration LATEST = Duration.ofDays(28);

  /// After how long a school that has not answered is reminded.
  static final Duration AGAIN = Duration.ofDays(14);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /// The one that a moment is in.
  public static Round at(Instant now) {
    var day = now.atZone(LONDON).toLocalDate();
    int month = day.getMonthValue() >= 9 ? 9 : 1;
    return new Round(LocalDate.of(day.getYear(), month, 1));
  }

  /// When it begins.
  public Instant begins() {
    return first.atStartOfDay(LONDON).toInstant();
  }

  /// Tell whether schools that were not asked yet are asked now.
  boolean asks(Instant now) {
    return now.isBefore(begins().plus(LATEST));
  }
}
