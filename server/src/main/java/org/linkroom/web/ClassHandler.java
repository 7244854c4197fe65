package org.linkroom.web;

import java.util.Map;
import org.linkroom.network.Adults;
import org.linkroom.network.Classes;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.safety.Audit;

/// A school's new class, with its lead teacher by her mail address.
final class ClassHandler {
  private static final int OLDEST = 13;
  private static final int MOST = 60;

  private final Schools schools;
  private final Classes classes;
  private final Adults adults;
  private final Audit audit;

  ClassHandler(Schools schools, Classes classes, Adults adults, Audit audit) {
    this.schools = schools;
    this.classes = classes;
    this.adults = adults;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/schools/:school/classes/new", Who.signedIn(), this::blank);
    routes.post("/schools/:school/classes/new", Who.signedIn(), this::make);
  }

  private Map<String, Object> model(Visit visit) {
    return Map.of(
        "school",
        SchoolHandler.kept(visit, schools),
        "year",
        SchoolYear.name(SchoolYear.at(visit.now())));
  }

  private void blank(Visit visit) {
    visit.page("network/class-new.ftlh", model(visit));
  }

  private void make(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    var form = visit.form();
    var draft =
        new Classes.Draft(
            form.line("label", 120),
            form.number("yeargroup", school.phase().equals("partner") ? -1 : 0, OLDEST),
            form.number("size", 1, MOST),
            form.optionalLine("motto", 120),
            SchoolYear.at(visit.now()));
    String lead = form.line("lead", 120);
    String email = form.email("email");
    var id = visit.made();
    if (form.good()
        && !classes.create(id, school.id(), draft, adults.known(lead, email).await()).await()) {
      form.wrong("label", "network.class.there");
    }
    if (!form.good()) {
      visit.again("network/class-new.ftlh", model(visit));
      return;
    }
    audit.write(visit.me().id(), "class.make", id.text()).await();
    visit.go("/schools/" + school.id());
  }
}
