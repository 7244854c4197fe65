package org.linkroom.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sessions as iCalendar texts (RFC 5545, and RFC 5546 for invitations). Times are told in London's
/// zone with its rule, so that a calendar shows the school's clock on both sides of its changes.
public final class ICal {
  private static final String ZONE = "Europe/London";
  private static final Pattern MAIL = Pattern.compile("([^<>\\s]+@[^<>\\s]+)");
  private static final Duration ASK_AGAIN = Duration.ofHours(1);

  private ICal() {}

  /// Whom an invitation is for.
  public record Guest(String name, String email) {}

  /// An invitation of one adult, or its taking back where the session was called off. The other
  /// adults are not named in it: their addresses are no business of a calendar.
  ///
  /// @param from as mails are from: an address, or a name with one in angles
  public static String invitation(Happening of, Guest guest, String from, Instant now) {
    var calendar = calendar();
    calendar.setMethod(
        of.state() == Happening.State.CANCELLED ? Method.cancel() : Method.request());
    var event = event(of, now);
    event.setOrganizer(new Organizer("Linkroom", address(from)));
    var attendee = new Attendee(guest.name(), guest.email());
    attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
    attendee.setRsvp(false);
    event.addAttendee(attendee);
    calendar.addEvent(event);
    return Biweekly.write(calendar).go();
  }

  /// A calendar to subscribe to.
  ///
  /// @param name as a calendar program shows it
  public static String feed(String name, List<Happening> all, Instant now) {
    var calendar = calendar();
    calendar.setMethod(Method.publish());
    calendar.setName(name);
    calendar.setExperimentalProperty("X-WR-CALNAME", name);
    calendar.setExperimentalProperty("X-PUBLISHED-TTL", ASK_AGAIN.toString());
    all.forEach(one -> calendar.addEvent(event(one, now)));
    return Biweekly.write(calendar).go();
  }

  private static ICalendar calendar() {
    var calendar = new ICalendar();
    calendar.setProductId("-//Linkroom//Linkroom//EN");
    calendar
        .getTimezoneInfo()
        .setDefaultTimezone(new TimezoneAssignment(TimeZone.getTimeZone(ZONE), london()));
    return calendar;
  }

  private static VEvent event(Happening of, Instant now) {
    var event = new VEvent();
    event.setUid(of.id() + "@linkroom");
    event.setDateTimeStamp(Date.from(now));
    event.setSequence(of.turn());
    event.setDateStart(Date.from(of.starts()), true);
    event.setDateEnd(Date.from(of.ends()), true);
    event.setSummary(of.title());
    event.setDescription(of.text());
    event.setUrl(of.url());
    event.setStatus(new Status(of.state().word()));
    return event;
  }

  static String address(String from) {
    Matcher found = MAIL.matcher(from);
    return found.find() ? found.group(1) : from;
  }

  /// London's clock as the law has it since 1996: forward on the last Sunday of March, back on that
  /// of October, both at 01:00 UTC.
  private static VTimezone london() {
    var zone = new VTimezone(ZONE);
    zone.addStandardTime(clock(new StandardTime(), 10, 2, "GMT"));
    zone.addDaylightSavingsTime(clock(new DaylightSavingsTime(), 3, 1, "BST"));
    return zone;
  }

  private static <T extends Observance> T clock(T observance, int month, int hour, String name) {
    boolean summer = month == 3;
    var gmt = new UtcOffset(true, 0, 0);
    var bst = new UtcOffset(true, 1, 0);
    observance.setDateStart(
        new DateTimeComponents(1996, month, summer ? 31 : 27, hour, 0, 0, false));
    observance.setTimezoneOffsetFrom(summer ? gmt : bst);
    observance.setTimezoneOffsetTo(summer ? bst : gmt);
    observance.addTimezoneName(name);
    observance.setRecurrenceRule(
        new Recurrence.Builder(Frequency.YEARLY)
            .byMonth(month)
            .byDay(-1, DayOfWeek.SUNDAY)
            .build());
    return observance;
  }
}
