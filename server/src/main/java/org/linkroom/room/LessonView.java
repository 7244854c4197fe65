package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Segment;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;

/// What an audience sees of the lesson. Boards read what is now and what comes next; the whole run
/// sheet and its tips are for adults.
final class LessonView {
  private LessonView() {}

  static ObjectNode of(Room room, Lesson lesson, Audience audience) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("title", lesson.plan().title())
            .put("place", lesson.place())
            .put("starts", lesson.starts().text())
            .put("count", lesson.plan().segments().size())
            .put("at", lesson.at() + 1);
    Views.flag(node, "down", lesson.down());
    boolean quiet = room.sides().keySet().stream().allMatch(room.running()::quiet);
    Views.flag(node, "quiet", quiet && lesson.runs());
    var after = lesson.after();
    if (after != null && !lesson.down()) {
      node.putObject("after").put("title", after.title()).put("minutes", after.minutes());
    }
    var now = lesson.now();
    if (now != null) {
      node.set("segment", segment(room, lesson, now, audience));
    }
    if (audience != Audience.BOARD) {
      adults(lesson, node);
    }
    return node;
  }

  private static ObjectNode segment(Room room, Lesson lesson, Segment segment, Audience audience) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", segment.id())
            .put("title", segment.title())
            .put("turn", segment.turn().word())
            .put("theme", segment.question().word());
    if (!segment.say().isEmpty()) {
      node.put("say", segment.say());
    }
    if (lesson.paused() == null) {
      node.put("since", Views.ms(lesson.since())).put("until", Views.ms(lesson.until()));
    } else {
      node.put("left", lesson.until().toEpochMilli() - Views.ms(lesson.paused()));
    }
    var activity = room.running().now();
    var scene = room.running().scene(room);
    if (activity != null && scene != null) {
      node.put("do", activity.word());
      activity.show(node.putObject("act"), scene, audience);
    }
    return node;
  }

  private static void adults(Lesson lesson, ObjectNode node) {
    var all = node.putObject("sheet");
    int rank = 0;
    for (Segment segment : lesson.plan().segments()) {
      all.putObject(segment.id())
          .put("rank", rank++)
          .put("title", segment.title())
          .put("minutes", segment.minutes());
    }
    node.put("rest", lesson.rest().stream().mapToInt(Segment::minutes).sum());
    lesson
        .longest()
        .ifPresent(
            longest ->
                node.putObject("longest")
                    .put("title", longest.title())
                    .put("minutes", longest.minutes()));
    var now = lesson.now();
    if (now != null && !now.tips().isEmpty()) {
      now.tips().forEach(node.putArray("tips")::add);
    }
  }

  /// What only one class's devices see; nothing where there is nothing.
  static ObjectNode own(Room room, Audience audience, @Nullable Id classId) {
    var node = JsonNodeFactory.instance.objectNode();
    var activity = room.running().now();
    var scene = room.running().scene(room);
    if (activity != null && scene != null && classId != null) {
      activity.showOwn(node, scene, audience, classId);
    }
    return node;
  }
}
