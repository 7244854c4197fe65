package org.linkroom.room;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Lesson;
import org.linkroom.base.Id;

/// What a room must know of its session before anybody comes in.
///
/// @param lesson the run plan that the classes chose; nothing where they just talk
public record Plan(
    Id session,
    Id link,
    String kind,
    String title,
    Instant starts,
    Instant ends,
    List<Side.Profile> sides,
    RoomTimes times,
    @Nullable Lesson lesson) {

  /// The head of a room of this plan, before anybody came.
  public Head head() {
    return new Head(
        link,
        kind,
        title,
        Phase.LOBBY,
        starts.minus(times.early()),
        starts,
        ends,
        ends.plus(times.goodbye()),
        false,
        null,
        times);
  }

  /// A room of this plan that nobody has been in.
  public Room room() {
    var all = new TreeMap<Id, Side>();
    for (Side.Profile profile : sides) {
      all.put(profile.classId(), Side.of(profile));
    }
    return new Room(
        session,
        head(),
        all,
        new Door.Shut("early", Instant.EPOCH),
        Notes.NONE,
        Guests.NONE,
        Rehearsal.NONE,
        Running.of(lesson));
  }
}
