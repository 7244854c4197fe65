package org.linkroom.session;

import java.time.Instant;
import java.util.List;
import org.linkroom.base.Id;

/// What planning must know of one class of a link.
///
/// @param label as people call the class
/// @param school the name of its school
/// @param character the school's, as `school.character` has it
/// @param terms when the school is open
/// @param times when the class has time for its partner
/// @param said whether the class itself has said so, or the usual times are taken
/// @param booked what it, its lead teacher and its own adults who plan have on already
public record Diary(
    Id classId,
    String label,
    String school,
    String character,
    Terms terms,
    Timetable times,
    boolean said,
    List<Booked> booked) {
  /// Copy what was given.
  public Diary {
    booked = List.copyOf(booked);
  }

  /// Something that is on already.
  ///
  /// @param who the class's label or the adult's name
  /// @param adult whether it is an adult's, not the class's own
  /// @param title of the link that it belongs to
  public record Booked(
      Id session, String who, boolean adult, String title, Instant starts, Instant ends) {
    /// Tell whether it meets a time.
    public boolean meets(Instant from, Instant until) {
      return starts.isBefore(until) && ends.isAfter(from);
    }
  }
}
