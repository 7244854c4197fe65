package org.linkroom.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linkroom.network.Adults;
import org.linkroom.network.ClassView;
import org.linkroom.network.Links;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.session.ClassRooms;
import org.linkroom.session.Sessions;
import org.linkroom.session.Swap;
import org.linkroom.session.Swaps;

/// Going in: one question, who can see this screen? The answer is remembered for the device.
final class GoInHandler {
  private static final Set<String> SCREENS = Set.of("class", "me", "lead");
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private final Links links;
  private final Sessions sessions;
  private final Adults adults;
  private final ClassRooms classRooms;
  private final Doorstep doorstep;
  private final Swaps swaps;

  GoInHandler(
      Links links,
      Sessions sessions,
      Adults adults,
      ClassRooms classRooms,
      Doorstep doorstep,
      Swaps swaps) {
    this.swaps = swaps;
    this.links = links;
    this.sessions = sessions;
    this.adults = adults;
    this.classRooms = classRooms;
    this.doorstep = doorstep;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/go-in", Who.signedIn(), this::ask);
    routes.post("/sessions/:session/go-in", Who.signedIn(), this::goIn);
  }

  /// A school's office may know of a session, and has no place in its room.
  private SessionHandler.Found found(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    if (found.link().mine(visit.me()).isEmpty() && !found.link().looksIn(visit.me())) {
      throw Problem.notFound();
    }
    return found;
  }

  private void ask(Visit visit) {
    var found = found(visit);
    if (notToday(visit, found) || notKnown(visit, found)) {
      return;
    }
    var mine = found.link().mine(visit.me());
    visit.page(
        "entry/go-in.ftlh",
        Map.of(
            "session", found.session(),
            "link", found.link(),
            "mine", mine,
            "swaps", swaps(found),
            "remembered", visit.cookie("screen").orElse("")));
  }

  /// Who teaches whom; empty where it is no class swap.
  private List<Swap> swaps(SessionHandler.Found found) {
    boolean swap = swaps.swaps(found.session().id()).await();
    return swap && found.session().linkUp() ? Swap.of(found.link()) : List.of();
  }

  /// One's own lobby is open all the session's day, and no other day.
  private static boolean notToday(Visit visit, SessionHandler.Found found) {
    var session = found.session();
    if (session.lets(visit.now())) {
      return false;
    }
    visit.page("entry/not-today.ftlh", Map.of("session", session, "link", found.link()));
    return true;
  }

  /// An adult whose address is from outside waits until the head has said that she is known.
  private boolean notKnown(Visit visit, SessionHandler.Found found) {
    var theirs = found.link().classes().stream().map(ClassView::school).distinct().toList();
    if (!adults.waits(visit.me().id(), theirs).await()) {
      return false;
    }
    visit.page(403, "entry/not-known.ftlh", Map.of("session", found.session()));
    return true;
  }

  private void goIn(Visit visit) {
    var found = found(visit);
    if (notToday(visit, found) || notKnown(visit, found)) {
      return;
    }
    var me = visit.me();
    var mine = found.link().mine(me);
    if (mine.isEmpty()) {
      lookIn(visit, found);
      return;
    }
    var screen = visit.form().choice("screen", SCREENS);
    if (!visit.form().good()) {
      throw Problem.malformed();
    }
    var ours = ours(visit, mine);
    if (screen.equals("lead")) {
      lead(visit, found, ours);
      return;
    }
    var room = swaps.home(found.session(), ours.id()).await();
    if (!room.teachersCall() && !classRooms.enter(ours.id(), room.id()).await()) {
      throw Problem.saying(409, "problem.otherroom");
    }
    sessions.comeIn(found.session(), mine.stream().map(ClassView::id).toList()).await();
    visit.keep("screen", screen, REMEMBERED);
    boolean board = screen.equals("class") && !room.teachersCall();
    doorstep.enter(visit, room, adult(me, ours, board));
  }

  /// To the other class's room of a class swap, with camera and sound: her screen is all that the
  /// class sees of her.
  private void lead(Visit visit, SessionHandler.Found found, ClassView ours) {
    if (swaps(found).isEmpty()) {
      throw Problem.malformed();
    }
    var mine = found.link().mine(visit.me()).stream().map(ClassView::id).toList();
    sessions.comeIn(found.session(), mine).await();
    var taught = Swap.ledBy(found.link(), ours.id()).taught();
    var room = swaps.room(found.session(), taught.id()).await();
    doorstep.enter(visit, room, adult(visit.me(), ours, true));
  }

  private void lookIn(Visit visit, SessionHandler.Found found) {
    var taught = swaps(found).stream().map(swap -> swap.taught().id()).toList();
    var room =
        visit
            .form()
            .id("taught")
            .filter(taught::contains)
            .map(id -> swaps.room(found.session(), id).await())
            .orElse(found.session());
    doorstep.enter(visit, room, guest(visit.me(), found));
  }

  /// The class that a form names. Where there is only one it need not.
  static ClassView ours(Visit visit, List<ClassView> mine) {
    if (mine.size() == 1 && visit.form().raw("class").isEmpty()) {
      return mine.getFirst();
    }
    return visit
        .form()
        .id("class")
        .flatMap(id -> mine.stream().filter(c -> c.id().equals(id)).findFirst())
        .orElseThrow(Problem::malformed);
  }

  private static Doorstep.Entrant adult(Person me, ClassView ours, boolean board) {
    PassRole role =
        me.is(Role.Kind.TEACHER, ours.id())
            ? PassRole.TEACHER
            : me.is(Role.Kind.COVER, ours.id()) ? PassRole.COVER : PassRole.ASSISTANT;
    return new Doorstep.Entrant(
        ours.id(),
        me.id(),
        me.name(),
        role,
        board ? Screen.CLASS : Screen.ADULT,
        board ? DeviceKind.BOARD : DeviceKind.ADULT,
        false);
  }

  /// A facilitator, head or safeguarding lead comes in seen by every adult, and is never a key.
  private static Doorstep.Entrant guest(Person me, SessionHandler.Found found) {
    boolean runs = me.runs(found.link().programme());
    return new Doorstep.Entrant(
        null,
        me.id(),
        me.name(),
        runs ? PassRole.FACILITATOR : PassRole.OBSERVER,
        Screen.ADULT,
        DeviceKind.ADULT,
        false);
  }
}
