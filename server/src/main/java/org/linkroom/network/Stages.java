package org.linkroom.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The ten stages of a link's year, as linking programmes go through them: from a head's interest
/// to the goodbye. Each is read off what is on record; nobody ticks one.
public final class Stages {
  private Stages() {}

  /// What is on record of a link.
  ///
  /// @param interest when its first school asked to link, if it did so here
  /// @param signed when the last of its schools signed; none: not all have
  /// @param items its timeline
  /// @param met the days of its link-ups that were held, in order
  public record Facts(
      LocalDate made,
      @Nullable LocalDate interest,
      @Nullable LocalDate live,
      @Nullable LocalDate signed,
      int classes,
      List<LinkItems.Item> items,
      List<LocalDate> met) {}

  /// How a stage stands.
  ///
  /// @param key the last part of the keys of its words
  /// @param state done, next or later
  /// @param on its day; none: not known yet
  public record Stage(int number, String key, String state, @Nullable LocalDate on) {}

  private record Day(String key, Optional<LocalDate> on) {}

  /// All ten, in order. The first that is not done is what comes next.
  public static List<Stage> of(Facts of, LocalDate today) {
    var visits = days(of, "venue", "visit");
    var met = Stream.concat(of.met().stream(), visits.stream()).sorted().toList();
    var exchanged = days(of, "exchange");
    var further = Stream.concat(nth(exchanged, 1).stream(), nth(of.met(), 1).stream());
    var days =
        List.of(
            day("interest", Optional.of(of.interest() == null ? of.made() : of.interest())),
            day("brokered", Optional.ofNullable(of.live())),
            day("agreement", Optional.ofNullable(of.signed())),
            day("training-1", training(of, "training-1")),
            day("exchange", nth(exchanged, 0)),
            day("meeting", nth(met, 0)),
            day("further", further.min(Comparator.naturalOrder())),
            day("training-2", training(of, "training-2")),
            day("visits", nth(met, 2).or(() -> nth(days(of, "visit"), 0))),
            day("celebration", nth(days(of, "celebration"), 0)));
    return staged(days, today);
  }

  private static List<Stage> staged(List<Day> days, LocalDate today) {
    var all = new ArrayList<Stage>();
    boolean next = true;
    for (Day day : days) {
      boolean done = day.on().filter(on -> !on.isAfter(today)).isPresent();
      String state = done ? "done" : next ? "next" : "later";
      next &= done;
      all.add(new Stage(all.size() + 1, day.key(), state, day.on().orElse(null)));
    }
    return List.copyOf(all);
  }

  private static Day day(String key, Optional<LocalDate> on) {
    return new Day(key, on);
  }

  private static List<LocalDate> days(Facts of, String... kinds) {
    var wanted = List.of(kinds);
    return of.items().stream()
        .filter(item -> wanted.contains(item.kind()))
        .map(LinkItems.Item::day)
        .sorted()
        .toList();
  }

  /// A training is done when the teacher of each class has been at it.
  private static Optional<LocalDate> training(Facts of, String kind) {
    var days = days(of, kind);
    return days.size() < of.classes() ? Optional.empty() : Optional.of(days.getLast());
  }

  private static Optional<LocalDate> nth(List<LocalDate> days, int n) {
    return days.size() > n ? Optional.of(days.get(n)) : Optional.empty();
  }
}
