package org.linkroom.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// What a room is for, when, and where it stands.
///
/// @param kind "link-up", "teachers-call" or "rehearsal"
/// @param last nobody stays after this moment
/// @param locked while true, newcomers wait to be let in whatever their pass says
/// @param why the sentence that goes with an end or a cancellation
public record Head(
    Id link,
    String kind,
    String title,
    Phase phase,
    Instant opens,
    Instant starts,
    Instant ends,
    Instant last,
    boolean locked,
    @Nullable String why,
    RoomTimes times) {

  /// Tell whether this is a call of teachers, with no class on screen.
  public boolean teachersCall() {
    return kind.equals("teachers-call");
  }

  /// Tell whether it is for any number of devices, with no sides and no door between them.
  public boolean gathering() {
    return kind.equals("rehearsal");
  }

  Head at(Phase next) {
    return new Head(link, kind, title, next, opens, starts, ends, last, locked, why, times);
  }

  Head over(Phase next, @Nullable String reason) {
    return new Head(link, kind, title, next, opens, starts, ends, last, locked, reason, times);
  }

  Head lock(boolean now) {
    return new Head(link, kind, title, phase, opens, starts, ends, last, now, why, times);
  }
}
