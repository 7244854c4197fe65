package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Screen;

/// The rules of coming and going.
final class Coming {
  private Coming() {}

  static Decision came(Room room, Member member, Instant now) {
    if (room.head().phase().over()) {
      return no(Refusal.OVER);
    }
    return switch (room.standing(member)) {
      case IN -> back(room, member, now);
      case ASKING, REMOVED -> new Decision.Next(room, List.of());
      case UNKNOWN -> newcomer(room, member, now);
    };
  }

  private static Decision back(Room room, Member member, Instant now) {
    var device = room.device(member.device()).orElseThrow();
    if (device.here()) {
      return new Decision.Next(room, List.of());
    }
    return new Decision.Next(put(room, member, device.heardNow(now)), List.of(line(member)));
  }

  private static Decision newcomer(Room room, Member member, Instant now) {
    var side = room.side(member.classId());
    if (member.classId() != null && side == null) {
      return no(Refusal.NOT_YOURS);
    }
    var device = Device.of(member, now);
    if (sentOut(room, member)) {
      return new Decision.Next(stayOut(room, member, device), List.of());
    }
    boolean letAll = side != null && side.letAllUntil() != null && side.letAllUntil().isAfter(now);
    boolean asks = (member.asks() && !letAll) || (room.head().locked() && !known(room, member));
    int most = asks ? Limits.ASKING : Limits.DEVICES;
    var crowd =
        side == null
            ? (asks ? room.guests().asks() : room.guests().devices())
            : (asks ? side.asks() : side.devices());
    if (crowd.size() >= most) {
      return no(Refusal.FULL);
    }
    if (!asks) {
      return new Decision.Next(media(put(room, member, device), member), List.of(line(member)));
    }
    if (side == null) {
      return new Decision.Next(room.with(room.guests().asking(device)), List.of());
    }
    return new Decision.Next(
        room.change(
            side.classId(),
            b -> {
              b.asks.put(device.id(), device);
              return b;
            }),
        List.of());
  }

  /// Who was sent out does not come back by another device.
  private static boolean sentOut(Room room, Member member) {
    var side = room.side(member.classId());
    var removed = side == null ? room.guests().removed() : side.removed();
    return member.person() != null
        && removed.values().stream().anyMatch(d -> member.person().equals(d.person()));
  }

  private static Room stayOut(Room room, Member member, Device device) {
    return member.classId() == null
        ? room.with(room.guests().out(device))
        : room.change(
            member.classId(),
            b -> {
              b.removed.put(device.id(), device);
              return b;
            });
  }

  /// A locked room still knows the adults who were in before it was locked.
  private static boolean known(Room room, Member member) {
    var side = room.side(member.classId());
    return side != null
        && member.person() != null
        && side.devices().values().stream().anyMatch(d -> member.person().equals(d.person()));
  }

  private static Room put(Room room, Member member, Device device) {
    if (member.classId() == null) {
      return room.with(room.guests().in(device));
    }
    return room.change(
        member.classId(),
        b -> {
          b.devices.put(device.id(), device);
          return b;
        });
  }

  /// The first board that an adult brings carries the class's camera and microphone, so that one
  /// laptop is enough; in a teachers' call each adult's own device does.
  private static Room media(Room room, Member member) {
    boolean call = room.head().teachersCall();
    boolean carries =
        member.key()
            && (call ? member.screen() == Screen.ADULT : member.kind() == DeviceKind.BOARD);
    if (!carries || member.classId() == null) {
      return room;
    }
    return room.change(
        member.classId(),
        b -> {
          b.cam = b.cam == null || gone(b, b.cam) ? member.device() : b.cam;
          b.mic = b.mic == null || gone(b, b.mic) ? member.device() : b.mic;
          return b;
        });
  }

  private static boolean gone(Side.Builder b, Id device) {
    var holder = b.devices.get(device);
    return holder == null || !holder.here();
  }

  private static Line line(Member member) {
    return Line.by(
        "device.came",
        member,
        Map.of("name", member.name(), "role", member.role().name(), "kind", member.kind().name()));
  }

  static Decision gone(Room room, Id device, Instant lastHeard) {
    for (Side side : room.sides().values()) {
      var found = side.devices().get(device);
      if (found != null) {
        return found.here()
            ? new Decision.Next(
                room.change(
                    side.classId(),
                    b -> {
                      b.devices.put(device, found.gone(lastHeard));
                      return b;
                    }),
                List.of(left(found, side.classId())))
            : new Decision.Next(room, List.of());
      }
      if (side.asks().containsKey(device)) {
        return new Decision.Next(
            room.change(
                side.classId(),
                b -> {
                  b.asks.remove(device);
                  return b;
                }),
            List.of());
      }
    }
    var guest = room.guests().devices().get(device);
    return guest == null
        ? new Decision.Next(room, List.of())
        : new Decision.Next(room.with(room.guests().without(device)), List.of(left(guest, null)));
  }

  private static Line left(Device device, @Nullable Id classId) {
    return new Line(
        "device.gone",
        classId,
        device.person(),
        device.id(),
        Map.of("name", device.name(), "role", device.role().name()));
  }

  static Decision signedOut(Room room, Id person) {
    Room next = room;
    for (Side side : room.sides().values()) {
      for (Device device : side.devices().values()) {
        if (person.equals(device.person())) {
          next =
              next.change(
                  side.classId(),
                  b -> {
                    b.devices.remove(device.id());
                    b.cam = device.id().equals(b.cam) ? null : b.cam;
                    b.mic = device.id().equals(b.mic) ? null : b.mic;
                    return b;
                  });
        }
      }
    }
    for (Device device : room.guests().devices().values()) {
      if (person.equals(device.person())) {
        next = next.with(next.guests().without(device.id()));
      }
    }
    return new Decision.Next(next, List.of());
  }
}
