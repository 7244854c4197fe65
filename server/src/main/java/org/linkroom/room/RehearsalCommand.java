package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.linkroom.base.Limits;
import org.linkroom.base.Text;
import org.linkroom.protocol.Refusal;

/// What a rehearsal's devices may do. Nothing of it goes into the record.
public sealed interface RehearsalCommand extends Command.FromPerson {

  @Override
  default Command.Allowed allowed() {
    return Command.Allowed.ANYBODY;
  }

  /// Do it in a room that is known to be a rehearsal.
  Decision rehearse(Room room, Member member, Instant now);

  @Override
  default Decision decide(Room room, Member member, Instant now) {
    return room.head().gathering() ? rehearse(room, member, now) : no(Refusal.ELSEWHERE);
  }

  /// Say a line.
  record Say(String text) implements RehearsalCommand {
    @Override
    public Decision rehearse(Room room, Member member, Instant now) {
      String said = Text.readable(text).strip();
      if (said.isEmpty()) {
        return no(Refusal.EMPTY);
      }
      if (said.length() > Limits.LINE_CHARACTERS || bytes(said) > Limits.LINE_BYTES) {
        return no(Refusal.TOO_LONG);
      }
      var line = new Rehearsal.Said(member.device(), said);
      return new Decision.Next(room.with(room.rehearsal().and(line)), List.of());
    }

    private static int bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /// Let all pages act at one moment: near enough that nobody waits, far enough that everybody has
  /// heard of it by then.
  record Cue() implements RehearsalCommand {
    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Decision rehearse(Room room, Member member, Instant now) {
      return new Decision.Next(
          room.with(room.rehearsal().at(now.plus(Limits.CUE_AHEAD))), List.of());
    }
  }
}
