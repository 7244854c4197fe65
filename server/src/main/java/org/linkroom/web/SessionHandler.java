package org.linkroom.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linkroom.activity.RunPlan;
import org.linkroom.check.Tickets;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.room.ServerCommand;
import org.linkroom.session.ForBoth;
import org.linkroom.session.LeaderAnswers;
import org.linkroom.session.Lessons;
import org.linkroom.session.Lessons.Chosen;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;
import org.linkroom.session.Swap;
import org.linkroom.session.Transitions;

/// A session's page: say yes to it, call it off. Whoever waits in its lobby is told at once.
final class SessionHandler {
  private final Links links;
  private final Sessions sessions;
  private final RoomsTold told;
  private final Tickets tickets;
  private final LeaderAnswers leaders;
  private final ForBoth forBoth;
  private final Lessons lessons;
  private final ParcelsCome come;

  SessionHandler(
      Links links,
      Sessions sessions,
      RoomsTold told,
      Tickets tickets,
      LeaderAnswers leaders,
      ForBoth forBoth,
      Lessons lessons,
      ParcelsCome come) {
    this.come = come;
    this.lessons = lessons;
    this.forBoth = forBoth;
    this.links = links;
    this.sessions = sessions;
    this.told = told;
    this.tickets = tickets;
    this.leaders = leaders;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session", Who.signedIn(), this::show);
    routes.post("/sessions/:session/accept", Who.signedIn(), this::accept);
    routes.post("/sessions/:session/cancel", Who.signedIn(), this::cancel);
  }

  /// A session and its link, if the visitor may know of them.
  record Found(Session session, LinkView link) {}

  static Found found(Visit visit, Sessions sessions, Links links) {
    var session = sessions.find(visit.id("session")).await().orElseThrow(Problem::notFound);
    var link =
        links
            .find(session.link())
            .await()
            .filter(l -> l.shownTo(visit.me()))
            .orElseThrow(Problem::notFound);
    return new Found(session, link);
  }

  /// The same, if the visitor may plan for one of its classes. What stands beside a session follows
  /// it and is planned by nobody.
  static Found planner(Visit visit, Sessions sessions, Links links) {
    var found = found(visit, sessions, links);
    if (!found.link().plans(visit.me()) || found.session().taught() != null) {
      throw Problem.notFound();
    }
    return found;
  }

  private void show(Visit visit) {
    var found = found(visit, sessions, links);
    var beside = found.session().beside();
    if (beside != null) {
      visit.go("/sessions/" + beside);
      return;
    }
    visit.page("session/session.ftlh", model(visit, found));
  }

  private Map<String, Object> model(Visit visit, Found found) {
    var model = new HashMap<>(seen(visit, found));
    var lesson = lessons.chosen(found.session().id()).await().map(Chosen::plan);
    model.put("lesson", lesson.stream().toList());
    model.put(
        "swaps", lesson.filter(RunPlan::swaps).map(is -> Swap.of(found.link())).orElse(List.of()));
    model.put("rooms", sessions.beside(found.session().id()).await());
    return model;
  }

  private Map<String, Object> seen(Visit visit, Found found) {
    return Map.of(
        "row", new SessionRow(found.session(), found.link(), visit.me(), visit.now()),
        "link", found.link(),
        "leaders", leaders.of(found.session().id()).await(),
        "decided", forBoth.of(found.session()).await().stream().toList(),
        "decides", ForBothHandler.may(found, visit),
        "leads", leads(found, visit),
        "tickets", tickets.of(found.session().id()).await(),
        "come", come.of(found.link(), visit),
        "plans", found.link().plans(visit.me()));
  }

  private static boolean leads(Found found, Visit visit) {
    return found.session().linkUp()
        && found.link().classes().stream()
            .anyMatch(c -> visit.me().of(c.school(), LeaderHandler.LEADERS));
  }

  private void accept(Visit visit) {
    var found = planner(visit, sessions, links);
    var session = found.session();
    var mine = found.link().mine(visit.me()).stream().map(ClassView::id).toList();
    boolean twice = session.state() == SessionState.AGREED && pressedBefore(visit, session);
    boolean done =
        twice
            || (fresh(visit, session)
                && session.waitsFor(mine)
                && sessions.go(session, Transitions.Event.ACCEPT, "").await());
    if (!done) {
      throw Problem.changed(path(session));
    }
    visit.go(path(session));
  }

  private void cancel(Visit visit) {
    var found = planner(visit, sessions, links);
    var session = found.session();
    String why = visit.form().optionalText("why", 300);
    if (!visit.form().good()) {
      visit.again("session/session.ftlh", model(visit, found));
      return;
    }
    boolean twice =
        session.state() == SessionState.CANCELLED
            && session.why().equals(why)
            && pressedBefore(visit, session);
    if (!twice) {
      if (!fresh(visit, session) || !sessions.go(session, Transitions.Event.CANCEL, why).await()) {
        throw Problem.changed(path(session));
      }
      String words = visit.words().say("session.cancelled.board");
      told.say(session, new ServerCommand.Cancelled(words));
    }
    visit.go(path(session));
  }

  static String path(Session session) {
    return "/sessions/" + session.id();
  }

  /// Tell whether nobody has changed the session since the form was opened.
  static boolean fresh(Visit visit, Session session) {
    return visit.form().raw("turn").equals(Integer.toString(session.turn()));
  }

  /// Tell whether exactly one change has been made since the form was opened: with the same outcome
  /// it was this form's, whose button was pressed twice.
  static boolean pressedBefore(Visit visit, Session session) {
    return visit.form().raw("turn").equals(Integer.toString(session.turn() - 1));
  }
}
