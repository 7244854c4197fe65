package org.linkroom.session;

import java.time.LocalDate;

/// Easter Sunday, by the rules of Gauss and Meeus: the Western one, after which the bank holidays
/// of England fall, and the Orthodox one.
public final class Easter {
  private Easter() {}

  /// Western Easter of a year of the Gregorian calendar.
  public static LocalDate western(int year) {
    int golden = year % 19;
    int century = year / 100;
    int moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    int week = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
    int late = (golden + 11 * moon + 22 * week) / 451;
    int days = moon + week - 7 * late + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1);
  }

  /// Orthodox Easter, from 1900 to 2099: the Julian calendar is thirteen days behind.
  public static LocalDate orthodox(int year) {
    int moon = (19 * (year % 19) + 15) % 30;
    int week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int days = moon + week + 114;
    return LocalDate.of(year, days / 31, days % 31 + 1).plusDays(13);
  }
}
