package org.linkroom.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linkroom.network.Links;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.records.Records;
import org.linkroom.report.Attendance;
import org.linkroom.report.Place;
import org.linkroom.report.Sheet;
import org.linkroom.report.Table;
import org.linkroom.report.Tables;
import org.linkroom.report.Tallies;
import org.linkroom.web.SheetPages.Choice;
import org.linkroom.web.SheetPages.Shown;

/// What was held, by session, link, class, school and adult: of a link, a school, a programme and,
/// by programme, of the network. Adults by name are of links and schools; who runs a programme
/// finds them there.
final class RecordsHandler {
  private enum By {
    SESSIONS,
    LINKS,
    SCHOOLS,
    CLASSES,
    ADULTS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<By> OF_LINK = List.of(By.SESSIONS, By.CLASSES, By.ADULTS);
  private static final List<By> OF_SCHOOL = List.of(By.SESSIONS, By.LINKS, By.CLASSES, By.ADULTS);
  private static final List<By> OF_PROGRAMME =
      List.of(By.LINKS, By.SCHOOLS, By.CLASSES, By.SESSIONS);

  private final Links links;
  private final Schools schools;
  private final Programmes programmes;
  private final Attendance attendance;
  private final Tallies tallies;

  RecordsHandler(Links links, Records records) {
    this.links = links;
    this.schools = new Schools(records);
    this.programmes = new Programmes(records);
    this.attendance = new Attendance(records);
    this.tallies = new Tallies(records);
  }

  void routes(Routes routes) {
    SheetPages.add(routes, "/links/:link/records", Who.signedIn(), this::link);
    SheetPages.add(routes, "/schools/:school/records", Who.signedIn(), this::school);
    SheetPages.add(routes, "/programmes/:programme/records", Who.signedIn(), this::programme);
    SheetPages.add(routes, "/network/records", Who.having(Role.Kind.COORDINATOR), this::network);
  }

  private Shown link(Visit visit) {
    var link = LinkHandler.link(visit, links);
    var place = new Place(Place.Kind.LINK, link.id(), link.year());
    var model = new HashMap<String, Object>(Map.of("link", link));
    return shown(visit, place, OF_LINK, link.title(), model);
  }

  private Shown school(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    var place = new Place(Place.Kind.SCHOOL, school.id(), SheetPages.year(visit));
    var model = new HashMap<String, Object>(Map.of("school", school));
    return shown(visit, place, OF_SCHOOL, school.name(), model);
  }

  private Shown programme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var place = new Place(Place.Kind.PROGRAMME, programme.id(), SheetPages.year(visit));
    var model = new HashMap<String, Object>(Map.of("programme", programme));
    return shown(visit, place, OF_PROGRAMME, programme.name(), model);
  }

  private Shown network(Visit visit) {
    int year = SheetPages.year(visit);
    var words = visit.words();
    var table = new Tables(words).programmes(tallies.programmes(year).await(), year);
    var title = words.say("records.title.programmes", SchoolYear.name(year));
    var known = attendance.years().await();
    return new Shown(
        new Sheet(title, List.of(table), notes(visit, "programmes")),
        Map.of("year", Integer.toString(year)),
        Map.of("years", SheetPages.years(visit, known, year, Map.of())));
  }

  private Shown shown(
      Visit visit, Place place, List<By> ways, String name, Map<String, Object> model) {
    var by =
        ways.stream()
            .filter(way -> way.word().equals(visit.query("by")))
            .findFirst()
            .orElse(ways.getFirst());
    model.put("ways", ways.stream().map(way -> choice(visit, place, way, way == by)).toList());
    if (place.kind() != Place.Kind.LINK) {
      var known = attendance.years(place.kind(), place.id()).await();
      model.put("years", SheetPages.years(visit, known, place.year(), Map.of("by", by.word())));
    }
    String title =
        visit.words().say("records.title." + by.word(), name, SchoolYear.name(place.year()));
    return new Shown(
        new Sheet(title, List.of(table(visit, by, place)), notes(visit, by.word())),
        asked(place, by),
        model);
  }

  private static Map<String, String> asked(Place place, By by) {
    return Map.of("by", by.word(), "year", Integer.toString(place.year()));
  }

  private static Choice choice(Visit visit, Place place, By by, boolean now) {
    return new Choice(
        SheetPages.query(asked(place, by)), visit.words().say("records.by." + by.word()), now);
  }

  private static List<String> notes(Visit visit, String by) {
    var words = visit.words();
    return List.of(words.say("records.note." + by), words.say("records.note.knows"));
  }

  private Table table(Visit visit, By by, Place place) {
    var tables = new Tables(visit.words());
    return switch (by) {
      case SESSIONS -> tables.sessions(attendance.sessions(place).await());
      case LINKS -> tables.links(tallies.links(place).await());
      case SCHOOLS ->
          tables.schools(tallies.schools(place.id(), place.year()).await(), place.year());
      case CLASSES -> tables.classes(tallies.classes(place).await());
      case ADULTS -> tables.adults(attendance.adults(place).await());
    };
  }
}
