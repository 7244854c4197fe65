package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Refusal;

/// What is said for a class: that it is ready, what its camera shows, cover, microphone, camera.
public sealed interface SideCommand extends Command.FromPerson {

  /// The member's own side, which Rules has made sure of for every key.
  private static Side own(Room room, Member member) {
    return Objects.requireNonNull(room.side(member.classId()));
  }

  /// An adult of the class says: adult here, children not to be filmed out of shot, no names on the
  /// wall.
  record Ready() implements SideCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.KEY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      if (side.promise() == null && !room.head().teachersCall()) {
        return no(Refusal.NO_PROMISE);
      }
      if (side.ready()) {
        return new Decision.Next(room, List.of());
      }
      var next = side.with(b -> named(set(b, true), member));
      return new Decision.Next(room.with(next), List.of(Line.by("ready.say", member)));
    }

    /// The partner reads, and may be asked for, an adult who is in.
    private static Side.Builder named(Side.Builder b, Member member) {
      boolean in =
          b.devices.values().stream()
              .anyMatch(d -> d.role().key() && d.here() && d.name().equals(b.adult));
      b.adult = in ? b.adult : member.name();
      return b;
    }

    private static Side.Builder set(Side.Builder b, boolean ready) {
      b.ready = ready;
      return b;
    }
  }

  /// Not ready after all: the door shuts.
  record Unready() implements SideCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.KEY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      return side.ready()
          ? new Decision.Next(
              room.with(side.with(b -> Ready.set(b, false))),
              List.of(Line.by("ready.unsay", member)))
          : new Decision.Next(room, List.of());
    }
  }

  /// Say what the camera will show. While media flow, a wider promise holds only after the partner
  /// has had a moment to read of it; a narrower one holds at once.
  record Promised(Promise promise) implements SideCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.KEY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      if (promise.compareTo(side.profile().ceiling()) > 0) {
        return no(Refusal.TOO_WIDE);
      }
      if (promise == side.promise() && side.next() == null) {
        return new Decision.Next(room, List.of());
      }
      boolean wider = side.promise() == null || promise.compareTo(side.promise()) > 0;
      boolean later = wider && room.door().lets();
      Instant at = now.plus(room.head().times().tell());
      var next =
          side.with(
              b -> {
                b.next = later ? new Side.Next(promise, at) : null;
                b.promise = later ? b.promise : promise;
                return b;
              });
      return new Decision.Next(
          room.with(next),
          List.of(
              Line.by(
                  "promise.make", member, Map.of("name", member.name(), "to", promise.word()))));
    }
  }

  /// Stop picture and sound both ways, now. Anybody in the room may.
  record Cover() implements SideCommand {
    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.ANYBODY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      // A facilitator has no side of her own: she covers the whole room.
      boolean nothing = true;
      Room next = room;
      for (Side side : room.sides().values()) {
        boolean mine = member.classId() == null || side.classId().equals(member.classId());
        if (mine && !side.covered()) {
          nothing = false;
          next = next.change(side.classId(), b -> covered(b, true));
        }
      }
      return new Decision.Next(next, nothing ? List.of() : List.of(Line.by("cover.on", member)));
    }

    private static Side.Builder covered(Side.Builder b, boolean covered) {
      b.covered = covered;
      return b;
    }
  }

  /// Uncover: an adult of the class that covered.
  record Uncover() implements SideCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.KEY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      if (!side.covered()) {
        boolean other = room.sides().values().stream().anyMatch(Side::covered);
        return other ? no(Refusal.NOT_COVERED_BY_YOU) : new Decision.Next(room, List.of());
      }
      return new Decision.Next(
          room.with(side.with(b -> Cover.covered(b, false))),
          List.of(Line.by("cover.off", member)));
    }
  }

  /// Switch a class's microphone or camera. An adult may silence either class; only an adult of the
  /// class switches it on again.
  record Switch(What what, boolean off, @Nullable Id side) implements SideCommand {
    /// What is switched.
    public enum What {
      MIC,
      CAMERA
    }

    @Override
    public boolean urgent() {
      return off;
    }

    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.HOST;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var wanted = room.side(side == null ? member.classId() : side);
      if (wanted == null) {
        return no(Refusal.MALFORMED);
      }
      if (!off && !wanted.classId().equals(member.classId())) {
        return no(Refusal.NOT_YOURS);
      }
      boolean is = what == What.MIC ? wanted.muted() : wanted.stopped();
      if (is == off) {
        return new Decision.Next(room, List.of());
      }
      var next =
          wanted.with(
              b -> {
                if (what == What.MIC) {
                  b.muted = off;
                } else {
                  b.stopped = off;
                }
                return b;
              });
      var line =
          new Line(
              line(),
              wanted.classId(),
              member.person(),
              member.device(),
              Map.of("name", member.name()));
      return new Decision.Next(room.with(next), List.of(line));
    }

    private String line() {
      return switch (what) {
        case MIC -> off ? "mic.mute" : "mic.unmute";
        case CAMERA -> off ? "camera.stop" : "camera.start";
      };
    }
  }

  /// Another adult of the class leads from now on; the partner reads her name.
  record Hand(Id device) implements SideCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.KEY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      var side = own(room, member);
      var other = side.devices().get(device);
      if (other == null || !other.role().key()) {
        return no(Refusal.NO_DEVICE);
      }
      return new Decision.Next(
          room.with(
              side.with(
                  b -> {
                    b.adult = other.name();
                    return b;
                  })),
          List.of(Line.by("lead.hand", member, Map.of("name", other.name()))));
    }
  }
}
