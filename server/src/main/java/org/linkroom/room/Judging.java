package org.linkroom.room;

import java.time.Instant;

/// How the two-key door stands, judged from the room and the moment alone. It is judged anew after
/// every change and at every deadline, so no command opens it by itself.
final class Judging {
  private Judging() {}

  static Door judge(Room room, Instant now) {
    var phase = room.head().phase();
    if (phase.over()) {
      return shut(room, "over", now);
    }
    if (phase == Phase.LOBBY) {
      return shut(room, "early", now);
    }
    // A school may want a senior leader's yes to each session (domain D14): until then its class
    // is in its own lobby, and the door stays shut.
    if (room.sides().values().stream().anyMatch(side -> side.profile().waits())) {
      return shut(room, "leader", now);
    }
    if (!room.sides().values().stream().allMatch(Side::ready)) {
      boolean away = room.sides().values().stream().anyMatch(side -> side.awaySince() != null);
      return shut(room, away ? "key" : "waiting", now);
    }
    var silent = room.sides().values().stream().filter(side -> side.awaySince() != null).toList();
    if (!silent.isEmpty()) {
      return silent.size() == 1 ? missing(room, silent.getFirst(), now) : shut(room, "key", now);
    }
    // A shut door opens only to keys that are here; an open one bears the first seconds of silence.
    if (!room.door().lets() && !room.sides().values().stream().allMatch(Side::keyed)) {
      return shut(room, "waiting", now);
    }
    return room.door() instanceof Door.Open ? room.door() : new Door.Open(now);
  }

  /// One class's adult is silent though its camera is here: ask the partner, or go by her answer.
  private static Door missing(Room room, Side side, Instant now) {
    if (!room.door().lets() || !side.cameraHere()) {
      return shut(room, "key", now);
    }
    var asked =
        seen(room, side)
            ? new Door.Asking(side.classId(), now.plus(room.head().times().ask()))
            : shut(room, "key", now);
    return switch (room.door()) {
      case Door.Held held when held.about().equals(side.classId()) ->
          now.isBefore(held.until()) ? held : asked;
      case Door.Asking asking when asking.about().equals(side.classId()) ->
          now.isBefore(asking.until()) ? asking : shut(room, "key", now);
      case Door.Held held -> asked;
      case Door.Asking asking -> asked;
      case Door.Open open -> asked;
      case Door.Shut shut -> shut;
    };
  }

  /// Whether the partner has a picture to see her in; without one the question has no answer.
  private static boolean seen(Room room, Side side) {
    return side.promise() != Promise.NONE && !side.stopped() && Views.mediaFlow(room);
  }

  private static Door shut(Room room, String why, Instant now) {
    return room.door() instanceof Door.Shut shut && shut.why().equals(why)
        ? shut
        : new Door.Shut(why, now);
  }
}
