package org.linkroom.web;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.network.Classes;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.network.SchoolView;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.safety.Erasing;
import org.linkroom.safety.Holding;

/// What is on record of a link, class or school, as a file to keep; and taking all of it out.
final class EraseHandler {
  private final Links links;
  private final Schools schools;
  private final Classes classes;
  private final Erasing erasing;
  private final Audit audit;

  EraseHandler(Links links, Schools schools, Classes classes, Erasing erasing, Audit audit) {
    this.links = links;
    this.schools = schools;
    this.classes = classes;
    this.erasing = erasing;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/held", Who.signedIn(), visit -> show(visit, link(visit)));
    routes.get("/links/:link/export", Who.signedIn(), visit -> export(visit, link(visit)));
    routes.post("/links/:link/erase", Who.signedIn(), visit -> erase(visit, link(visit)));
    routes.get("/classes/:class/held", Who.signedIn(), visit -> show(visit, ofClass(visit)));
    routes.get("/classes/:class/export", Who.signedIn(), visit -> export(visit, ofClass(visit)));
    routes.post("/classes/:class/erase", Who.signedIn(), visit -> erase(visit, ofClass(visit)));
    routes.get("/schools/:school/held", Who.signedIn(), visit -> show(visit, school(visit)));
    routes.get("/schools/:school/export", Who.signedIn(), visit -> export(visit, school(visit)));
    routes.post("/schools/:school/erase", Who.signedIn(), visit -> erase(visit, school(visit)));
  }

  /// What is asked for, by somebody who may.
  ///
  /// @param word link, class or school
  /// @param erases whether the visitor may take it out: she runs its programme
  /// @param after where to go once it is gone
  public record Wanted(
      Holding of, String word, Id id, String name, String path, boolean erases, String after) {}

  private Wanted link(Visit visit) {
    LinkView link = LinkHandler.link(visit, links);
    boolean runs = visit.me().runs(link.programme());
    boolean heads =
        link.classes().stream()
            .anyMatch(c -> visit.me().of(c.school(), Set.of(Role.Kind.HEADTEACHER)));
    if (!runs && !heads) {
      throw Problem.notFound();
    }
    String after = "/programmes/" + link.programme() + "/links";
    return new Wanted(
        Holding.LINK, "link", link.id(), link.title(), "/links/" + link.id(), runs, after);
  }

  private SchoolView decided(Visit visit, Id id) {
    return schools
        .find(id)
        .await()
        .filter(found -> found.decidedBy(visit.me()))
        .orElseThrow(Problem::notFound);
  }

  private Wanted ofClass(Visit visit) {
    var found = classes.find(visit.id("class")).await().orElseThrow(Problem::notFound);
    var school = decided(visit, found.school());
    boolean runs = visit.me().runs(school.programme());
    String after = "/schools/" + school.id();
    return new Wanted(
        Holding.CLASS, "class", found.id(), found.label(), "/classes/" + found.id(), runs, after);
  }

  private Wanted school(Visit visit) {
    var school = decided(visit, visit.id("school"));
    boolean runs = visit.me().runs(school.programme());
    String after = "/programmes/" + school.programme();
    return new Wanted(
        Holding.SCHOOL,
        "school",
        school.id(),
        school.name(),
        "/schools/" + school.id(),
        runs,
        after);
  }

  private Map<String, Object> model(Wanted wanted) {
    return Map.of(
        "wanted", wanted,
        "counts", erasing.count(wanted.of(), wanted.id()).await(),
        "hindrance", erasing.hindrance(wanted.of(), wanted.id()).await());
  }

  private void show(Visit visit, Wanted wanted) {
    visit.page("safety/held.ftlh", model(wanted));
  }

  private void export(Visit visit, Wanted wanted) {
    var json = erasing.export(wanted.of(), wanted.id()).await();
    audit.write(visit.me().id(), "export.made", wanted.id().text()).await();
    visit.file("application/json", wanted.word() + ".json", Buffer.buffer(json.encodePrettily()));
  }

  /// Whoever takes it out types its name, so that no finger slips.
  private void erase(Visit visit, Wanted wanted) {
    if (!wanted.erases()) {
      throw Problem.notFound();
    }
    if (!erasing.hindrance(wanted.of(), wanted.id()).await().isEmpty()) {
      throw Problem.saying(409, "erase.notyet");
    }
    String name = visit.form().line("name", 250);
    if (visit.form().good() && !name.equals(wanted.name())) {
      visit.form().wrong("name", "erase.name.wrong", wanted.name());
    }
    if (!visit.form().good()) {
      visit.again("safety/held.ftlh", model(wanted));
      return;
    }
    // While it is still there, so that the line is read where it belongs.
    audit.write(visit.me().id(), "erased." + wanted.word(), wanted.id().text()).await();
    erasing.erase(wanted.of(), wanted.id()).await();
    visit.go(wanted.after());
  }
}
