package org.linkroom.web;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.network.Adults;
import org.linkroom.network.Classes;
import org.linkroom.network.SchoolView;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Audit;
import org.linkroom.year.Rounds;

/// The adults of a school and of its classes: who they are, one more, and one press for who has
/// left.
final class AdultsHandler {
  private static final List<String> ALL =
      List.of("headteacher", "safeguarding", "office", "assistant", "cover");

  /// An office names neither those who answer for the children nor ends their access.
  private static final List<String> OFFICES = List.of("office", "assistant", "cover");

  private static final List<String> LEADERS = List.of("headteacher", "safeguarding");
  private static final Set<String> OF_CLASS = Set.of("assistant", "cover");

  private final Schools schools;
  private final Classes classes;
  private final Adults adults;
  private final Rounds rounds;
  private final Rooms rooms;
  private final Audit audit;

  AdultsHandler(
      Schools schools, Classes classes, Adults adults, Rounds rounds, Rooms rooms, Audit audit) {
    this.schools = schools;
    this.classes = classes;
    this.adults = adults;
    this.rounds = rounds;
    this.rooms = rooms;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/schools/:school/adults", Who.signedIn(), this::show);
    routes.post("/schools/:school/adults", Who.signedIn(), this::add);
    routes.post("/schools/:school/adults/known", Who.signedIn(), this::known);
    routes.post("/schools/:school/adults/left", Who.signedIn(), this::left);
    routes.post("/schools/:school/adults/confirm", Who.signedIn(), this::confirm);
  }

  private List<Classes.Kept> current(SchoolView school) {
    return classes.of(school.id()).await().stream().filter(c -> !c.archived()).toList();
  }

  private static List<String> givenBy(Visit visit, SchoolView school) {
    return school.decidedBy(visit.me()) ? ALL : OFFICES;
  }

  private Map<String, Object> model(Visit visit, SchoolView school) {
    return Map.of(
        "school", school,
        "adults", adults.ofSchool(school.id()).await(),
        "classes", current(school),
        "keeps", school.keptBy(visit.me()),
        "decides", school.decidedBy(visit.me()),
        "asked", rounds.open(school.id(), visit.now()).await(),
        "leaders", LEADERS,
        "roles", givenBy(visit, school));
  }

  private void show(Visit visit) {
    visit.page("network/adults.ftlh", model(visit, SchoolHandler.school(visit, schools)));
  }

  /// What the role is held for: the school, or one of its classes that the form names.
  private Id held(Visit visit, SchoolView school, String kind) {
    if (!OF_CLASS.contains(kind)) {
      return school.id();
    }
    var form = visit.form();
    var chosen = form.id("class");
    if (chosen.isEmpty() || current(school).stream().noneMatch(c -> c.id().equals(chosen.get()))) {
      form.wrong("class", "form.choose");
      return school.id();
    }
    return chosen.get();
  }

  private void add(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    var form = visit.form();
    String name = form.line("name", 120);
    String email = form.email("email");
    String kind = form.raw("kind");
    if (!givenBy(visit, school).contains(kind)) {
      form.wrong("kind", "form.choose");
    }
    // Who answers for the children reads concerns, so nobody gives herself that.
    if (LEADERS.contains(kind) && email.equals(visit.me().email())) {
      form.wrong("email", "network.notyourself");
    }
    var of = held(visit, school, kind);
    if (!form.good()) {
      visit.again("network/adults.ftlh", model(visit, school));
      return;
    }
    var role = Role.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    if (adults.give(adults.known(name, email).await(), role, of).await()) {
      audit.write(visit.me().id(), "adult.named", of.text()).await();
    }
    visit.go("/schools/" + school.id() + "/adults");
  }

  /// Somebody whose address is from outside is known: the head says so, of himself whoever runs the
  /// programme.
  private void known(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    var me = visit.me();
    var person = visit.form().id("person").orElseThrow(Problem::malformed);
    boolean herself = person.equals(me.id()) && !me.runs(school.programme());
    boolean there =
        adults.ofSchool(school.id()).await().stream().anyMatch(a -> a.person().equals(person));
    if (!school.decidedBy(me) || herself || !there) {
      throw Problem.notForYou();
    }
    adults.confirm(school.id(), person, me.id(), visit.now()).await();
    audit.write(me.id(), "adult.known", school.id().text()).await();
    visit.go("/schools/" + school.id() + "/adults");
  }

  /// The school says once each half year that these are its adults.
  private void confirm(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    if (rounds.confirm(school.id(), visit.me().id(), visit.now()).await()) {
      audit.write(visit.me().id(), "adults.confirmed", school.id().text()).await();
    }
    visit.go("/schools/" + school.id() + "/adults");
  }

  /// Her roles at the school end with every sign-in of hers, and the rooms that she is in let her
  /// go.
  private void left(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    var person = visit.form().id("person").orElseThrow(Problem::malformed);
    var hers =
        adults.ofSchool(school.id()).await().stream()
            .filter(held -> held.person().equals(person))
            .toList();
    if (!school.decidedBy(visit.me())
        && hers.stream().anyMatch(held -> LEADERS.contains(held.kind().word()))) {
      throw Problem.notForYou();
    }
    if (!hers.isEmpty()) {
      adults.end(school.id(), person, all -> Future.succeededFuture()).await();
      rooms.left(person);
      audit.write(visit.me().id(), "adult.left", school.id().text()).await();
    }
    visit.go(person.equals(visit.me().id()) ? "/" : "/schools/" + school.id() + "/adults");
  }
}
