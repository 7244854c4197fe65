package org.linkroom.network;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Which school year a moment is in, in England: each begins on 1 September and is named by the
/// calendar year of its beginning. What is arranged in August is for the year to come.
public final class SchoolYear {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private SchoolYear() {}

  /// The school year that people plan in at a moment: from August on the one that begins then.
  public static int at(Instant now) {
    var today = now.atZone(LONDON);
    return today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
  }

  /// The day in London.
  public static LocalDate day(Instant at) {
    return at.atZone(LONDON).toLocalDate();
  }

  /// How people write a school year: 2026 is "2026/27".
  public static String name(int year) {
    return "%d/%02d".formatted(year, (year + 1) % 100);
  }
}
