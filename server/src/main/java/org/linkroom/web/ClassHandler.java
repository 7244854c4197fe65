package org.linkroom.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.Adults;
import org.linkroom.network.Classes;
import org.linkroom.network.SchoolView;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Audit;

/// A school's classes: a new one with its lead teacher by her mail address, what is on record of
/// it, another lead teacher, and putting it away.
final class ClassHandler {
  private static final int OLDEST = 13;
  private static final int MOST = 60;

  private final Schools schools;
  private final Classes classes;
  private final Adults adults;
  private final Rooms rooms;
  private final Audit audit;

  ClassHandler(Schools schools, Classes classes, Adults adults, Rooms rooms, Audit audit) {
    this.schools = schools;
    this.classes = classes;
    this.adults = adults;
    this.rooms = rooms;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/schools/:school/classes/new", Who.signedIn(), this::blank);
    routes.post("/schools/:school/classes/new", Who.signedIn(), this::make);
    routes.get("/classes/:class/change", Who.signedIn(), this::form);
    routes.post("/classes/:class/change", Who.signedIn(), this::change);
    routes.post("/classes/:class/lead", Who.signedIn(), this::lead);
    routes.post("/classes/:class/archive", Who.signedIn(), this::archive);
    routes.post("/classes/:class/restore", Who.signedIn(), this::restore);
  }

  private record Found(SchoolView school, Classes.Kept kept) {}

  /// The class that the path names, if the visitor may change what is on record of it.
  private Found found(Visit visit) {
    var kept = classes.find(visit.id("class")).await().orElseThrow(Problem::notFound);
    var school =
        schools
            .find(kept.school())
            .await()
            .filter(s -> s.keptBy(visit.me()))
            .orElseThrow(Problem::notFound);
    return new Found(school, kept);
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

  private static Classes.Draft draft(Form form, SchoolView school, int year) {
    return new Classes.Draft(
        form.line("label", 120),
        form.number("yeargroup", school.phase().equals("partner") ? -1 : 0, OLDEST),
        form.number("size", 1, MOST),
        form.optionalLine("motto", 120),
        year);
  }

  private void make(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    var form = visit.form();
    var draft = draft(form, school, SchoolYear.at(visit.now()));
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

  private static Map<String, @Nullable Object> model(Found found) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("school", found.school());
    model.put("class", found.kept());
    model.put("year", SchoolYear.name(found.kept().year()));
    return model;
  }

  private void form(Visit visit) {
    visit.page("network/class-change.ftlh", model(found(visit)));
  }

  private void change(Visit visit) {
    var found = found(visit);
    var draft = draft(visit.form(), found.school(), found.kept().year());
    if (visit.form().good() && !classes.change(found.kept().id(), draft).await()) {
      visit.form().wrong("label", "network.class.there");
    }
    if (!visit.form().good()) {
      visit.again("network/class-change.ftlh", model(found));
      return;
    }
    done(visit, found, "class.change");
  }

  /// Who led it before is no longer an adult of the class: the rooms that she is in let her go.
  private void lead(Visit visit) {
    var found = found(visit);
    String name = visit.form().line("lead", 120);
    String email = visit.form().email("email");
    if (!visit.form().good()) {
      visit.again("network/class-change.ftlh", model(found));
      return;
    }
    Id next = adults.known(name, email).await();
    classes.lead(found.kept().id(), next).await();
    if (!next.equals(found.kept().lead())) {
      rooms.signedOut(found.kept().lead());
    }
    done(visit, found, "class.lead");
  }

  private void archive(Visit visit) {
    var found = found(visit);
    if (!classes.archive(found.kept().id()).await()) {
      throw Problem.saying(409, "network.linked");
    }
    done(visit, found, "class.archive");
  }

  private void restore(Visit visit) {
    var found = found(visit);
    classes.restore(found.kept().id()).await();
    done(visit, found, "class.restore");
  }

  private void done(Visit visit, Found found, String what) {
    audit.write(visit.me().id(), what, found.kept().id().text()).await();
    visit.go("/schools/" + found.school().id());
  }
}
