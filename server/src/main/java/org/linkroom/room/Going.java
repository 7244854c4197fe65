package org.linkroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;

/// The rules of going: a device that is not heard any more, an adult who signs out.
final class Going {
  private Going() {}

  static Decision gone(Room room, Id device, Instant lastHeard) {
    for (Side side : room.sides().values()) {
      var found = side.devices().get(device);
      if (found != null) {
        return found.here()
            ? new Decision.Next(
                room.change(side.classId(), b -> silent(b, found.gone(lastHeard))),
                List.of(left(found, side.classId())))
            : new Decision.Next(room, List.of());
      }
      var out = side.removed().get(device);
      if (side.asks().containsKey(device) || (out != null && out.here())) {
        return new Decision.Next(
            room.change(side.classId(), b -> noLongerThere(b, device, lastHeard)), List.of());
      }
    }
    return goneGuest(room, device, lastHeard);
  }

  private static Side.Builder silent(Side.Builder b, Device device) {
    b.devices.put(device.id(), device);
    return b;
  }

  private static Side.Builder noLongerThere(Side.Builder b, Id device, Instant lastHeard) {
    b.asks.remove(device);
    b.removed.computeIfPresent(device, (id, out) -> out.gone(lastHeard));
    return b;
  }

  private static Decision goneGuest(Room room, Id device, Instant lastHeard) {
    var guests = room.guests();
    var guest = guests.devices().get(device);
    if (guest != null) {
      return new Decision.Next(room.with(guests.without(device)), List.of(left(guest, null)));
    }
    if (guests.asks().containsKey(device)) {
      return new Decision.Next(room.with(guests.without(device)), List.of());
    }
    var out = guests.removed().get(device);
    return new Decision.Next(
        out != null && out.here() ? room.with(guests.out(out.gone(lastHeard))) : room, List.of());
  }

  static Line left(Device device, @Nullable Id classId) {
    return new Line(
        "device.gone",
        classId,
        device.person(),
        device.id(),
        Map.of("name", device.name(), "role", device.role().name()));
  }

  /// Her devices are here no more. Where she was the last adult of a class her word goes with her:
  /// it is not ready any longer.
  static Decision signedOut(Room room, Id person) {
    Room next = room;
    var lines = new ArrayList<Line>();
    for (Side side : room.sides().values()) {
      for (Device device : side.devices().values()) {
        if (person.equals(device.person())) {
          next = next.change(side.classId(), b -> without(b, device.id()));
          if (device.here()) {
            lines.add(left(device, side.classId()));
          }
        }
      }
    }
    for (Device device : room.guests().devices().values()) {
      if (person.equals(device.person())) {
        next = next.with(next.guests().without(device.id()));
        lines.add(left(device, null));
      }
    }
    return new Decision.Next(next, List.copyOf(lines));
  }

  /// Her devices are out, and who comes as her later stays out too.
  static Decision left(Room room, Id person) {
    Room next = room;
    var lines = new ArrayList<Line>();
    for (Side side : room.sides().values()) {
      for (Device device : side.devices().values()) {
        if (person.equals(device.person())) {
          next = next.change(side.classId(), b -> unsaidWithoutKey(b.out(device)));
          if (device.here()) {
            lines.add(left(device, side.classId()));
          }
        }
      }
    }
    for (Device device : room.guests().devices().values()) {
      if (person.equals(device.person())) {
        next = next.with(next.guests().out(device));
        lines.add(left(device, null));
      }
    }
    return new Decision.Next(next, List.copyOf(lines));
  }

  private static Side.Builder without(Side.Builder b, Id device) {
    b.devices.remove(device);
    b.cam = device.equals(b.cam) ? null : b.cam;
    b.mic = device.equals(b.mic) ? null : b.mic;
    return unsaidWithoutKey(b);
  }

  /// Who came by a cover pass that was taken back is out; where she has not come yet a device that
  /// stands for her is, for a device of hers may still hold a way in.
  static Decision withdrawn(Room room, ServerCommand.Withdrawn taken) {
    var side = room.side(taken.classId());
    if (side == null) {
      return new Decision.Next(room, List.of());
    }
    var hers =
        side.devices().values().stream().filter(d -> taken.pass().equals(d.person())).toList();
    var out = hers.isEmpty() ? List.of(standIn(taken)) : hers;
    var next =
        room.change(
            side.classId(),
            b -> {
              out.forEach(b::out);
              return unsaidWithoutKey(b);
            });
    var lines =
        hers.stream().filter(Device::here).map(device -> left(device, side.classId())).toList();
    return new Decision.Next(next, lines);
  }

  private static Device standIn(ServerCommand.Withdrawn taken) {
    return new Device(
        taken.pass(),
        taken.name(),
        PassRole.COVER,
        Screen.ADULT,
        DeviceKind.ADULT,
        taken.pass(),
        false,
        Instant.EPOCH);
  }

  private static Side.Builder unsaidWithoutKey(Side.Builder b) {
    if (b.devices.values().stream().noneMatch(d -> d.role().key())) {
      b.ready = false;
      b.awaySince = null;
    }
    return b;
  }
}
