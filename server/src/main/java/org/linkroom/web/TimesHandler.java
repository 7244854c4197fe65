package org.linkroom.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.linkroom.network.ClassView;
import org.linkroom.network.Links;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.session.Diaries;
import org.linkroom.session.Timetable;

/// When in the week a class has time for its partner.
final class TimesHandler {
  private static final List<DayOfWeek> DAYS =
      List.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
  private static final int MOST = 6;

  private final Links links;
  private final Schools schools;
  private final Diaries diaries;
  private final Audit audit;

  TimesHandler(Links links, Schools schools, Diaries diaries, Audit audit) {
    this.links = links;
    this.schools = schools;
    this.diaries = diaries;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/classes/:class/times", Who.signedIn(), this::show);
    routes.post("/classes/:class/times", Who.signedIn(), this::keep);
  }

  /// Its own teacher says it, or who keeps the school's record.
  private ClassView ours(Visit visit) {
    var found = links.schoolClass(visit.id("class")).await().orElseThrow(Problem::notFound);
    boolean keeps =
        visit.me().is(Role.Kind.TEACHER, found.id())
            || schools.find(found.school()).await().stream().anyMatch(s -> s.keptBy(visit.me()));
    if (!keeps) {
      throw Problem.notFound();
    }
    return found;
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private void show(Visit visit) {
    var ours = ours(visit);
    var said = diaries.times(ours.id()).await();
    visit.page("planning/times.ftlh", model(ours, said.orElse(Timetable.USUAL)));
  }

  private static Map<String, Object> model(ClassView ours, Timetable times) {
    var days = new LinkedHashMap<String, String>();
    for (DayOfWeek day : DAYS) {
      days.put(
          name(day),
          times.on(day).stream().map(Timetable.Window::toString).collect(Collectors.joining(", ")));
    }
    return Map.of("class", ours, "days", days);
  }

  private void keep(Visit visit) {
    var ours = ours(visit);
    var week = new EnumMap<DayOfWeek, List<Timetable.Window>>(DayOfWeek.class);
    for (DayOfWeek day : DAYS) {
      week.put(day, windows(visit.form(), name(day)));
    }
    if (!visit.form().good()) {
      visit.again("planning/times.ftlh", model(ours, Timetable.USUAL));
      return;
    }
    diaries.keep(ours.id(), new Timetable(week)).await();
    audit.write(visit.me().id(), "class.times", ours.id().text()).await();
    visit.go("/classes/" + ours.id() + "/times");
  }

  /// "9:15–10:30, 13.30-15:00"; empty: no time on that day.
  private static List<Timetable.Window> windows(Form form, String field) {
    var windows = new ArrayList<Timetable.Window>();
    String text = form.optionalLine(field, 120);
    if (text.isEmpty()) {
      return windows;
    }
    try {
      for (String one : text.split("[,;]")) {
        String[] ends = one.strip().split("\\s*[-–—]\\s*", 2);
        windows.add(new Timetable.Window(clock(ends[0]), clock(ends.length == 2 ? ends[1] : "")));
      }
    } catch (DateTimeException | IllegalArgumentException wrong) {
      form.wrong(field, "times.wrong");
    }
    if (windows.stream().map(Timetable.Window::from).distinct().count() != windows.size()
        || windows.size() > MOST) {
      form.wrong(field, "times.wrong");
    }
    return windows;
  }

  private static LocalTime clock(String text) {
    return LocalTime.parse(text.strip().replace('.', ':'), CLOCK);
  }
}
