package org.linkroom.session;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The bank holidays of England, computed for any year by the Banking and Financial Dealings Act
/// 1971 and its substitute days. A day that is proclaimed once, as for a coronation, is a closing
/// day of the network.
public final class BankHolidays {
  private BankHolidays() {}

  /// The name of the bank holiday on a day.
  public static Optional<String> on(LocalDate day) {
    return Optional.ofNullable(of(day.getYear()).get(day));
  }

  /// A year's, by day.
  public static Map<LocalDate, String> of(int year) {
    var days = new TreeMap<LocalDate, String>();
    days.put(working(LocalDate.of(year, 1, 1)), "New Year’s Day");
    days.put(Easter.western(year).minusDays(2), "Good Friday");
    days.put(Easter.western(year).plusDays(1), "Easter Monday");
    days.put(month(year, Month.MAY).with(firstInMonth(MONDAY)), "the early May bank holiday");
    days.put(month(year, Month.MAY).with(lastInMonth(MONDAY)), "the spring bank holiday");
    days.put(month(year, Month.AUGUST).with(lastInMonth(MONDAY)), "the summer bank holiday");
    // Where both fall on one working day, that of the Sunday goes a day further.
    var christmas = working(LocalDate.of(year, 12, 25));
    var boxing = working(LocalDate.of(year, 12, 26));
    boolean sunday = LocalDate.of(year, 12, 25).getDayOfWeek() == SUNDAY;
    boolean same = christmas.equals(boxing);
    days.put(same && sunday ? christmas.plusDays(1) : christmas, "Christmas Day");
    days.put(same && !sunday ? boxing.plusDays(1) : boxing, "Boxing Day");
    return days;
  }

  private static LocalDate month(int year, Month month) {
    return LocalDate.of(year, month, 1);
  }

  private static LocalDate working(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }

  /// Tell whether a day is at the weekend.
  public static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == SUNDAY;
  }
}
