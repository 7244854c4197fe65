package org.linkroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// What the adults of a room write to one another, seen on adults' screens alone; the newest last.
public record Notes(List<Note> list) {

  /// One note of one adult.
  public record Note(Id id, Instant at, String from, String text) {}

  /// None yet.
  public static final Notes NONE = new Notes(List.of());

  Notes and(Note note) {
    var all = new ArrayList<>(list);
    all.add(note);
    return new Notes(List.copyOf(all.subList(Math.max(0, all.size() - Limits.NOTES), all.size())));
  }
}
