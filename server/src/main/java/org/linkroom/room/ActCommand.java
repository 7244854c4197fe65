package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Instant;
import java.util.List;
import org.linkroom.activity.Act;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Refusal;

/// Something done in the lesson's activity.
///
/// @param segment where the page believes the lesson to be: what comes later than that changes
///     nothing
public record ActCommand(String segment, Act act) implements Command.FromPerson {
  @Override
  public Command.Allowed allowed() {
    return switch (act.by()) {
      case CLASS -> Command.Allowed.KEY;
      case LEADER -> Command.Allowed.HOST;
      case DEVICE -> Command.Allowed.ANYBODY;
    };
  }

  @Override
  public boolean urgent() {
    return act.urgent();
  }

  @Override
  public Decision decide(Room room, Member member, Instant now) {
    var lesson = room.running().lesson();
    var activity = room.running().now();
    var scene = room.running().scene(room);
    if (lesson == null) {
      return no(Refusal.NO_LESSON);
    }
    if (activity == null || scene == null || !lesson.place().equals(segment)) {
      return no(Refusal.MOVED_ON);
    }
    boolean tablet = member.kind() == DeviceKind.TABLET && !member.adult();
    var right = Media.of(room, member.device());
    boolean sounds = right != null && right.mic();
    var teller = new Act.Teller(member.device(), member.classId(), member.key(), tablet, sounds);
    return switch (act.act(activity, teller, scene, now)) {
      case Act.Outcome.No refused -> no(refused.refusal());
      case Act.Outcome.Next next ->
          new Decision.Next(
              next.activity() == activity
                  ? room
                  : room.with(room.running().with(new Running.Acted(segment, next.activity()))),
              List.of());
    };
  }
}
