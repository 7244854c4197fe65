package org.linkroom.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Times at which all classes of a link are free: within each one's usual times, while each school
/// is open, on nobody's festival, with nothing else on for class or teacher. Three on three days,
/// the soonest first.
public final class Slots {
  private static final int MOST = 3;
  private static final int DAYS = 63;
  private static final int STEP_MINUTES = 5;
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  /// How long before a link-up both classes should know of it.
  public static final Duration LEAD = Duration.ofDays(2);

  private final Feasts feasts;
  private final List<Diary> diaries;

  /// For these classes.
  public Slots(Feasts feasts, List<Diary> diaries) {
    this.feasts = feasts;
    this.diaries = List.copyOf(diaries);
  }

  /// The next three that are so long, from the day after `LEAD` has passed, nine weeks ahead at
  /// most.
  public List<Instant> next(Instant now, int minutes) {
    var free = new ArrayList<Instant>();
    if (diaries.isEmpty()) {
      return free;
    }
    var first = now.plus(LEAD).atZone(SchoolClock.LONDON).toLocalDate();
    for (int ahead = 0; ahead < DAYS && free.size() < MOST; ahead++) {
      var day = first.plusDays(ahead);
      if (good(day)) {
        on(day, minutes, now.plus(LEAD)).ifPresent(free::add);
      }
    }
    return free;
  }

  private boolean good(LocalDate day) {
    return diaries.stream().allMatch(diary -> diary.terms().open(day))
        && feasts.on(day).stream().allMatch(Feast::period);
  }

  private Optional<Instant> on(LocalDate day, int minutes, Instant earliest) {
    var windows =
        diaries.stream()
            .map(diary -> diary.times().on(day.getDayOfWeek()))
            .reduce(Timetable::both)
            .orElse(List.of());
    for (Timetable.Window window : windows) {
      int last = window.until().toSecondOfDay() / 60 - minutes;
      for (int start = ceil(window.from()); start <= last; start += STEP_MINUTES) {
        var at = day.atTime(LocalTime.ofSecondOfDay(start * 60L)).atZone(SchoolClock.LONDON);
        if (!at.toInstant().isBefore(earliest) && free(at.toInstant(), minutes)) {
          return Optional.of(at.toInstant());
        }
      }
    }
    return Optional.empty();
  }

  private static int ceil(LocalTime time) {
    return Math.ceilDiv(time.toSecondOfDay() / 60, STEP_MINUTES) * STEP_MINUTES;
  }

  private boolean free(Instant starts, int minutes) {
    Instant ends = starts.plusSeconds(60L * minutes);
    return diaries.stream()
        .allMatch(
            diary ->
                diary.booked().stream()
                        .noneMatch(b -> b.meets(starts.minus(BETWEEN), ends.plus(BETWEEN)))
                    && !Prayers.meet(diary.character(), starts, ends));
  }
}
