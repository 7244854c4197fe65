package org.linkroom.day;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.room.Room;
import org.linkroom.room.Side;
import org.linkroom.session.Session;

/// What is known of one session at one moment: what was planned, and the room as it was last
/// written down. Nobody listens in for it.
///
/// @param room empty where nobody has been in yet
/// @param poor the classes from which a device said that its line is poor, and has not taken it
///     back
public record Sight(Session session, Optional<Room> room, Set<Id> poor) {

  /// The sides of the room in their order; none where nobody has been in.
  List<Side> sides() {
    return room.stream()
        .flatMap(r -> r.sides().values().stream())
        .sorted(Comparator.comparingInt(side -> side.profile().rank()))
        .toList();
  }

  /// The sides without an adult of the class who is in.
  List<Side> keyless() {
    return sides().stream().filter(side -> !side.keyed()).toList();
  }

  /// Tell whether any device of a class is in.
  static boolean anybody(Side side) {
    return side.devices().values().stream().anyMatch(device -> device.here());
  }
}
