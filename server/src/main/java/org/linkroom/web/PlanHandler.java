package org.linkroom.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;

/// Planning a link-up: propose a time, and propose another.
final class PlanHandler {
  private final Links links;
  private final Sessions sessions;
  private final RoomsTold told;
  private final Foresight foresight;
  private final LinkStory story;
  private final PlannedLesson lesson;

  PlanHandler(
      Links links,
      Sessions sessions,
      RoomsTold told,
      Foresight foresight,
      LinkStory story,
      PlannedLesson lesson) {
    this.lesson = lesson;
    this.story = story;
    this.links = links;
    this.sessions = sessions;
    this.told = told;
    this.foresight = foresight;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/sessions/new", Who.signedIn(), this::blank);
    routes.post("/links/:link/sessions/new", Who.signedIn(), this::propose);
    routes.get("/sessions/:session/move", Who.signedIn(), this::otherTime);
    routes.post("/sessions/:session/move", Who.signedIn(), this::move);
  }

  private LinkView planned(Visit visit) {
    var link = LinkHandler.link(visit, links);
    if (!link.plans(visit.me())) {
      throw Problem.notFound();
    }
    if (!link.live() || !story.lacking(link, visit.now()).isEmpty()) {
      throw Problem.saying(409, "linking.plan.wait");
    }
    return link;
  }

  private void blank(Visit visit) {
    var link = planned(visit);
    visit.page("session/new.ftlh", blank(visit, link));
  }

  private Map<String, Object> blank(Visit visit, LinkView link) {
    return Map.of(
        "link", link,
        "today", today(visit),
        "slots", foresight.slots(link, visit.now()),
        "lessons", lesson.choices(visit));
  }

  private static Map<String, Object> both(Map<String, Object> one, Map<String, Object> other) {
    var all = new HashMap<>(one);
    all.putAll(other);
    return all;
  }

  private static String today(Visit visit) {
    return visit.now().atZone(SchoolClock.LONDON).toLocalDate().toString();
  }

  private void propose(Visit visit) {
    var link = planned(visit);
    Instant starts = PlannedTime.starts(visit);
    int minutes = PlannedTime.minutes(visit);
    String note = visit.form().optionalText("note", 1000);
    String plan = lesson.chosen(visit);
    if (!visit.form().good()) {
      visit.again("session/new.ftlh", blank(visit, link));
      return;
    }
    var id = visit.made();
    boolean twice = sessions.find(id).await().isPresent();
    var first = twice ? null : foresight.first(visit, link, starts, minutes, null);
    if (first != null) {
      visit.page("session/new.ftlh", both(blank(visit, link), first));
      return;
    }
    var me = visit.me();
    var draft =
        new Sessions.Draft(
            "link-up", link.id(), starts, minutes, note, me.id(), link.mine(me).getFirst().id());
    sessions.propose(id, draft).await();
    if (!twice) {
      lesson.give(visit, id, link, plan, minutes);
    }
    visit.go("/sessions/" + id);
  }

  private void otherTime(Visit visit) {
    var found = movable(visit);
    visit.page("session/move.ftlh", model(visit, found));
  }

  private SessionHandler.Found movable(Visit visit) {
    var found = SessionHandler.planner(visit, sessions, links);
    var state = found.session().state();
    if (state.over() || state == SessionState.LIVE) {
      throw Problem.changed(SessionHandler.path(found.session()));
    }
    return found;
  }

  private Map<String, Object> model(Visit visit, SessionHandler.Found found) {
    return both(blank(visit, found.link()), Map.of("session", found.session()));
  }

  /// Another time is a proposal again, which the other class accepts.
  private void move(Visit visit) {
    var found = movable(visit);
    var session = found.session();
    Instant starts = PlannedTime.starts(visit);
    int minutes = PlannedTime.minutes(visit);
    if (!visit.form().good()) {
      visit.again("session/move.ftlh", model(visit, found));
      return;
    }
    var first = foresight.first(visit, found.link(), starts, minutes, session);
    if (first != null) {
      visit.page("session/move.ftlh", both(model(visit, found), first));
      return;
    }
    move(visit, found, starts, minutes);
  }

  private void move(Visit visit, SessionHandler.Found found, Instant starts, int minutes) {
    var session = found.session();
    var ours = found.link().mine(visit.me()).getFirst();
    boolean twice =
        SessionHandler.pressedBefore(visit, session)
            && session.state() == SessionState.PROPOSED
            && session.starts().equals(starts)
            && session.minutes() == minutes;
    if (!twice) {
      if (!SessionHandler.fresh(visit, session)
          || !sessions.move(session, starts, minutes, ours.id(), visit.me()).await()) {
        overtaken(visit);
        return;
      }
      tell(session);
    }
    visit.go(SessionHandler.path(session));
  }

  private void tell(Session before) {
    told.planned(sessions.find(before.id()).await().orElseThrow(Problem::notFound));
  }

  /// Somebody changed it while the form was open: she is told how it stands, keeps what she typed,
  /// and proposes it all the same if she presses once more.
  private void overtaken(Visit visit) {
    var found = movable(visit);
    visit.form().wrong("when", "session.moved", Times.when(found.session().starts()));
    var model = new HashMap<>(model(visit, found));
    model.put("turn", found.session().turn());
    visit.page(409, "session/move.ftlh", model);
  }
}
