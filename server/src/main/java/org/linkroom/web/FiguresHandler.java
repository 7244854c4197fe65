package org.linkroom.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolYear;
import org.linkroom.people.Role;
import org.linkroom.records.Records;
import org.linkroom.report.Attendance;
import org.linkroom.report.Figures;
import org.linkroom.report.Place;
import org.linkroom.report.Sheet;
import org.linkroom.report.Sums;
import org.linkroom.web.SheetPages.Shown;

/// Yearly figures for those who pay for linking: of a programme for its team, of all for who runs
/// the network.
final class FiguresHandler {
  private final Programmes programmes;
  private final Figures figures;
  private final Attendance attendance;

  FiguresHandler(Records records) {
    programmes = new Programmes(records);
    figures = new Figures(records);
    attendance = new Attendance(records);
  }

  void routes(Routes routes) {
    SheetPages.add(routes, "/programmes/:programme/figures", Who.signedIn(), this::programme);
    SheetPages.add(routes, "/network/figures", Who.having(Role.Kind.COORDINATOR), this::network);
  }

  private Shown programme(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var known = attendance.years(Place.Kind.PROGRAMME, programme.id()).await();
    var model = new HashMap<String, Object>(Map.of("programme", programme));
    return shown(visit, programme.id(), programme.name(), known, model);
  }

  private Shown network(Visit visit) {
    var known = attendance.years().await();
    return shown(visit, null, visit.words().say("figures.network"), known, new HashMap<>());
  }

  private Shown shown(
      Visit visit,
      @Nullable Id programme,
      String name,
      List<Integer> known,
      Map<String, Object> model) {
    var words = visit.words();
    int year = SheetPages.year(visit);
    var sums = figures.of(programme, year, SchoolYear.day(visit.now())).await();
    model.put("years", SheetPages.years(visit, known, year, Map.of()));
    var sheet =
        new Sheet(
            words.say("figures.title", name, SchoolYear.name(year)),
            new Sums(words).of(sums),
            List.of(
                words.say("figures.note.counts"),
                words.say("figures.note.places"),
                words.say("figures.note.items")));
    return new Shown(sheet, Map.of("year", Integer.toString(year)), model);
  }
}
