package org.linkroom.session;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;

/// Friday prayers, when nobody of a Muslim school has time: half past twelve to half past two.
final class Prayers {
  private static final LocalTime BEGIN = LocalTime.of(12, 30);
  private static final LocalTime END = LocalTime.of(14, 30);

  private Prayers() {}

  /// Tell whether a time meets them at a school of this character.
  static boolean meet(String character, Instant starts, Instant ends) {
    var from = starts.atZone(SchoolClock.LONDON);
    var until = ends.atZone(SchoolClock.LONDON);
    return character.equals("muslim")
        && from.getDayOfWeek() == DayOfWeek.FRIDAY
        && from.toLocalTime().isBefore(END)
        && (until.toLocalTime().isAfter(BEGIN) || !until.toLocalDate().equals(from.toLocalDate()));
  }
}
