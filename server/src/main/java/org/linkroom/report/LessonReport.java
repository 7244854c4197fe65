package org.linkroom.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Drawing;
import org.linkroom.activity.Scene;
import org.linkroom.activity.Segment;
import org.linkroom.activity.Told;
import org.linkroom.base.Id;
import org.linkroom.room.Running;

/// What a lesson was, for both classes to print: its steps in the order of the plan, as far as it
/// went, and what came of each.
///
/// @param title the plan's
/// @param starts the class that started
public record LessonReport(String title, Id starts, List<Step> steps) {

  /// One step that was reached.
  public record Step(Segment segment, List<Part> parts) {}

  /// What came of it under one heading.
  ///
  /// @param what the end of the heading's key
  /// @param drawn the lines of a sheet, the lowest first
  public record Part(String what, List<Line> lines, List<Stroke> drawn) {
    /// The classes that drew on it, in the link's own order.
    public List<Hand> drew() {
      return drawn.stream()
          .map(Stroke::by)
          .distinct()
          .sorted(Comparator.comparing(Hand::rank))
          .toList();
    }
  }

  /// One line of it.
  ///
  /// @param by the class whose it is, or nothing
  /// @param word the end of the key of one of our own words, or nothing
  public record Line(String by, String text, String word, List<Count> counts) {}

  /// One line that was drawn.
  ///
  /// @param points as a picture has them
  public record Stroke(Hand by, String points) {}

  /// A class that drew.
  ///
  /// @param rank its place in the link, which is its colour and shape
  public record Hand(String label, int rank) {}

  /// How many of one class; `Told.FEW` for one or two of them.
  public record Count(String label, int number) {
    /// Tell whether it is one or two, which of both nobody need know.
    public boolean few() {
      return number == Told.FEW;
    }
  }

  /// The report of a lesson that was taught; empty of steps where none was reached.
  ///
  /// @param parties the classes, in the link's own order
  public static LessonReport of(Running running, List<Scene.Party> parties) {
    var lesson = running.lesson();
    if (lesson == null) {
      throw new IllegalArgumentException("no lesson was taught");
    }
    var steps = new ArrayList<Step>();
    for (Segment segment : lesson.plan().segments()) {
      var activity = running.acts().get(segment.id());
      if (activity != null) {
        var scene =
            new Scene(parties, lesson.starts(), segment.turn(), lesson.since(), lesson.lost());
        steps.add(
            new Step(
                segment, activity.told(scene).stream().map(told -> part(told, parties)).toList()));
      }
    }
    return new LessonReport(lesson.plan().title(), lesson.starts(), List.copyOf(steps));
  }

  private static Part part(Told told, List<Scene.Party> parties) {
    return new Part(
        told.what(),
        told.rows().stream()
            .map(
                row ->
                    new Line(
                        label(row.by(), parties), row.text(), row.word(), counts(row, parties)))
            .toList(),
        told.drawn().stream().flatMap(stroke -> drawn(stroke, parties)).toList());
  }

  private static Stream<Stroke> drawn(Drawing.Stroke stroke, List<Scene.Party> parties) {
    return parties.stream()
        .filter(party -> party.id().equals(stroke.by()))
        .map(party -> new Stroke(new Hand(party.label(), party.rank()), stroke.points()));
  }

  /// Counts in the link's own order of its classes.
  private static List<Count> counts(Told.Row row, List<Scene.Party> parties) {
    return parties.stream()
        .filter(party -> row.counts().containsKey(party.id()))
        .map(party -> new Count(party.label(), row.counts().getOrDefault(party.id(), 0)))
        .toList();
  }

  private static String label(@Nullable Id of, List<Scene.Party> parties) {
    return parties.stream()
        .filter(party -> party.id().equals(of))
        .map(Scene.Party::label)
        .findFirst()
        .orElse("");
  }
}
