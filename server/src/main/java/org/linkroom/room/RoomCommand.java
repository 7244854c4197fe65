package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.base.Text;
import org.linkroom.protocol.Refusal;

/// What concerns the whole room: lock, notes, the question about a missing adult, the end.
public sealed interface RoomCommand extends Command.FromPerson {

  /// While locked, newcomers wait to be let in.
  record Lock(boolean locked) implements RoomCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.HOST;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      if (room.head().locked() == locked) {
        return new Decision.Next(room, List.of());
      }
      return new Decision.Next(
          room.with(room.head().lock(locked)),
          List.of(Line.by(locked ? "room.lock" : "room.unlock", member)));
    }
  }

  /// A word among the adults. Its text is in the room for as long as the room is kept, never in the
  /// record.
  record Say(String text) implements RoomCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.ADULT;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      String said = Text.readable(text).strip();
      if (said.isEmpty()) {
        return no(Refusal.EMPTY);
      }
      if (said.length() > Limits.NOTE_CHARACTERS) {
        return no(Refusal.TOO_LONG);
      }
      var note = new Notes.Note(Id.random(), now, member.name(), said);
      return new Decision.Next(room.with(room.notes().and(note)), List.of());
    }
  }

  /// The partner's adult says whether she can see the adult whose device is silent.
  record Seen(Id about, boolean seen) implements RoomCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.KEY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      if (!(room.door() instanceof Door.Asking asking) || !asking.about().equals(about)) {
        return no(Refusal.NO_QUESTION);
      }
      if (about.equals(member.classId())) {
        return no(Refusal.NOT_YOURS);
      }
      if (!seen) {
        return new Decision.Next(
            room.with(new Door.Shut("key", now)), List.of(Line.by("door.unseen", member)));
      }
      Instant until = now.plus(room.head().times().seen());
      var side = Objects.requireNonNull(room.side(about));
      return new Decision.Next(
          room.with(new Door.Held(about, until, member.name())),
          List.of(
              new Line(
                  "door.seen",
                  about,
                  member.person(),
                  member.device(),
                  Map.of("by", member.name(), "whom", side.adult()))));
    }
  }

  /// A device says how its line carries picture and sound, whenever that changes. It changes
  /// nothing that a page is shown: whoever runs the programme reads of it in her day.
  record LineIs(boolean poor) implements RoomCommand {
    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.ANYBODY;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      return new Decision.Next(
          room,
          room.side(member.classId()) == null || room.head().phase().over()
              ? List.of()
              : List.of(Line.by(poor ? "line.poor" : "line.good", member)));
    }
  }

  /// End the session for everybody.
  record End() implements RoomCommand {
    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Command.Allowed allowed() {
      return Command.Allowed.HOST;
    }

    @Override
    public Decision decide(Room room, Member member, Instant now) {
      // Ending before the partner has even been let see the lobby would lose their session.
      if (room.head().phase() == Phase.LOBBY) {
        return no(Refusal.NOT_ALLOWED);
      }
      return new Decision.Next(
          room.with(room.head().over(Phase.ENDED, null)), List.of(Line.by("room.end", member)));
    }
  }
}
