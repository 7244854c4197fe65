package org.linkroom.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// A plan as it runs in a room. Nobody has to follow it: it goes on by a press alone, its clock
/// only tells the time, and it can be put down.
///
/// @param starts the class that starts today
/// @param at the segment that goes on; -1 before the first, and the number of segments after the
///     last
/// @param since when it began, later by each pause
/// @param added minutes that were added to it
/// @param paused since when nothing runs; nothing while it does
/// @param down put down: the classes just talk
/// @param lost the class whose question was not chosen last, in this lesson or before it; nothing
///     where there was no vote yet
public record Lesson(
    RunPlan plan,
    Id starts,
    int at,
    Instant since,
    int added,
    @Nullable Instant paused,
    boolean down,
    @Nullable Id lost) {
  /// Minutes that can be added to one segment.
  public static final int MOST_ADDED = 30;

  /// A plan that has not begun.
  public static Lesson of(RunPlan plan, Id starts) {
    return of(plan, starts, null);
  }

  /// A plan that has not begun, of classes that have voted before.
  public static Lesson of(RunPlan plan, Id starts, @Nullable Id lost) {
    return new Lesson(plan, starts, -1, Instant.EPOCH, 0, null, false, lost);
  }

  /// The same, which this class starts.
  public Lesson startedBy(Id first) {
    return first.equals(starts)
        ? this
        : new Lesson(plan, first, at, since, added, paused, down, lost);
  }

  /// A vote was lost by this class.
  public Lesson lost(Id classId) {
    return classId.equals(lost)
        ? this
        : new Lesson(plan, starts, at, since, added, paused, down, classId);
  }

  /// The place of a segment; -1 for none.
  public int find(String segment) {
    return plan.segments().stream().map(Segment::id).toList().indexOf(segment);
  }

  /// Tell whether a segment goes on, by the plan.
  public boolean runs() {
    return !down && at >= 0 && at < plan.segments().size();
  }

  /// The segment that goes on; nothing before the first, after the last and while the plan is down.
  public @Nullable Segment now() {
    return runs() ? plan.segments().get(at) : null;
  }

  /// The one after it.
  public @Nullable Segment after() {
    return at + 1 < plan.segments().size() ? plan.segments().get(at + 1) : null;
  }

  /// What names the place where the lesson is, so that two who press at once go one step.
  public String place() {
    return at < 0 ? "start" : at < plan.segments().size() ? plan.segments().get(at).id() : "end";
  }

  /// Go to a segment.
  public Lesson to(int next, Instant now) {
    int bounded = Math.clamp(next, -1, plan.segments().size());
    return new Lesson(plan, starts, bounded, now, 0, null, false, lost);
  }

  /// A minute more.
  public Lesson minute() {
    return added >= MOST_ADDED
        ? this
        : new Lesson(plan, starts, at, since, added + 1, paused, down, lost);
  }

  /// Stand still, or go on from where it stood.
  public Lesson pause(boolean stand, Instant now) {
    if (stand == (paused != null)) {
      return this;
    }
    Instant from = paused == null ? since : since.plus(Duration.between(paused, now));
    return new Lesson(plan, starts, at, from, added, stand ? now : null, down, lost);
  }

  /// Put the plan down and just talk, or take it up again where it was.
  public Lesson put(boolean away, Instant now) {
    return away == down
        ? this
        : new Lesson(plan, starts, at, away ? since : now, added, null, away, lost);
  }

  /// The same without the pictures that could be shown: they stay with their parcels.
  public Lesson bare() {
    var next = plan.showing(Shelf.NONE);
    return next.equals(plan)
        ? this
        : new Lesson(next, starts, at, since, added, paused, down, lost);
  }

  /// How long the segment was meant to take.
  public Duration length() {
    var now = now();
    return Duration.ofMinutes(now == null ? 0 : now.minutes() + added);
  }

  /// When the segment's time is up.
  public Instant until() {
    return since.plus(length());
  }

  /// The segments that are still to come.
  public List<Segment> rest() {
    int from = Math.min(at + 1, plan.segments().size());
    return plan.segments().subList(from, plan.segments().size());
  }

  /// What a lesson that runs late should make shorter: the longest of what is still to come. The
  /// last segment is the goodbye, which is never cut.
  public Optional<Segment> longest() {
    var rest = rest();
    return rest.size() < 2
        ? Optional.empty()
        : rest.subList(0, rest.size() - 1).stream().max(Comparator.comparing(Segment::minutes));
  }

  /// The plan was edited. What is over stays as it was, and what goes on goes on; the rest is the
  /// new plan's.
  public Lesson edited(RunPlan next, Id first) {
    if (at < 0) {
      return next.equals(plan) && first.equals(starts) ? this : of(next, first, lost);
    }
    var kept =
        new ArrayList<>(plan.segments().subList(0, Math.min(at + 1, plan.segments().size())));
    var ids = kept.stream().map(Segment::id).collect(Collectors.toSet());
    next.segments().stream().filter(segment -> !ids.contains(segment.id())).forEach(kept::add);
    List<Segment> all = kept.subList(0, Math.min(kept.size(), RunPlan.MOST + at + 1));
    var plan = next.of(all);
    return plan.equals(this.plan)
        ? this
        : new Lesson(plan, starts, at, since, added, paused, down, lost);
  }
}
