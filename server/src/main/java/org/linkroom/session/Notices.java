package org.linkroom.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What there is to know of a time that somebody plans: the same for all classes said once, what is
/// of one school with its name.
public final class Notices {
  private Notices() {}

  /// Of a session from `starts` until `ends`, at the moment of planning it.
  public static List<Notice> of(List<Diary> diaries, Feasts feasts, Instant starts, Instant ends) {
    var notices = new LinkedHashSet<Notice>();
    for (Diary diary : diaries) {
      day(diary, starts, notices);
      booked(diary, starts, ends, notices);
      usual(diary, starts, ends, notices);
    }
    feasts(diaries, feasts, starts, notices);
    for (Diary diary : diaries) {
      if (Prayers.meet(diary.character(), starts, ends)) {
        notices.add(new Notice.Friday(diary.school()));
      }
    }
    return new ArrayList<>(notices);
  }

  private static void day(Diary diary, Instant starts, Set<Notice> notices) {
    switch (diary.terms().day(starts.atZone(SchoolClock.LONDON).toLocalDate())) {
      case Terms.Day.Open _ -> {}
      case Terms.Day.Weekend _ -> notices.add(new Notice.Weekend());
      case Terms.Day.BankHoliday(String name) -> notices.add(new Notice.BankHoliday(name));
      case Terms.Day.Outside _ -> notices.add(new Notice.OutsideTerm(diary.school()));
      case Terms.Day.Closed(String name) -> notices.add(new Notice.Closed(diary.school(), name));
    }
  }

  private static void booked(Diary diary, Instant starts, Instant ends, Set<Notice> notices) {
    diary.booked().stream()
        .filter(booked -> booked.meets(starts, ends))
        .forEach(
            b ->
                notices.add(
                    b.adult()
                        ? new Notice.AdultTwice(b.who(), b.title(), b.starts())
                        : new Notice.Twice(b.who(), b.title(), b.starts())));
  }

  /// A class that has not said when it has time is not told that it has none.
  private static void usual(Diary diary, Instant starts, Instant ends, Set<Notice> notices) {
    var from = starts.atZone(SchoolClock.LONDON);
    var until = ends.atZone(SchoolClock.LONDON);
    if (diary.said()
        && diary.terms().open(from.toLocalDate())
        && !diary.times().holds(from.getDayOfWeek(), from.toLocalTime(), until.toLocalTime())) {
      notices.add(new Notice.Unusual(diary.label()));
    }
  }

  private static void feasts(
      List<Diary> diaries, Feasts feasts, Instant starts, Set<Notice> notices) {
    var day = starts.atZone(SchoolClock.LONDON).toLocalDate();
    for (Feast feast : feasts.on(day)) {
      var keeping = diaries.stream().filter(d -> feast.kept().contains(d.character())).toList();
      boolean maybe = !feast.on(day);
      if (!feast.period() && keeping.isEmpty()) {
        notices.add(new Notice.Families(feast.name(), maybe));
      }
      for (Diary diary : keeping) {
        notices.add(
            feast.period()
                ? new Notice.Period(diary.school(), feast.name())
                : new Notice.Kept(diary.school(), feast.name(), maybe));
      }
    }
  }
}
