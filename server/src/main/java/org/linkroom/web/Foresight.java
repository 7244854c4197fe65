package org.linkroom.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.network.LinkView;
import org.linkroom.session.Diaries;
import org.linkroom.session.Diary;
import org.linkroom.session.Feasts;
import org.linkroom.session.Notice;
import org.linkroom.session.Notices;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;

/// What planning knows of a time beforehand: which ones are free for all classes, and what there is
/// to know of the one that was chosen.
final class Foresight {
  private static final DateTimeFormatter VALUE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT).withZone(SchoolClock.LONDON);
  private static final int USUAL = 40;

  private final Diaries diaries;
  private final Feasts feasts = Feasts.read();

  Foresight(Diaries diaries) {
    this.diaries = diaries;
  }

  /// A time that is free for all classes.
  ///
  /// @param value as the form sends it: a day and a clock with a T between them
  public record Slot(String value, String words) {}

  List<Slot> slots(LinkView link, Instant now) {
    return diaries.slots(feasts, link, USUAL, now).await().stream()
        .map(at -> new Slot(VALUE.format(at), Times.when(at)))
        .toList();
  }

  /// The sentences that who plans this time should read first.
  ///
  /// @param moved the session itself, which is not in its own way; null: a new one
  List<String> notices(
      Words words, LinkView link, Instant starts, int minutes, @Nullable Session moved) {
    var own = moved == null ? null : moved.id();
    var others =
        diaries.of(link, starts).await().stream().map(diary -> without(diary, own)).toList();
    return Notices.of(others, feasts, starts, starts.plusSeconds(60L * minutes)).stream()
        .map(notice -> say(words, notice))
        .toList();
  }

  /// What is to be known of a time that was not read yet: the same form once more, with that above
  /// its button; nothing where there is nothing to know, or she has read it. "Now" is planned by
  /// who stands before the class.
  @Nullable Map<String, Object> first(
      Visit visit, LinkView link, Instant starts, int minutes, @Nullable Session moved) {
    String seen = starts + "/" + minutes;
    if (visit.form().raw("when").equals("now") || visit.form().raw("seen").equals(seen)) {
      return null;
    }
    var notices = notices(visit.words(), link, starts, minutes, moved);
    return notices.isEmpty() ? null : Map.of("notices", notices, "seen", seen);
  }

  private static Diary without(Diary diary, @Nullable Id session) {
    return new Diary(
        diary.classId(),
        diary.label(),
        diary.school(),
        diary.character(),
        diary.terms(),
        diary.times(),
        diary.said(),
        diary.booked().stream().filter(b -> !b.session().equals(session)).toList());
  }

  private static String say(Words words, Notice notice) {
    String key = "plan.notice." + notice.key();
    return switch (notice) {
      case Notice.Weekend _ -> words.say(key);
      case Notice.BankHoliday(String name) -> words.say(key, name);
      case Notice.OutsideTerm(String school) -> words.say(key, school);
      case Notice.Closed(String school, String name) -> words.say(key, school, name);
      case Notice.Kept(String school, String feast, boolean _) -> words.say(key, school, feast);
      case Notice.Families(String feast, boolean _) -> words.say(key, feast);
      case Notice.Period(String school, String feast) -> words.say(key, school, feast);
      case Notice.Friday(String school) -> words.say(key, school);
      case Notice.Twice(String who, String title, Instant at) ->
          words.say(key, who, title, Times.clock(at));
      case Notice.AdultTwice(String who, String title, Instant at) ->
          words.say(key, who, title, Times.clock(at));
      case Notice.Unusual(String label) -> words.say(key, label);
    };
  }
}
