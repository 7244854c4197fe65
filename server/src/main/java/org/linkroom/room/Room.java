package org.linkroom.room;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// The live place of a session, whole and unchangeable. It is kept and sent by parts: the head,
/// each class's side, the door, the notes, the guests, a rehearsal's lines, the lesson that runs;
/// what a command does not touch stays the same object.
public record Room(
    Id id,
    Head head,
    SortedMap<Id, Side> sides,
    Door door,
    Notes notes,
    Guests guests,
    Rehearsal rehearsal,
    Running running) {

  /// How a device stands in a room.
  public enum Standing {
    IN,
    ASKING,
    REMOVED,
    UNKNOWN
  }

  /// The side of a class; nothing if the class is not of this room.
  public @Nullable Side side(@Nullable Id classId) {
    return classId == null ? null : sides.get(classId);
  }

  /// Find a device that is in, on whichever side or as a guest.
  public Optional<Device> device(Id device) {
    for (Side side : sides.values()) {
      var found = side.devices().get(device);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.ofNullable(guests.devices().get(device));
  }

  /// Say how a member stands.
  public Standing standing(Member member) {
    var side = side(member.classId());
    Id device = member.device();
    if (head.gathering()) {
      // Presence alone knows who is in a gathering; the room knows whom it sent out.
      return guests.removed().containsKey(device) ? Standing.REMOVED : Standing.IN;
    }
    if (member.classId() != null && side == null) {
      return Standing.UNKNOWN;
    }
    if ((side == null ? guests.devices() : side.devices()).containsKey(device)) {
      return Standing.IN;
    }
    if ((side == null ? guests.removed() : side.removed()).containsKey(device)) {
      return Standing.REMOVED;
    }
    return (side == null ? guests.asks() : side.asks()).containsKey(device)
        ? Standing.ASKING
        : Standing.UNKNOWN;
  }

  Room with(Head next) {
    return new Room(id, next, sides, door, notes, guests, rehearsal, running);
  }

  Room with(Door next) {
    return new Room(id, head, sides, next, notes, guests, rehearsal, running);
  }

  Room with(Notes next) {
    return new Room(id, head, sides, door, next, guests, rehearsal, running);
  }

  Room with(Guests next) {
    return new Room(id, head, sides, door, notes, next, rehearsal, running);
  }

  Room with(Rehearsal next) {
    return new Room(id, head, sides, door, notes, guests, next, running);
  }

  Room with(Running next) {
    return new Room(id, head, sides, door, notes, guests, rehearsal, next);
  }

  Room with(Side next) {
    var all = new TreeMap<>(sides);
    all.put(next.classId(), next);
    return new Room(id, head, all, door, notes, guests, rehearsal, running);
  }

  Room change(Id classId, UnaryOperator<Side.Builder> change) {
    var side = sides.get(classId);
    return side == null ? this : with(side.with(change));
  }
}
