package org.linkroom.web;

import java.util.Map;
import org.linkroom.network.Adults;
import org.linkroom.network.Programmes;
import org.linkroom.people.Role;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Audit;

/// A programme's team: its facilitators, named by their mail addresses.
final class TeamHandler {
  private final Programmes programmes;
  private final Adults adults;
  private final Rooms rooms;
  private final Audit audit;

  TeamHandler(Programmes programmes, Adults adults, Rooms rooms, Audit audit) {
    this.programmes = programmes;
    this.adults = adults;
    this.rooms = rooms;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/people", Who.signedIn(), this::show);
    routes.post("/programmes/:programme/people", Who.signedIn(), this::add);
    routes.post("/programmes/:programme/people/end", Who.signedIn(), this::end);
  }

  private Map<String, Object> model(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    return Map.of("programme", programme, "team", adults.ofProgramme(programme.id()).await());
  }

  private void show(Visit visit) {
    visit.page("network/team.ftlh", model(visit));
  }

  private void add(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    String name = visit.form().line("name", 120);
    String email = visit.form().email("email");
    if (!visit.form().good()) {
      visit.again("network/team.ftlh", model(visit));
      return;
    }
    var person = adults.known(name, email).await();
    if (adults.give(person, Role.Kind.FACILITATOR, programme.id()).await()) {
      audit.write(visit.me().id(), "adult.named", programme.id().text()).await();
    }
    visit.go("/programmes/" + programme.id() + "/people");
  }

  private void end(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var person = visit.form().id("person").orElseThrow(Problem::malformed);
    if (adults.take(person, Role.Kind.FACILITATOR, programme.id()).await()) {
      rooms.left(person);
      audit.write(visit.me().id(), "adult.ended", programme.id().text()).await();
    }
    // Who has ended her own role sees the page no more.
    visit.go(
        person.equals(visit.me().id()) ? "/home" : "/programmes/" + programme.id() + "/people");
  }
}
