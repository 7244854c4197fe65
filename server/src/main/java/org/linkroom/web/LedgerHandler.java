package org.linkroom.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.records.Records;
import org.linkroom.report.Attendance;
import org.linkroom.report.Ledger;
import org.linkroom.report.Place;
import org.linkroom.report.Sheet;
import org.linkroom.report.Tables;
import org.linkroom.safety.Audit;
import org.linkroom.web.SheetPages.Shown;

/// The ledger of adults, for those who answer for a school's children and for nobody else. Each
/// look is written down, on the page and as a file alike.
final class LedgerHandler {
  private final Schools schools;
  private final Ledger ledger;
  private final Attendance attendance;
  private final Audit audit;

  LedgerHandler(Records records) {
    schools = new Schools(records);
    ledger = new Ledger(records);
    attendance = new Attendance(records);
    audit = new Audit(records);
  }

  void routes(Routes routes) {
    SheetPages.add(routes, "/schools/:school/ledger", Who.signedIn(), this::ledger);
  }

  private Shown ledger(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    if (!school.ledBy(visit.me())) {
      throw Problem.notFound();
    }
    var words = visit.words();
    int year = SheetPages.year(visit);
    String letters = visit.query("adult").strip();
    audit.write(visit.me().id(), "ledger.read", school.id().text()).await();
    var lines = ledger.lines(school.id(), year, letters).await();
    var asked = new HashMap<String, String>(Map.of("year", Integer.toString(year)));
    if (!letters.isEmpty()) {
      asked.put("adult", letters);
    }
    var known = attendance.years(Place.Kind.SCHOOL, school.id()).await();
    var model = new HashMap<String, Object>();
    model.put("school", school);
    model.put("years", SheetPages.years(visit, known, year, asked));
    model.put("adult", letters);
    model.put("year", year);
    String title = words.say("records.title.ledger", school.name(), SchoolYear.name(year));
    var notes = List.of(words.say("records.note.ledger"), words.say("records.note.names"));
    return new Shown(
        new Sheet(title, List.of(new Tables(words).ledger(lines)), notes), asked, model);
  }
}
