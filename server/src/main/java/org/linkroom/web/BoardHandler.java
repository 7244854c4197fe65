package org.linkroom.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.entry.Boards;
import org.linkroom.network.ClassView;
import org.linkroom.network.Links;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.safety.Audit;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// A classroom's board that is enrolled for the year: it opens today's lobby by one press and holds
/// no key.
final class BoardHandler {
  private final Links links;
  private final Sessions sessions;
  private final Boards boards;
  private final Doorstep doorstep;
  private final Audit audit;

  BoardHandler(Links links, Sessions sessions, Boards boards, Doorstep doorstep, Audit audit) {
    this.links = links;
    this.sessions = sessions;
    this.boards = boards;
    this.doorstep = doorstep;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/classes/:class/board", Who.signedIn(), this::show);
    routes.post("/classes/:class/board", Who.signedIn(), this::enrol);
    routes.post("/classes/:class/board/end", Who.signedIn(), this::end);
    routes.get("/today", Who.anyone(), this::today);
    routes.post("/today/:session", Who.anyone(), this::open);
  }

  private ClassView mine(Visit visit) {
    var id = visit.id("class");
    var found = links.schoolClass(id).await().orElseThrow(Problem::notFound);
    if (!visit.me().classes().contains(id)) {
      throw Problem.notFound();
    }
    return found;
  }

  private void show(Visit visit) {
    var ours = mine(visit);
    visit.page("entry/board.ftlh", Map.of("ours", ours, "boards", boards.count(ours.id()).await()));
  }

  private void enrol(Visit visit) {
    var ours = mine(visit);
    String cookie = boards.enrol(ours.id(), visit.me().id(), visit.now()).await();
    audit.write(visit.me().id(), "board.enrol", ours.id().text()).await();
    visit.keep("board", cookie, Duration.between(visit.now(), Boards.yearEnds(visit.now())));
    visit.go("/today");
  }

  private void end(Visit visit) {
    var ours = mine(visit);
    boards.endAll(ours.id()).await();
    audit.write(visit.me().id(), "board.end", ours.id().text()).await();
    visit.forget("board");
    visit.go("/classes/" + ours.id() + "/board");
  }

  private Id classOf(Visit visit) {
    return visit
        .cookie("board")
        .flatMap(cookie -> boards.classOf(cookie).await())
        .orElseThrow(() -> Problem.saying(404, "problem.noboard"));
  }

  private void today(Visit visit) {
    var classId = classOf(visit);
    List<Session> today =
        boards.today(classId, visit.now()).await().stream()
            .flatMap(id -> sessions.find(id).await().stream())
            .toList();
    var ours = links.schoolClass(classId).await().orElseThrow(Problem::notFound);
    visit.page("entry/today.ftlh", Map.of("ours", ours, "sessions", today));
  }

  private void open(Visit visit) {
    var classId = classOf(visit);
    var wanted = visit.id("session");
    if (!boards.today(classId, visit.now()).await().contains(wanted)) {
      throw Problem.notFound();
    }
    var session = sessions.find(wanted).await().orElseThrow(Problem::notFound);
    doorstep.enterClass(
        visit,
        session,
        new Doorstep.Entrant(
            classId,
            null,
            visit.words().say("device.board"),
            PassRole.DEVICE,
            Screen.CLASS,
            DeviceKind.BOARD,
            false));
  }
}
