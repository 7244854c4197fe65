package org.linkroom.room;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Activity;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Scene;
import org.linkroom.base.Id;

/// The lesson that runs in a room, and how each of its activities stands, by its segment. An
/// activity that was reached once stays, whichever segment goes on.
///
/// @param lesson nothing where the classes just talk
public record Running(@Nullable Lesson lesson, SortedMap<String, Activity> acts) {
  /// No lesson.
  public static final Running NONE = new Running(null, Collections.emptySortedMap());

  /// One activity as it is kept.
  public record Acted(String segment, Activity activity) {}

  static Running of(@Nullable Lesson lesson) {
    return lesson == null ? NONE : new Running(lesson, Collections.emptySortedMap());
  }

  /// The lesson as it is kept: what was taken away is kept as nothing.
  public record Taught(@Nullable Lesson lesson) {}

  Running with(Taught taught) {
    return new Running(taught.lesson(), acts);
  }

  Running with(Lesson next) {
    return new Running(next, acts);
  }

  Running with(Acted acted) {
    var all = new TreeMap<>(acts);
    all.put(acted.segment(), acted.activity());
    return new Running(lesson, all);
  }

  /// The activity that goes on; nothing between lessons.
  @Nullable Activity now() {
    var segment = lesson == null ? null : lesson.now();
    return segment == null ? null : acts.getOrDefault(segment.id(), segment.activity());
  }

  /// Tell whether a class's microphone is off by the lesson.
  boolean quiet(Id classId) {
    var now = now();
    return now != null && now.quiet(classId) && lesson != null && lesson.paused() == null;
  }

  /// Go to a segment. Its activity begins, or begins again with what it holds: a vote that was
  /// reached before there were questions finds them the next time.
  Running to(int at, Room room, Instant now) {
    var left = left(room);
    var next = new Running(Objects.requireNonNull(left.lesson).to(at, now), left.acts);
    var segment = Objects.requireNonNull(next.lesson).now();
    var activity = next.now();
    var scene = next.scene(room);
    return segment == null || activity == null || scene == null
        ? next
        : next.with(new Acted(segment.id(), activity.begin(scene, next.earlier())));
  }

  /// The activity that goes on is left; who lost a vote is known from then on.
  Running left(Room room) {
    var segment = lesson == null ? null : lesson.now();
    var activity = now();
    var scene = scene(room);
    if (lesson == null || segment == null || activity == null || scene == null) {
      return this;
    }
    var left = activity.leave();
    var next = left == activity ? this : with(new Acted(segment.id(), left));
    var after = left.lostBy(scene).map(lesson::lost).orElse(lesson);
    return after == lesson ? next : next.with(after);
  }

  /// The classes see each other for the first time: whoever came in with a plan has agreed to it,
  /// so that it begins by itself.
  Running begins(Room room, Instant now) {
    return lesson == null || lesson.down() || lesson.at() >= 0 ? this : to(0, room, now);
  }

  private List<Activity> earlier() {
    var all = Objects.requireNonNull(lesson).plan().segments();
    return all.subList(0, lesson.at()).stream()
        .map(segment -> acts.getOrDefault(segment.id(), segment.activity()))
        .toList();
  }

  /// What an activity knows of the room; nothing where none goes on.
  @Nullable Scene scene(Room room) {
    var segment = lesson == null ? null : lesson.now();
    if (lesson == null || segment == null) {
      return null;
    }
    var parties =
        room.sides().values().stream()
            .map(
                side ->
                    new Scene.Party(side.classId(), side.profile().rank(), side.profile().label()))
            .sorted(Comparator.comparing(Scene.Party::rank))
            .toList();
    return new Scene(parties, lesson.starts(), segment.turn(), lesson.since(), lesson.lost());
  }

  /// The session is over: what nobody approved is gone, and so are the pictures.
  public Running over() {
    var all = new TreeMap<>(acts);
    all.replaceAll((segment, act) -> act.end());
    boolean same = acts.entrySet().stream().allMatch(e -> all.get(e.getKey()) == e.getValue());
    var bare = lesson == null ? null : lesson.bare();
    return same && bare == lesson ? this : new Running(bare, all);
  }

  /// The plan was chosen, changed or taken away on the session's page.
  Running planned(@Nullable Lesson next) {
    if (next == null || lesson == null) {
      return Objects.equals(next, lesson) || begun() ? this : new Running(next, acts);
    }
    var edited = lesson.edited(next.plan(), next.starts());
    return edited == lesson ? this : with(edited);
  }

  private boolean begun() {
    return lesson != null && lesson.at() >= 0;
  }
}
