package org.linkroom.web;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.room.Rooms;
import org.linkroom.room.ServerCommand;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;
import org.linkroom.session.Transitions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Planning a link-up: propose, accept, propose another time, call it off. Whoever waits in the
/// session's lobby is told at once.
final class SessionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SessionHandler.class);
  private static final Set<String> MINUTES = Set.of("30", "40", "45", "60", "other");

  private final Links links;
  private final Sessions sessions;
  private final RoomPlans plans;
  private final Rooms rooms;

  SessionHandler(Links links, Sessions sessions, RoomPlans plans, Rooms rooms) {
    this.links = links;
    this.sessions = sessions;
    this.plans = plans;
    this.rooms = rooms;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/sessions/new", Who.signedIn(), this::blank);
    routes.post("/links/:link/sessions/new", Who.signedIn(), this::propose);
    routes.get("/sessions/:session", Who.signedIn(), this::show);
    routes.post("/sessions/:session/accept", Who.signedIn(), this::accept);
    routes.get("/sessions/:session/move", Who.signedIn(), this::otherTime);
    routes.post("/sessions/:session/move", Who.signedIn(), this::move);
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

  private Found planner(Visit visit) {
    var found = found(visit, sessions, links);
    if (!found.link().plans(visit.me())) {
      throw Problem.notFound();
    }
    return found;
  }

  private LinkView planned(Visit visit) {
    var link = LinkHandler.link(visit, links);
    if (!link.plans(visit.me())) {
      throw Problem.notFound();
    }
    return link;
  }

  private void blank(Visit visit) {
    var link = planned(visit);
    visit.page("session/new.ftlh", Map.of("link", link, "today", today(visit)));
  }

  private static String today(Visit visit) {
    return visit.now().atZone(SchoolClock.LONDON).toLocalDate().toString();
  }

  /// Read the time and length of a form; what is wrong is told beside the field.
  private static Instant starts(Visit visit) {
    var form = visit.form();
    if (form.raw("when").equals("now")) {
      return SchoolClock.thisMinute(visit.now());
    }
    return switch (SchoolClock.read(form.raw("day"), form.raw("clock"), visit.now())) {
      case SchoolClock.Typed.At at -> at.instant();
      case SchoolClock.Typed.Wrong wrong -> {
        form.wrong(wrong.field(), wrong.key());
        yield visit.now();
      }
    };
  }

  private static int minutes(Visit visit) {
    String choice = visit.form().choice("minutes", MINUTES);
    return choice.equals("other")
        ? visit.form().number("otherminutes", 5, 120)
        : MINUTES.contains(choice) ? Integer.parseInt(choice) : 40;
  }

  private void propose(Visit visit) {
    var link = planned(visit);
    Instant starts = starts(visit);
    int minutes = minutes(visit);
    String note = visit.form().optional("note", 1000);
    if (!visit.form().good()) {
      visit.again("session/new.ftlh", Map.of("link", link, "today", today(visit)));
      return;
    }
    var id =
        sessions
            .propose(
                new Sessions.Draft(
                    "link-up",
                    link.id(),
                    starts,
                    minutes,
                    note,
                    visit.me().id(),
                    link.mine(visit.me()).getFirst().id()))
            .await();
    visit.go("/sessions/" + id);
  }

  private void show(Visit visit) {
    var found = found(visit, sessions, links);
    visit.page(
        "session/session.ftlh",
        Map.of(
            "row", SessionRow.of(found.session(), found.link(), visit.me(), visit.now()),
            "link", found.link(),
            "plans", found.link().plans(visit.me()),
            "covers", mayCover(found, visit)));
  }

  private static boolean mayCover(Found found, Visit visit) {
    return !found.session().state().over()
        && found.link().classes().stream().anyMatch(c -> found.link().mayCover(visit.me(), c.id()));
  }

  private void accept(Visit visit) {
    var found = planner(visit);
    guard(visit, found.session());
    boolean own =
        found.link().mine(visit.me()).stream()
            .anyMatch(c -> c.id().equals(found.session().byClass()));
    boolean done = !own && sessions.go(found.session(), Transitions.Event.ACCEPT, "").await();
    if (!done) {
      throw Problem.changed();
    }
    visit.go("/sessions/" + found.session().id());
  }

  private void otherTime(Visit visit) {
    var found = planner(visit);
    visit.page("session/move.ftlh", moveModel(found, visit));
  }

  private static Map<String, Object> moveModel(Found found, Visit visit) {
    return Map.of("session", found.session(), "link", found.link(), "today", today(visit));
  }

  /// Another time is a proposal again, which the other class accepts.
  private void move(Visit visit) {
    var found = planner(visit);
    guard(visit, found.session());
    Instant starts = starts(visit);
    int minutes = minutes(visit);
    if (!visit.form().good()) {
      visit.again("session/move.ftlh", moveModel(found, visit));
      return;
    }
    var mine = found.link().mine(visit.me()).getFirst();
    if (!sessions.move(found.session(), starts, minutes, mine.id(), visit.me()).await()) {
      throw Problem.changed();
    }
    var moved = sessions.find(found.session().id()).await().orElseThrow(Problem::notFound);
    tell(moved, new ServerCommand.Planned(plans.plan(moved).await()));
    visit.go("/sessions/" + moved.id());
  }

  private void cancel(Visit visit) {
    var found = planner(visit);
    guard(visit, found.session());
    String why = visit.form().optional("why", 300);
    if (!visit.form().good()
        || !sessions.go(found.session(), Transitions.Event.CANCEL, why).await()) {
      throw Problem.changed();
    }
    tell(
        found.session(), new ServerCommand.Cancelled(visit.words().say("session.cancelled.board")));
    visit.go("/sessions/" + found.session().id());
  }

  /// A form that was opened before somebody else's change is told so.
  private static void guard(Visit visit, Session session) {
    if (!visit.form().raw("turn").equals(Integer.toString(session.turn()))) {
      throw Problem.changed();
    }
  }

  /// A room that nobody has been in yet reads its plan when somebody comes; so a lost word here is
  /// only worth a line.
  private void tell(Session session, ServerCommand command) {
    rooms
        .tell(session.id(), command)
        .onFailure(
            fault -> LOG.info("session={} told=no why={}", session.id(), fault.getMessage()));
  }
}
