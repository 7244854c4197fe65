package org.linkroom.day;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.linkroom.protocol.PassRole;
import org.linkroom.room.Device;
import org.linkroom.room.Room;
import org.linkroom.room.Side;

/// An adult whose device is in a room now, for those who answer for the children in it. What is
/// connected is known, not who stands beside it.
///
/// @param label the class that she came in for; empty for a guest of all classes
/// @param name as she came in: "Mr Ali, for Miss Khan"
public record Inside(String label, String name, PassRole role) {

  /// Everybody who is in, by class, then the guests; each once, however many devices she has.
  public static List<Inside> of(Room room) {
    var classes =
        room.sides().values().stream()
            .sorted(Comparator.comparingInt(side -> side.profile().rank()))
            .flatMap(Inside::of);
    var guests = room.guests().devices().values().stream().flatMap(d -> of("", d));
    return Stream.concat(classes, guests).distinct().toList();
  }

  private static Stream<Inside> of(Side side) {
    return side.devices().values().stream().flatMap(d -> of(side.profile().label(), d));
  }

  private static Stream<Inside> of(String label, Device device) {
    return device.here() && device.role() != PassRole.DEVICE
        ? Stream.of(new Inside(label, device.name(), device.role()))
        : Stream.empty();
  }

  /// The end of its sentence's key.
  public String word() {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
