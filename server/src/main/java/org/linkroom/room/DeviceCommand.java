package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Refusal;

/// What an adult says of her class's devices: let in, give camera and microphone, send out.
public sealed interface DeviceCommand extends Command.FromPerson {

  @Override
  default Command.Allowed allowed() {
    return Command.Allowed.KEY;
  }

  private static Side own(Room room, Member member) {
    return Objects.requireNonNull(room.side(member.classId()));
  }

  private static Line line(String what, Member member, Device device) {
    return Line.by(
        what,
        member,
        Map.of("name", member.name(), "who", device.name(), "kind", device.kind().name()));
  }

  /// Let a waiting device in, perhaps as the class's camera or microphone.
  record Admit(Id device, boolean mic, boolean cam) implements DeviceCommand {
    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var guest = room.guests().asks().get(device);
      if (guest != null) {
        return room.guests().devices().size() >= Limits.DEVICES
            ? no(Refusal.FULL)
            : new Decision.Next(
                room.with(room.guests().in(guest)), List.of(line("device.admit", member, guest)));
      }
      var side = own(room, member);
      var asking = side.asks().get(device);
      if (asking == null) {
        return side.devices().containsKey(device)
            ? new Decision.Next(room, List.of())
            : no(Refusal.NO_DEVICE);
      }
      if ((mic || cam) && asking.kind() == DeviceKind.TABLET) {
        return no(Refusal.TABLET);
      }
      return in(room, member, asking);
    }

    private Decision in(Room room, Member member, Device asking) {
      var way = Coming.madeWay(room, member.classId());
      if (way.isEmpty()) {
        return no(Refusal.FULL);
      }
      var next =
          own(way.get(), member)
              .with(
                  b -> {
                    b.asks.remove(device);
                    b.devices.put(device, asking);
                    b.mic = mic ? device : b.mic;
                    b.cam = cam ? device : b.cam;
                    return b;
                  });
      return new Decision.Next(way.get().with(next), List.of(line("device.admit", member, asking)));
    }
  }

  /// Do not let a waiting device in.
  record Refuse(Id device) implements DeviceCommand {
    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      var asking = side.asks().get(device);
      if (asking == null) {
        return no(Refusal.NO_DEVICE);
      }
      var next = side.with(b -> b.out(asking));
      return new Decision.Next(room.with(next), List.of(line("device.refuse", member, asking)));
    }
  }

  /// Let in everything that asks now and for the next minutes; none of it gets camera or
  /// microphone.
  record LetAll() implements DeviceCommand {
    @Override
    public Decision decide(Room room, Member member, Instant now) {
      Room all = room;
      for (Device asking : own(room, member).asks().values()) {
        var way = Coming.madeWay(all, member.classId());
        if (way.isEmpty()) {
          break;
        }
        all = way.get().with(own(way.get(), member).with(b -> in(b, asking)));
      }
      var next =
          own(all, member)
              .with(
                  b -> {
                    b.letAllUntil = now.plus(room.head().times().letAll());
                    return b;
                  });
      return new Decision.Next(all.with(next), List.of(Line.by("device.letall", member)));
    }

    private static Side.Builder in(Side.Builder b, Device asking) {
      b.asks.remove(asking.id());
      b.devices.put(asking.id(), asking);
      return b;
    }
  }

  /// Say what a device of the class carries: the camera, the microphone, both or neither. What it
  /// gets, another loses.
  record Give(Id device, boolean mic, boolean cam) implements DeviceCommand {
    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      var given = side.devices().get(device);
      if (given == null) {
        return no(Refusal.NO_DEVICE);
      }
      if ((mic || cam) && given.kind() == DeviceKind.TABLET) {
        return no(Refusal.TABLET);
      }
      var next =
          side.with(
              b -> {
                b.mic = mic ? device : device.equals(b.mic) ? null : b.mic;
                b.cam = cam ? device : device.equals(b.cam) ? null : b.cam;
                return b;
              });
      return new Decision.Next(room.with(next), List.of(line("device.give", member, given)));
    }
  }

  /// Send a device out; it stays out until it is invited back. An adult sends out what is of her
  /// own class; a guest may be sent out by any class's adult.
  record Remove(Id device) implements DeviceCommand {
    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var guest = room.guests().devices().get(device);
      if (guest != null) {
        return new Decision.Next(
            room.with(room.guests().out(guest)), List.of(line("device.remove", member, guest)));
      }
      var side = own(room, member);
      var out = side.devices().get(device);
      if (out == null) {
        return no(room.device(device).isPresent() ? Refusal.NOT_YOURS : Refusal.NO_DEVICE);
      }
      if (device.equals(member.device())) {
        return no(Refusal.NOT_ALLOWED);
      }
      var next = side.with(b -> b.out(out));
      var lines = List.of(line("device.remove", member, out), Going.left(out, side.classId()));
      return new Decision.Next(room.with(next), out.here() ? lines : lines.subList(0, 1));
    }
  }

  /// Invite a device back: it may come in again as it was, and so may its adult by any other.
  record Back(Id device) implements DeviceCommand {
    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var guest = room.guests().removed().get(device);
      if (guest != null) {
        return new Decision.Next(
            room.with(room.guests().invited(guest)), List.of(line("device.back", member, guest)));
      }
      var was = own(room, member).removed().get(device);
      if (was == null) {
        return no(Refusal.NO_DEVICE);
      }
      var way = Coming.madeWay(room, member.classId());
      if (way.isEmpty()) {
        return no(Refusal.FULL);
      }
      var next =
          own(way.get(), member)
              .with(
                  b -> {
                    b.removed.values().removeIf(other -> other.sameAs(was));
                    b.devices.put(device, was);
                    return b;
                  });
      return new Decision.Next(way.get().with(next), List.of(line("device.back", member, was)));
    }
  }
}
