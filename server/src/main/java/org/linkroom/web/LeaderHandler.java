package org.linkroom.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linkroom.network.ClassView;
import org.linkroom.network.Links;
import org.linkroom.people.Role;
import org.linkroom.room.ServerCommand;
import org.linkroom.safety.Audit;
import org.linkroom.session.LeaderAnswers;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;
import org.linkroom.session.Transitions;

/// A head's or safeguarding lead's word on a session of her school: yes, or that it shall not be.
final class LeaderHandler {
  static final Set<Role.Kind> LEADERS = Set.of(Role.Kind.HEADTEACHER, Role.Kind.SAFEGUARDING);
  private static final int REASON = 300;

  private final Links links;
  private final Sessions sessions;
  private final LeaderAnswers answers;
  private final RoomsTold told;
  private final Audit audit;

  LeaderHandler(
      Links links, Sessions sessions, LeaderAnswers answers, RoomsTold told, Audit audit) {
    this.links = links;
    this.sessions = sessions;
    this.answers = answers;
    this.told = told;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/leader", Who.signedIn(), this::show);
    routes.post("/sessions/:session/leader", Who.signedIn(), this::answer);
  }

  /// The session, and the classes of it whose school the visitor leads.
  private record Led(SessionHandler.Found found, List<ClassView> classes) {
    Session session() {
      return found.session();
    }
  }

  private Led led(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    var classes =
        found.link().classes().stream().filter(c -> visit.me().of(c.school(), LEADERS)).toList();
    if (classes.isEmpty() || !found.session().linkUp()) {
      throw Problem.notFound();
    }
    return new Led(found, classes);
  }

  private void show(Visit visit) {
    visit.page("planning/leader.ftlh", model(led(visit)));
  }

  private Map<String, Object> model(Led led) {
    return Map.of(
        "session", led.session(),
        "link", led.found().link(),
        "leaders", answers.of(led.session().id()).await());
  }

  private void answer(Visit visit) {
    var led = led(visit);
    var session = led.session();
    String answer = visit.form().choice("answer", Set.of("yes", "no"));
    boolean yes = answer.equals("yes");
    String reason = yes ? "" : visit.form().optionalText("reason", REASON);
    if (!visit.form().good()) {
      visit.again("planning/leader.ftlh", model(led));
      return;
    }
    if (session.state().over() || !SessionHandler.fresh(visit, session)) {
      throw Problem.changed("/sessions/" + session.id() + "/leader");
    }
    if (!yes) {
      callOff(visit, led, reason);
    }
    for (ClassView ours : led.classes()) {
      answers.answer(session, ours.school(), yes, reason, visit.me(), visit.now()).await();
    }
    audit.write(visit.me().id(), yes ? "yes.given" : "yes.refused", session.id().text()).await();
    if (yes) {
      // Who waits in the lobby for it goes on at once.
      told.planned(session);
    }
    visit.go(SessionHandler.path(session));
  }

  /// Both classes are told kindly: by their boards now, by mail soon.
  private void callOff(Visit visit, Led led, String reason) {
    String school = led.classes().getFirst().schoolName();
    String why =
        reason.isEmpty()
            ? visit.words().say("leader.off.plain", school)
            : visit.words().say("leader.off", school, reason);
    if (!sessions.go(led.session(), Transitions.Event.CANCEL, why).await()) {
      throw Problem.changed(SessionHandler.path(led.session()));
    }
    told.say(
        led.session(), new ServerCommand.Cancelled(visit.words().say("session.cancelled.board")));
  }
}
