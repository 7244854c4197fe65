package org.linkroom.session;

import java.time.LocalDate;
import org.linkroom.base.Id;

/// Some days of a school's year.
///
/// @param level how near it is to a school: 0 the network's, 1 its programme's, 2 its own
/// @param term a half term of teaching; else days on which it is closed
/// @param name as people call it: "Spring, first half", "Inset day"
public record Span(Id id, int level, boolean term, String name, LocalDate first, LocalDate last) {
  /// Refuse days that end before they begin.
  public Span {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(name + " ends before it begins");
    }
  }

  /// Tell whether a day is one of them.
  public boolean on(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /// The calendar year in which the school year of its first day begins.
  int year() {
    return Terms.year(first);
  }
}
