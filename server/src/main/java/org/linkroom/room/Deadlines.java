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
    // At the end the goodbye begins only while both adults stay; at the last moment it is over.
    return Settling.goodbyeGoesOn(room) ? Stream.of(head.last()) : Stream.of(Settling.endOf(room));
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
    if (side.awaySince() != null && side.ready()) {
      all.add(side.awaySince().plus(times.away()));
    }
    return all.build();
  }
}
