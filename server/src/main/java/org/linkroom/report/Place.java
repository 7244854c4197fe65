package org.linkroom.report;

import org.linkroom.base.Id;

/// What records are asked of: a link, a school or a programme, and a school year.
///
/// @param year the calendar year in which the school year begins; of a link its own
public record Place(Kind kind, Id id, int year) {
  /// Which of the three.
  public enum Kind {
    LINK,
    SCHOOL,
    PROGRAMME
  }
}
