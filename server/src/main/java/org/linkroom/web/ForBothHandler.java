package org.linkroom.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.network.Links;
import org.linkroom.room.ServerCommand;
import org.linkroom.safety.Audit;
import org.linkroom.session.ForBoth;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;

/// Who runs a programme moves a planned link-up for both classes, or calls it off, with a reason
/// that both read. What there is to know of the time comes first, as it does for teachers.
final class ForBothHandler {
  private static final String PAGE = "session/for-both.ftlh";

  private final Needs of;

  /// What it needs.
  record Needs(
      Links links,
      Sessions sessions,
      ForBoth forBoth,
      RoomsTold told,
      Foresight foresight,
      Audit audit) {}

  ForBothHandler(Needs of) {
    this.of = of;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/for-both", Who.signedIn(), this::form);
    routes.post("/sessions/:session/for-both", Who.signedIn(), this::move);
    routes.post("/sessions/:session/for-both/off", Who.signedIn(), this::callOff);
  }

  /// Tell whether somebody may decide of a session for both its classes.
  static boolean may(SessionHandler.Found found, Visit visit) {
    return visit.me().runs(found.link().programme()) && found.session().settles();
  }

  private SessionHandler.Found run(Visit visit) {
    var found = SessionHandler.found(visit, of.sessions(), of.links());
    if (!visit.me().runs(found.link().programme())) {
      throw Problem.notFound();
    }
    return found;
  }

  /// The same, while there is still something to decide.
  private SessionHandler.Found open(Visit visit) {
    var found = run(visit);
    if (!may(found, visit)) {
      throw Problem.changed(SessionHandler.path(found.session()));
    }
    return found;
  }

  private Map<String, @Nullable Object> model(Visit visit, SessionHandler.Found found) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("link", found.link());
    model.put("session", found.session());
    model.put("today", visit.now().atZone(SchoolClock.LONDON).toLocalDate().toString());
    model.put("slots", of.foresight().slots(found.link(), visit.now()));
    return model;
  }

  private void form(Visit visit) {
    visit.page(PAGE, model(visit, open(visit)));
  }

  private void move(Visit visit) {
    var found = open(visit);
    var session = found.session();
    Instant starts = PlannedTime.starts(visit);
    int minutes = PlannedTime.minutes(visit);
    String why = visit.form().text("why", 300);
    if (!visit.form().good()) {
      visit.again(PAGE, model(visit, found));
      return;
    }
    var first = of.foresight().first(visit, found.link(), starts, minutes, session);
    if (first != null) {
      var model = model(visit, found);
      model.putAll(first);
      visit.page(PAGE, model);
      return;
    }
    boolean twice =
        SessionHandler.pressedBefore(visit, session)
            && session.starts().equals(starts)
            && session.minutes() == minutes;
    if (!twice && !moved(visit, session, starts, minutes, why)) {
      overtaken(visit);
      return;
    }
    visit.go(SessionHandler.path(session));
  }

  private boolean moved(Visit visit, Session session, Instant starts, int minutes, String why) {
    var by = new ForBoth.By(visit.me().id(), why, visit.now());
    if (!SessionHandler.fresh(visit, session)
        || !of.forBoth().move(session, starts, minutes, by).await()) {
      return false;
    }
    of.audit().write(visit.me().id(), "session.settle", session.id().text()).await();
    of.told().planned(of.sessions().find(session.id()).await().orElseThrow(Problem::notFound));
    return true;
  }

  /// Somebody changed it while the form was open: she reads how it stands and keeps what she typed.
  private void overtaken(Visit visit) {
    var found = open(visit);
    visit.form().wrong("when", "session.moved", Times.when(found.session().starts()));
    var model = model(visit, found);
    model.put("turn", found.session().turn());
    visit.page(409, PAGE, model);
  }

  private void callOff(Visit visit) {
    var found = run(visit);
    var session = found.session();
    String why = visit.form().text("offwhy", 300);
    boolean twice =
        session.state() == SessionState.CANCELLED
            && session.why().equals(why)
            && SessionHandler.pressedBefore(visit, session);
    if (!twice && !may(found, visit)) {
      throw Problem.changed(SessionHandler.path(session));
    }
    if (!visit.form().good()) {
      visit.again(PAGE, model(visit, found));
      return;
    }
    var by = new ForBoth.By(visit.me().id(), why, visit.now());
    if (!twice) {
      if (!SessionHandler.fresh(visit, session) || !of.forBoth().callOff(session, by).await()) {
        throw Problem.changed(SessionHandler.path(session));
      }
      of.audit().write(visit.me().id(), "session.off", session.id().text()).await();
      String words = visit.words().say("session.cancelled.board");
      of.told().say(session, new ServerCommand.Cancelled(words));
    }
    visit.go(SessionHandler.path(session));
  }
}
