package org.linkroom.session;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// When one school is open: its own term dates where it has entered any for that school year, else
/// its programme's, else the network's. Closing days add up over all three.
public record Terms(List<Span> spans) {
  private static final int AUGUST = 8;

  /// Copy what was given.
  public Terms {
    spans = List.copyOf(spans);
  }

  /// How a day is for the school.
  public sealed interface Day {
    /// It is open, or nobody has said that it is not.
    record Open() implements Day {}

    /// A Saturday or Sunday.
    record Weekend() implements Day {}

    /// A bank holiday of England.
    record BankHoliday(String name) implements Day {}

    /// Between terms.
    record Outside() implements Day {}

    /// A day on which the school, its programme or the network is closed.
    record Closed(String name) implements Day {}
  }

  /// Tell how a day is.
  public Day day(LocalDate day) {
    if (BankHolidays.weekend(day)) {
      return new Day.Weekend();
    }
    var holiday = BankHolidays.on(day);
    if (holiday.isPresent()) {
      return new Day.BankHoliday(holiday.get());
    }
    var closed = spans.stream().filter(s -> !s.term() && s.on(day)).findFirst();
    if (closed.isPresent()) {
      return new Day.Closed(closed.get().name());
    }
    var terms = terms(year(day));
    return terms.isEmpty() || terms.stream().anyMatch(s -> s.on(day))
        ? new Day.Open()
        : new Day.Outside();
  }

  /// Tell whether it is open on a day, as far as is known.
  public boolean open(LocalDate day) {
    return day(day) instanceof Day.Open;
  }

  /// The terms that hold for the school in a school year, of the nearest who has entered any.
  public List<Span> terms(int year) {
    var ofYear = spans.stream().filter(s -> s.term() && s.year() == year).toList();
    OptionalInt nearest = ofYear.stream().mapToInt(Span::level).max();
    return ofYear.stream().filter(s -> s.level() == nearest.orElse(0)).toList();
  }

  /// The calendar year in which the school year of a day begins: school years change in August.
  public static int year(LocalDate day) {
    return day.getMonthValue() >= AUGUST ? day.getYear() : day.getYear() - 1;
  }
}
