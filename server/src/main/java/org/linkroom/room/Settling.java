package org.linkroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What follows by itself at a moment: the phase, promises that begin to hold, absent adults, the
/// door.
final class Settling {
  private final Instant now;
  private final List<Line> lines = new ArrayList<>();
  private Room room;

  private Settling(Room room, Instant now) {
    this.room = room;
    this.now = now;
  }

  static Decision.Next settle(Room room, Instant now) {
    var settling = new Settling(room, now);
    settling.opens();
    room.sides().values().forEach(settling::side);
    settling.door();
    settling.ends();
    settling.forgets();
    return new Decision.Next(settling.room, List.copyOf(settling.lines));
  }

  /// When a side that was ready is so no longer, its adult having been away too long: two minutes
  /// after the door shut on her, or after she was missed where it was shut anyway. While she is
  /// asked for or seen no time runs against her.
  static Optional<Instant> unreadyAt(Room room, Side side) {
    if (!side.ready() || side.awaySince() == null || !(room.door() instanceof Door.Shut shut)) {
      return Optional.empty();
    }
    Instant from = shut.since().isAfter(side.awaySince()) ? shut.since() : side.awaySince();
    return Optional.of(from.plus(room.head().times().away()));
  }

  private void opens() {
    var head = room.head();
    if (head.phase() == Phase.LOBBY && !now.isBefore(head.opens())) {
      room = room.with(head.at(Phase.OPEN));
    }
  }

  /// The end never cuts a goodbye: while the door lets, each adult stays, is asked for or is seen.
  private void ends() {
    var head = room.head();
    boolean end = !now.isBefore(room.door().lets() ? head.last() : head.ends());
    if (end && !head.phase().over()) {
      room = room.with(head.over(Phase.ENDED, null));
      lines.add(Line.of("room.end"));
      door();
    }
  }

  /// What nobody approved goes with the session.
  private void forgets() {
    var left = room.head().phase().over() ? room.running().left(room).over() : room.running();
    room = left == room.running() ? room : room.with(left);
  }

  private void side(Side was) {
    var id = was.classId();
    var side = room.sides().get(id);
    if (side == null) {
      return;
    }
    if (side.next() != null && !now.isBefore(side.next().at())) {
      room = room.change(id, b -> hold(b, was.next()));
    }
    if (side.letAllUntil() != null && !now.isBefore(side.letAllUntil())) {
      room =
          room.change(
              id,
              b -> {
                b.letAllUntil = null;
                return b;
              });
    }
    absent(side);
  }

  private static Side.Builder hold(Side.Builder b, Side.@Nullable Next next) {
    b.promise = next == null ? b.promise : next.promise();
    b.next = null;
    return b;
  }

  /// An adult who is back within two minutes finds everything as it was; later she says again that
  /// the class is ready.
  private void absent(Side side) {
    var times = room.head().times();
    var silent = side.keySilentFrom();
    if (silent.isEmpty()) {
      if (side.awaySince() != null) {
        room = room.change(side.classId(), b -> away(b, null, b.ready));
      }
    } else if (side.awaySince() == null) {
      Instant since = silent.get().plus(times.keySilent());
      if (side.ready() && !now.isBefore(since)) {
        room = room.change(side.classId(), b -> away(b, since, true));
      }
    } else if (unreadyAt(room, side).filter(at -> !now.isBefore(at)).isPresent()) {
      room = room.change(side.classId(), b -> away(b, b.awaySince, false));
    }
  }

  private static Side.Builder away(Side.Builder b, @Nullable Instant since, boolean ready) {
    b.awaySince = since;
    b.ready = ready;
    return b;
  }

  private void door() {
    if (room.head().gathering()) {
      return;
    }
    Door was = room.door();
    Door is = Judging.judge(room, now);
    if (is.equals(was)) {
      return;
    }
    room = room.with(is);
    switch (is) {
      case Door.Shut shut -> {
        if (was.lets()) {
          lines.add(line("door.shut", Map.of("why", shut.why())));
        }
      }
      case Door.Open open -> {
        lines.add(Line.of(was instanceof Door.Shut ? "door.open" : "door.back"));
        if (room.head().phase() == Phase.OPEN) {
          room = room.with(room.head().at(Phase.LIVE));
          room = room.with(room.running().begins(room, now));
        }
      }
      case Door.Asking asking -> lines.add(Line.of("door.ask", asking.about()));
      case Door.Held held -> {}
    }
  }

  private static Line line(String what, Map<String, String> detail) {
    return new Line(what, null, null, null, detail);
  }
}
