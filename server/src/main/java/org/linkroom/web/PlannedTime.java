package org.linkroom.web;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.linkroom.session.SchoolClock;

/// The time of a session as a form sends it; what is wrong is told beside the field.
final class PlannedTime {
  private static final Set<String> MINUTES = Set.of("30", "40", "45", "60", "other");
  private static final Set<String> WHEN = Set.of("later", "now");
  private static final Pattern SLOT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})");
  private static final int USUAL = 40;

  private PlannedTime() {}

  /// When it begins: now, a time that was offered, or a day and a clock.
  static Instant starts(Visit visit) {
    var form = visit.form();
    var slot = SLOT.matcher(form.raw("when"));
    boolean offered = slot.matches();
    if (!offered && form.choice("when", WHEN).equals("now")) {
      return SchoolClock.thisMinute(visit.now());
    }
    String day = offered ? slot.group(1) : form.raw("day");
    String clock = offered ? slot.group(2) : form.raw("clock");
    return switch (SchoolClock.read(day, clock, visit.now())) {
      case SchoolClock.Typed.At at -> at.instant();
      case SchoolClock.Typed.Wrong wrong -> {
        form.wrong(wrong.field(), wrong.key());
        yield visit.now();
      }
    };
  }

  /// How long it lasts.
  static int minutes(Visit visit) {
    String choice = visit.form().choice("minutes", MINUTES);
    return choice.equals("other")
        ? visit.form().number("otherminutes", 5, 120)
        : MINUTES.contains(choice) ? Integer.parseInt(choice) : USUAL;
  }
}
