package org.linkroom.year;

import java.util.List;
import org.linkroom.base.Id;

/// A class of a school year that ends, and that was not taken over yet.
///
/// @param yearGroup 0: reception; -1: a partner's group
/// @param year the calendar year in which its school year began
/// @param led whether its lead teacher is still there
/// @param links those of its year that have not ended
public record Leaving(
    Id id,
    Id school,
    String schoolName,
    String label,
    int yearGroup,
    int size,
    String motto,
    int year,
    Id lead,
    String leadName,
    boolean led,
    List<Tie> links) {

  /// A link of it.
  ///
  /// @param partners the other classes in words
  /// @param coming how many link-ups are still planned
  public record Tie(Id link, String partners, int coming, List<Other> others) {}

  /// A partner class.
  ///
  /// @param followed whether a class of the new year follows it already
  /// @param away whether it was put away and none follows it
  public record Other(Id id, boolean followed, boolean away) {}
}
