package org.linkroom.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.day.HelpRequests;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.protocol.Audience;
import org.linkroom.safety.Audit;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// Asking for help: on the link's page, the session's, and in the room, where an adult who came by
/// a cover pass may ask too. The asker's page says who is coming.
final class HelpHandler {
  private static final Set<String> ABOUT = new HashSet<>(HelpRequests.ABOUT);

  private final Needs of;

  /// What it needs.
  record Needs(
      Links links,
      Sessions sessions,
      Programmes programmes,
      HelpRequests help,
      Doorstep doorstep,
      Audit audit) {}

  HelpHandler(Needs of) {
    this.of = of;
  }

  /// Who asks, and from where.
  private record Asker(
      LinkView link,
      @Nullable Session session,
      List<ClassView> mine,
      Id id,
      String name,
      String path,
      String back) {}

  void routes(Routes routes) {
    routes.get("/links/:link/help", Who.signedIn(), visit -> show(visit, onLink(visit)));
    routes.post("/links/:link/help", Who.signedIn(), visit -> ask(visit, onLink(visit)));
    routes.get("/sessions/:session/help", Who.signedIn(), visit -> show(visit, onSession(visit)));
    routes.post("/sessions/:session/help", Who.signedIn(), visit -> ask(visit, onSession(visit)));
    routes.get("/room/:session/:device/help", Who.anyone(), this::inRoom);
    routes.post("/room/:session/:device/help", Who.anyone(), this::askInRoom);
  }

  private Asker onLink(Visit visit) {
    var link = LinkHandler.link(visit, of.links());
    return signedIn(visit, link, null, "/links/" + link.id());
  }

  private Asker onSession(Visit visit) {
    var found = SessionHandler.found(visit, of.sessions(), of.links());
    var session = found.session();
    return signedIn(visit, found.link(), session, SessionHandler.path(session));
  }

  private static Asker signedIn(
      Visit visit, LinkView link, @Nullable Session session, String path) {
    var me = visit.me();
    return new Asker(link, session, link.mine(me), me.id(), me.name(), path + "/help", path);
  }

  private void inRoom(Visit visit) {
    var asker = roomAsker(visit);
    if (asker == null) {
      visit.page(401, "entry/no-pass.ftlh", Map.of("session", visit.id("session").text()));
    } else {
      show(visit, asker);
    }
  }

  private void askInRoom(Visit visit) {
    var asker = roomAsker(visit);
    if (asker == null) {
      throw Problem.saying(401, "problem.signin");
    }
    ask(visit, asker);
  }

  /// An adult whose pass this browser holds, on a screen that no child reads.
  private @Nullable Asker roomAsker(Visit visit) {
    var room = visit.id("session");
    var pass = of.doorstep().pass(visit, room, visit.id("device")).orElse(null);
    var person = pass == null ? null : pass.person();
    if (pass == null || person == null || pass.audience() == Audience.BOARD || pass.asks()) {
      return null;
    }
    var session = of.sessions().find(room).await().orElseThrow(Problem::notFound);
    var link = of.links().find(session.link()).await().orElseThrow(Problem::notFound);
    var mine = link.classes().stream().filter(c -> c.id().equals(pass.classId())).toList();
    String path = "/room/" + room + "/" + pass.device();
    return new Asker(link, session, mine, person, pass.name(), path + "/help", path);
  }

  private void show(Visit visit, Asker asker) {
    visit.page("day/help.ftlh", model(visit, asker));
  }

  private Map<String, @Nullable Object> model(Visit visit, Asker asker) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("link", asker.link());
    model.put(
        "asked", of.help().latest(asker.link().id(), asker.id(), visit.now()).await().orElse(null));
    model.put("action", asker.path());
    model.put("back", asker.back());
    var programme = of.programmes().find(asker.link().programme()).await();
    model.put("phone", programme.map(ProgrammeView::phone).orElse(""));
    model.put("email", programme.map(ProgrammeView::email).orElse(""));
    return model;
  }

  private void ask(Visit visit, Asker asker) {
    String about = visit.form().choice("about", ABOUT);
    if (!visit.form().good()) {
      visit.again("day/help.ftlh", model(visit, asker));
      return;
    }
    var session = asker.session();
    var request =
        new HelpRequests.New(
            visit.made(),
            asker.link().id(),
            session == null ? null : session.id(),
            asker.mine().isEmpty() ? null : asker.mine().getFirst().id(),
            asker.id(),
            asker.name(),
            about);
    if (of.help().ask(request, visit.now()).await()) {
      var who = visit.maybe().map(me -> me.id()).orElse(null);
      of.audit().write(who, "help.ask", request.id().text()).await();
    }
    visit.go(asker.path());
  }
}
