package org.linkroom.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Scope;
import org.linkroom.activity.Segment;
import org.linkroom.activity.Together;
import org.linkroom.base.Id;
import org.linkroom.network.LinkItems;
import org.linkroom.network.SchoolYear;
import org.linkroom.session.KeptLessons.Kept;
import org.linkroom.session.Session;

/// A link's way through its year: its contacts one after the other with the gaps between them,
/// which of linking's four questions they asked and how far each reached, and what became of both
/// classes.
///
/// @param grid how many steps of lessons asked each question, by how far it reached
/// @param threads what both have in common, promised, and were surprised by, the newest first
public record Journey(
    List<Stop> stops, Map<Segment.Theme, Map<Scope, Integer>> grid, List<Tie> threads) {
  /// Threads that are shown.
  public static final int MOST = 40;

  /// One contact.
  ///
  /// @param session its session; nothing for a contact without one
  /// @param what the key of its kind
  /// @param plan the title of its lesson's plan, or nothing
  /// @param started the class that started, or nothing
  /// @param weeks whole weeks since the contact before; 0 for the first
  public record Stop(
      LocalDate day,
      @Nullable Session session,
      String what,
      String plan,
      @Nullable Id started,
      long weeks) {
    Stop after(@Nullable Stop before) {
      long gap = before == null ? 0 : ChronoUnit.WEEKS.between(before.day, day);
      return new Stop(day, session, what, plan, started, gap);
    }
  }

  /// One thing that both classes' adults wrote down.
  public record Tie(LocalDate day, Id by, String kind, String text) {}

  /// The journey so far.
  ///
  /// @param held the link's sessions that were held
  public static Journey of(List<Session> held, List<LinkItems.Item> items, List<Kept> kept) {
    var ordered =
        Stream.concat(
                held.stream().map(session -> stop(session, kept)),
                items.stream()
                    .map(i -> new Stop(i.day(), null, "linking.item." + i.kind(), "", null, 0)))
            .sorted(Comparator.comparing(Stop::day))
            .toList();
    var stops = new ArrayList<Stop>();
    for (Stop stop : ordered) {
      stops.add(stop.after(stops.isEmpty() ? null : stops.getLast()));
    }
    return new Journey(List.copyOf(stops), grid(kept), threads(kept));
  }

  private static Stop stop(Session session, List<Kept> kept) {
    var lesson =
        kept.stream()
            .filter(one -> one.session().equals(session.id()))
            .map(one -> one.running().lesson())
            .findFirst()
            .orElse(null);
    return new Stop(
        SchoolYear.day(session.starts()),
        session,
        "kind." + session.kind(),
        lesson == null ? "" : lesson.plan().title(),
        lesson == null ? null : lesson.starts(),
        0);
  }

  private static Map<Segment.Theme, Map<Scope, Integer>> grid(List<Kept> kept) {
    var grid = new EnumMap<Segment.Theme, Map<Scope, Integer>>(Segment.Theme.class);
    for (Kept one : kept) {
      var lesson = one.running().lesson();
      var all = lesson == null ? List.<Segment>of() : lesson.plan().segments();
      all.stream()
          .filter(segment -> one.running().acts().containsKey(segment.id()))
          .forEach(
              segment ->
                  grid.computeIfAbsent(segment.question(), q -> new EnumMap<>(Scope.class))
                      .merge(segment.scope(), 1, Integer::sum));
    }
    return grid;
  }

  private static List<Tie> threads(List<Kept> kept) {
    var all = new ArrayList<Tie>();
    for (Kept one : kept.reversed()) {
      one.running().acts().values().stream()
          .filter(Together.class::isInstance)
          .flatMap(gathered -> ((Together) gathered).entries().values().stream())
          .filter(entry -> Together.LASTING.contains(entry.kind()))
          .sorted(Comparator.comparing(Together.Entry::rank))
          .map(e -> new Tie(SchoolYear.day(one.starts()), e.by(), e.kind(), e.text()))
          .forEach(all::add);
    }
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  /// How often a question was asked about how wide a world; 0 where it was not.
  public int steps(String question, String scope) {
    return grid.entrySet().stream()
        .filter(row -> row.getKey().word().equals(question))
        .flatMap(row -> row.getValue().entrySet().stream())
        .filter(cell -> cell.getKey().word().equals(scope))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
