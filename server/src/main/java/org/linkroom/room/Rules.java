package org.linkroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Screen;

/// The one way in which a room changes: a command is decided, then what follows from it and from
/// the passing of time is settled. Pure: the same room, command and moment give the same answer.
public final class Rules {
  private Rules() {}

  /// Decide what a member says.
  public static Decision decide(Room room, Member member, Command.FromPerson command, Instant now) {
    var before = passTime(room, now);
    var refused = refuse(before.room(), member, command);
    return refused.isPresent()
        ? new Decision.No(refused.get())
        : follow(before, command.decide(before.room(), member, now), now);
  }

  /// Decide what the server says.
  public static Decision decide(Room room, Command.FromServer command, Instant now) {
    var before = passTime(room, now);
    return follow(before, command.decide(before.room(), now), now);
  }

  private static Decision follow(Decision.Next before, Decision decision, Instant now) {
    return switch (decision) {
      case Decision.No no -> no;
      case Decision.Next next -> {
        var settled = Settling.settle(next.room(), now);
        yield new Decision.Next(
            settled.room(),
            Stream.of(before.lines(), next.lines(), settled.lines())
                .flatMap(List::stream)
                .toList());
      }
    };
  }

  private static Optional<Refusal> refuse(Room room, Member member, Command.FromPerson command) {
    if (room.head().phase().over()) {
      return Optional.of(Refusal.OVER);
    }
    if (room.head().gathering() && !(command instanceof RehearsalCommand)) {
      return Optional.of(Refusal.ELSEWHERE);
    }
    if (room.standing(member) != Room.Standing.IN) {
      return Optional.of(Refusal.NOT_IN);
    }
    boolean may =
        switch (command.allowed()) {
          case ANYBODY -> true;
          case KEY -> member.key();
          case ADULT -> member.adult() && (member.screen() == Screen.ADULT || member.key());
          case HOST -> member.key() || member.role() == PassRole.FACILITATOR;
        };
    return may ? Optional.empty() : Optional.of(Refusal.NOT_ALLOWED);
  }

  /// Apply what time alone changes, each thing at its own moment and in order.
  public static Decision.Next passTime(Room room, Instant now) {
    var lines = new ArrayList<Line>();
    Room next = room;
    // Each step moves a deadline; the bound stops a rule that would not.
    for (int steps = 0; steps < 64; steps++) {
      var due = due(next).filter(at -> !at.isAfter(now));
      if (due.isEmpty()) {
        break;
      }
      var settled = Settling.settle(next, due.get());
      next = settled.room();
      lines.addAll(settled.lines());
    }
    return new Decision.Next(next, List.copyOf(lines));
  }

  /// Say when the room changes by itself next; empty if only a command can change it.
  public static Optional<Instant> due(Room room) {
    return Deadlines.of(room).min(Comparator.naturalOrder());
  }
}
