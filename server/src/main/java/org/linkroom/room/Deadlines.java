package org.linkroom.room;

import java.time.Instant;
import java.util.stream.Stream;

/// The moments at which a room changes by itself. Each is data in the room, so any node may act on
/// it; after it has been settled it is no longer here.
final class Deadlines {
  private Deadlines() {}

  static Stream<Instant> of(Room room) {
    if (room.head().phase().over()) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.concat(ofHead(room), ofDoor(room)),
        room.sides().values().stream().flatMap(side -> ofSide(room, side)));
  }

  private static Stream<Instant> ofHead(Room room) {
    var head = room.head();
    if (head.phase() == Phase.LOBBY) {
      return Stream.of(head.opens());
    }
    return Stream.of(room.door().lets() ? head.last() : head.ends());
  }

  private static Stream<Instant> ofDoor(Room room) {
    return switch (room.door()) {
      case Door.Shut shut -> Stream.empty();
      case Door.Open open -> Stream.empty();
      case Door.Asking asking -> Stream.of(asking.until());
      case Door.Held held -> Stream.of(held.until());
    };
  }

  private static Stream<Instant> ofSide(Room room, Side side) {
    var times = room.head().times();
    var all = Stream.<Instant>builder();
    if (side.next() != null) {
      all.add(side.next().at());
    }
    if (side.letAllUntil() != null) {
      all.add(side.letAllUntil());
    }
    if (side.awaySince() == null && side.ready()) {
      side.keySilentFrom().map(from -> from.plus(times.keySilent())).ifPresent(all::add);
    }
    Settling.unreadyAt(room, side).ifPresent(all::add);
    return all.build();
  }
}
