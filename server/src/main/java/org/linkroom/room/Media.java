package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;

/// Which device sends and gets what, while the door lets media through.
public final class Media {
  private Media() {}

  /// What one device may do with media.
  public record Right(@Nullable Id side, boolean cam, boolean mic, boolean sees, boolean hears) {
    boolean any() {
      return cam || mic || sees || hears;
    }
  }

  static ObjectNode of(Room room) {
    var node = JsonNodeFactory.instance.objectNode();
    for (Side side : room.sides().values()) {
      side.devices().values().forEach(device -> put(node, device.id(), right(room, side, device)));
    }
    room.guests().devices().values().forEach(device -> put(node, device.id(), right(device)));
    return node;
  }

  /// Say what a device may do; nothing at all while no media flow.
  public static @Nullable Right of(Room room, Id device) {
    if (!Views.mediaFlow(room)) {
      return null;
    }
    for (Side side : room.sides().values()) {
      var found = side.devices().get(device);
      if (found != null) {
        return right(room, side, found);
      }
    }
    var guest = room.guests().devices().get(device);
    return guest == null ? null : right(guest);
  }

  /// Tell whether one of two devices sends what the other may get.
  public static boolean talk(Room room, Id one, Id other) {
    var a = of(room, one);
    var b = of(room, other);
    return a != null
        && b != null
        && Stream.of(new Right[] {a, b}, new Right[] {b, a})
            .anyMatch(p -> (p[0].cam() && p[1].sees()) || (p[0].mic() && p[1].hears()));
  }

  private static Right right(Device guest) {
    boolean gets = guest.here() && guest.sees();
    return new Right(null, false, false, gets, gets);
  }

  private static Right right(Room room, Side side, Device device) {
    if (!device.here() || device.kind() == DeviceKind.TABLET) {
      return new Right(side.classId(), false, false, false, false);
    }
    boolean shows = side.promise() != Promise.NONE && !side.stopped();
    boolean cam = device.id().equals(side.cam()) && shows;
    boolean mic = device.id().equals(side.mic());
    boolean sees = device.sees();
    // One loudspeaker a classroom: where the microphone is, so that no echo comes back.
    boolean hears = mic || (side.mic() == null && sees) || device.kind() == DeviceKind.ADULT;
    boolean sounds = mic && !side.muted() && !room.running().quiet(side.classId());
    return new Right(side.classId(), cam, sounds, sees, hears);
  }

  private static void put(ObjectNode node, Id device, Right right) {
    if (!right.any()) {
      return;
    }
    var one = node.putObject(device.text());
    if (right.side() != null) {
      one.put("side", right.side().text());
    }
    flag(one, "cam", right.cam());
    flag(one, "mic", right.mic());
    flag(one, "sees", right.sees());
    flag(one, "hears", right.hears());
  }

  private static void flag(ObjectNode node, String name, boolean value) {
    if (value) {
      node.put(name, true);
    }
  }
}
