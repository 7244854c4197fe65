package org.linkroom.room;

import static org.linkroom.room.Command.no;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linkroom.activity.Lesson;
import org.linkroom.protocol.Refusal;

/// Leading the lesson: an adult of either class, by any of her screens, or the facilitator. A step
/// names the place that it leaves, so that two who press at once, or a key that is stuck, take one.
public sealed interface LessonCommand extends Command.FromPerson {
  /// Steps come no closer: a key that sticks runs through no lesson.
  Duration REST = Duration.ofSeconds(1);

  @Override
  default Command.Allowed allowed() {
    return Command.Allowed.HOST;
  }

  /// Do it in a room that has a plan.
  Running lead(Running running, Lesson lesson, Room room, Instant now);

  /// The line for the record; empty for none.
  default String line() {
    return "";
  }

  @Override
  default Decision decide(Room room, Member member, Instant now) {
    var lesson = room.running().lesson();
    if (lesson == null) {
      return no(Refusal.NO_LESSON);
    }
    var next = lead(room.running(), lesson, room, now);
    return next == room.running()
        ? new Decision.Next(room, List.of())
        : new Decision.Next(
            room.with(next), line().isEmpty() ? List.of() : List.of(Line.by(line(), member)));
  }

  /// Go on to the next segment; the first, where none has begun.
  record Next(String from) implements LessonCommand {
    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Running lead(Running running, Lesson lesson, Room room, Instant now) {
      return step(running, lesson, from, 1, room, now);
    }

    @Override
    public String line() {
      return "lesson.next";
    }
  }

  /// Go back to the one before.
  record Back(String from) implements LessonCommand {
    @Override
    public Running lead(Running running, Lesson lesson, Room room, Instant now) {
      return lesson.at() <= 0 ? running : step(running, lesson, from, -1, room, now);
    }
  }

  /// Go to any other segment of the plan, and leave out what lies between.
  record Skip(String from, String to) implements LessonCommand {
    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public Running lead(Running running, Lesson lesson, Room room, Instant now) {
      int place = lesson.find(to);
      return place < 0 ? running : step(running, lesson, from, place - lesson.at(), room, now);
    }

    @Override
    public String line() {
      return "lesson.next";
    }
  }

  private static Running step(
      Running running, Lesson lesson, String from, int by, Room room, Instant now) {
    boolean moved = by == 0 || !lesson.place().equals(from);
    boolean over = by > 0 && lesson.at() >= lesson.plan().segments().size();
    boolean stuck = lesson.at() >= 0 && now.isBefore(lesson.since().plus(REST));
    return moved || over || stuck ? running : running.to(lesson.at() + by, room, now);
  }

  /// A minute more for the segment that goes on.
  record Minute(String from) implements LessonCommand {
    @Override
    public Running lead(Running running, Lesson lesson, Room room, Instant now) {
      return lesson.runs() && lesson.place().equals(from) ? running.with(lesson.minute()) : running;
    }
  }

  /// Stand still, or go on.
  record Pause(boolean stand) implements LessonCommand {
    @Override
    public Running lead(Running running, Lesson lesson, Room room, Instant now) {
      var next = lesson.runs() ? lesson.pause(stand, now) : lesson;
      return next == lesson ? running : running.with(next);
    }
  }

  /// Put the plan down and just talk, or take it up again.
  record Put(boolean down) implements LessonCommand {
    @Override
    public Running lead(Running running, Lesson lesson, Room room, Instant now) {
      var next = lesson.put(down, now);
      return next == lesson ? running : running.with(next);
    }

    @Override
    public String line() {
      return down ? "lesson.down" : "lesson.up";
    }
  }
}
