package org.linkroom.session;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// When in the week a class has time for its partner: London's clock, school days alone.
public record Timetable(Map<DayOfWeek, List<Window>> week) {
  /// A time of a day, its end not in it.
  public record Window(LocalTime from, LocalTime until) {
    /// Refuse what ends before it begins.
    public Window {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("a time must end after it begins");
      }
    }

    /// What two have in common; null: nothing.
    @org.jspecify.annotations.Nullable
    Window and(Window other) {
      var start = from.isAfter(other.from) ? from : other.from;
      var end = until.isBefore(other.until) ? until : other.until;
      return start.isBefore(end) ? new Window(start, end) : null;
    }

    /// Tell whether all of a time is in it.
    boolean holds(LocalTime start, LocalTime end) {
      return !start.isBefore(from) && !end.isAfter(until) && start.isBefore(end);
    }

    @Override
    public String toString() {
      return from + "–" + until;
    }
  }

  /// A class that has entered nothing: mornings and afternoons without the edges and the lunch.
  public static final Timetable USUAL = usual();

  /// Copy what was given, each day's in order.
  public Timetable {
    var copy = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    week.forEach(
        (day, windows) ->
            copy.put(day, windows.stream().sorted(Comparator.comparing(Window::from)).toList()));
    week = Map.copyOf(copy);
  }

  /// A day's times, in order.
  public List<Window> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  /// Tell whether a class that keeps this timetable has all of a time.
  public boolean holds(DayOfWeek day, LocalTime start, LocalTime end) {
    return on(day).stream().anyMatch(window -> window.holds(start, end));
  }

  /// The times of a day that two lists have in common.
  static List<Window> both(List<Window> one, List<Window> other) {
    var both = new ArrayList<Window>();
    for (Window a : one) {
      for (Window b : other) {
        var common = a.and(b);
        if (common != null) {
          both.add(common);
        }
      }
    }
    return both;
  }

  private static Timetable usual() {
    var day =
        List.of(
            new Window(LocalTime.of(9, 15), LocalTime.of(11, 45)),
            new Window(LocalTime.of(13, 15), LocalTime.of(15, 0)));
    var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    for (DayOfWeek each : DayOfWeek.values()) {
      if (each != DayOfWeek.SATURDAY && each != DayOfWeek.SUNDAY) {
        week.put(each, day);
      }
    }
    return new Timetable(week);
  }
}
