package org.linkroom.session;

import java.time.LocalDate;
import java.util.Set;

/// A festival as it falls in one year.
///
/// @param kept the characters of schools that keep it, as `school.character` has them; empty: none
///     does by itself, and families of any school may
/// @param first its first day, and its only one where `last` is the same
/// @param moves whether it may be a day earlier or later than foretold
/// @param period whether it is days that are lived and taught through with care, not days off
public record Feast(
    String name, Set<String> kept, LocalDate first, LocalDate last, boolean moves, boolean period) {
  /// Copy what was given, and refuse days that end before they begin.
  public Feast {
    kept = Set.copyOf(kept);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(name + " ends before it begins");
    }
  }

  /// Tell whether a day is one of its days as foretold.
  public boolean on(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /// Tell whether a day may turn out to be one of its days.
  public boolean maybeOn(LocalDate day) {
    int days = moves ? 1 : 0;
    return !day.isBefore(first.minusDays(days)) && !day.isAfter(last.plusDays(days));
  }
}
