package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Screen;

/// The rules of coming in.
final class Coming {
  private Coming() {}

  static Decision came(Room room, Member member, Instant now) {
    if (room.head().phase().over()) {
      return no(Refusal.OVER);
    }
    if (room.head().gathering()) {
      // Presence knows it; a room of thousands is not written anew for each.
      return new Decision.Next(room, List.of());
    }
    return switch (room.standing(member)) {
      case IN -> back(room, member, now);
      case REMOVED -> new Decision.Next(stillOut(room, member, now), List.of());
      case ASKING, UNKNOWN -> newcomer(room, member, now);
    };
  }

  /// A device that is in comes again. It may do so as somebody else: a board on which a cover adult
  /// has signed in since is her key from now on.
  private static Decision back(Room room, Member member, Instant now) {
    var was = room.device(member.device()).orElseThrow();
    var is = Device.of(member, was.here() ? was.heard() : now);
    if (is.equals(was)) {
      return new Decision.Next(room, List.of());
    }
    Room next = put(room, member, is);
    return new Decision.Next(
        is.role() == was.role() ? next : media(next, member), List.of(line(member)));
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
    return asks(room, member, now) ? asking(room, member, device) : in(room, member, device);
  }

  private static boolean asks(Room room, Member member, Instant now) {
    var side = room.side(member.classId());
    boolean letAll = side != null && side.letAllUntil() != null && side.letAllUntil().isAfter(now);
    return (member.asks() && !letAll) || (room.head().locked() && !known(room, member));
  }

  private static Decision asking(Room room, Member member, Device device) {
    var side = room.side(member.classId());
    var asks = side == null ? room.guests().asks() : side.asks();
    if (!asks.containsKey(device.id()) && asks.size() >= Limits.ASKING) {
      return no(Refusal.FULL);
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

  private static Decision in(Room room, Member member, Device device) {
    var made = madeWay(room, member.classId());
    return made.<Decision>map(
            way ->
                new Decision.Next(media(put(way, member, device), member), List.of(line(member))))
        .orElseGet(() -> no(Refusal.FULL));
  }

  /// Where there is no more room, the device that left longest ago gives up its place, unless it is
  /// an adult's or carries the class's camera or microphone.
  static Optional<Room> madeWay(Room room, @Nullable Id classId) {
    var side = room.side(classId);
    var devices = side == null ? room.guests().devices() : side.devices();
    if (devices.size() < Limits.DEVICES) {
      return Optional.of(room);
    }
    if (side == null) {
      return Optional.empty();
    }
    return side.devices().values().stream()
        .filter(d -> !d.here() && d.role() == PassRole.DEVICE)
        .filter(d -> !d.id().equals(side.cam()) && !d.id().equals(side.mic()))
        .min(Comparator.comparing(Device::heard))
        .map(
            left ->
                room.change(
                    side.classId(),
                    b -> {
                      b.devices.remove(left.id());
                      return b;
                    }));
  }

  /// Who was sent out does not come back by another device.
  private static boolean sentOut(Room room, Member member) {
    return member.person() != null
        && removed(room, member).values().stream()
            .anyMatch(d -> member.person().equals(d.person()));
  }

  private static SortedMap<Id, Device> removed(Room room, Member member) {
    var side = room.side(member.classId());
    return side == null ? room.guests().removed() : side.removed();
  }

  private static Room stayOut(Room room, Member member, Device device) {
    return member.classId() == null
        ? room.with(room.guests().out(device))
        : room.change(member.classId(), b -> b.out(device));
  }

  private static Room stillOut(Room room, Member member, Instant now) {
    var out = removed(room, member).get(member.device());
    return out == null || out.here() ? room : stayOut(room, member, out.heardNow(now));
  }

  /// A locked room still knows the adults who were in before it was locked; and where a class has
  /// no adult in who could let anybody in, its own adult is no stranger.
  private static boolean known(Room room, Member member) {
    var side = room.side(member.classId());
    if (side == null) {
      return false;
    }
    return (member.key() && !side.keyed())
        || (member.person() != null
            && side.devices().values().stream().anyMatch(d -> member.person().equals(d.person())));
  }

  private static Room put(Room room, Member member, Device device) {
    if (member.classId() == null) {
      return room.with(room.guests().in(device));
    }
    return room.change(
        member.classId(),
        b -> {
          b.asks.remove(device.id());
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
}
