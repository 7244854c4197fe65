package org.linkroom.room;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// What the adults of a room write to one another, seen on adults' screens alone; the newest last.
public record Notes(List<Note> list) {

  /// One note of one adult.
  public record Note(Id id, Instant at, String from, String text) {
    int bytes() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /// None yet.
  public static final Notes NONE = new Notes(List.of());

  /// Add one; the oldest go while there are too many or they take too much room.
  Notes and(Note note) {
    var all = new ArrayList<>(list);
    all.add(note);
    int bytes = all.stream().mapToInt(Note::bytes).sum();
    int first = 0;
    while (all.size() - first > Limits.NOTES || bytes > Limits.NOTES_BYTES) {
      bytes -= all.get(first).bytes();
      first++;
    }
    return new Notes(List.copyOf(all.subList(first, all.size())));
  }
}
