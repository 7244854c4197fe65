package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.entry.CoverPasses;
import org.linkroom.entry.JoinCodes;
import org.linkroom.network.ClassView;
import org.linkroom.network.Links;
import org.linkroom.room.ServerCommand;
import org.linkroom.safety.Audit;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.Sessions;

/// Naming a cover adult, and the sheet to print: when, whom to ring, the codes.
final class CoverHandler {
  private final Links links;
  private final Sessions sessions;
  private final RoomPlans plans;
  private final JoinCodes codes;
  private final CoverPasses covers;
  private final Audit audit;
  private final RoomsTold told;

  CoverHandler(
      Links links,
      Sessions sessions,
      RoomPlans plans,
      JoinCodes codes,
      CoverPasses covers,
      Audit audit,
      RoomsTold told) {
    this.links = links;
    this.sessions = sessions;
    this.plans = plans;
    this.codes = codes;
    this.covers = covers;
    this.audit = audit;
    this.told = told;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/cover", Who.signedIn(), this::show);
    routes.post("/sessions/:session/cover", Who.signedIn(), this::make);
    routes.post("/sessions/:session/cover/withdraw", Who.signedIn(), this::withdraw);
    routes.get("/sessions/:session/sheet", Who.signedIn(), this::sheet);
  }

  private List<ClassView> mine(Visit visit, SessionHandler.Found found) {
    var mine =
        found.link().classes().stream()
            .filter(c -> found.link().mayCover(visit.me(), c.id()))
            .toList();
    if (mine.isEmpty() || found.session().state().over()) {
      throw Problem.notFound();
    }
    return mine;
  }

  private Map<String, Object> model(Visit visit, SessionHandler.Found found) {
    var mine = mine(visit, found);
    var ids = mine.stream().map(ClassView::id).toList();
    return Map.of(
        "session", found.session(),
        "link", found.link(),
        "mine", mine,
        "covers",
            covers.of(found.session().id()).await().stream()
                .filter(c -> ids.contains(c.classId()))
                .toList());
  }

  private void show(Visit visit) {
    visit.page("entry/cover.ftlh", model(visit, SessionHandler.found(visit, sessions, links)));
  }

  private void make(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    var mine = mine(visit, found);
    String name = visit.form().line("name", 60);
    var ours = GoInHandler.ours(visit, mine);
    if (!visit.form().good()) {
      visit.again("entry/cover.ftlh", model(visit, found));
      return;
    }
    var id = visit.made();
    var pass = new CoverPasses.Named(id, found.session().id(), ours.id(), name);
    if (covers.make(pass, visit.me().id()).await()) {
      audit.write(visit.me().id(), "cover-pass.make", id.text()).await();
    }
    visit.go("/sessions/" + found.session().id() + "/cover");
  }

  private void withdraw(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    var mine = mine(visit, found).stream().map(ClassView::id).toList();
    var wanted = visit.form().id("pass").orElseThrow(Problem::malformed);
    var taken =
        covers.of(found.session().id()).await().stream()
            .filter(c -> c.id().equals(wanted) && mine.contains(c.classId()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    covers.withdraw(wanted, visit.me().id()).await();
    audit.write(visit.me().id(), "cover-pass.withdraw", wanted.text()).await();
    told.say(
        found.session(), new ServerCommand.Withdrawn(taken.classId(), taken.id(), taken.shown()));
    visit.go("/sessions/" + found.session().id() + "/cover");
  }

  private void sheet(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    var mine = found.link().mine(visit.me());
    var ours = mine.isEmpty() ? mine(visit, found).getFirst() : mine.getFirst();
    plans.plan(found.session()).await();
    String code = codes.code(found.session().id(), ours.id()).await().orElse("");
    visit.page(
        "entry/sheet.ftlh",
        Map.of(
            "session", found.session(),
            "ours", ours,
            "partners",
                found.link().classes().stream().filter(c -> !c.id().equals(ours.id())).toList(),
            "code", code.isEmpty() ? "" : code.substring(0, 3) + " " + code.substring(3),
            "covers",
                covers.of(found.session().id()).await().stream()
                    .filter(c -> c.classId().equals(ours.id()))
                    .toList()));
  }
}
