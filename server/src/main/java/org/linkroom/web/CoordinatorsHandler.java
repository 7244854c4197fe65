package org.linkroom.web;

import java.util.Map;
import org.linkroom.network.Adults;
import org.linkroom.network.Coordinators;
import org.linkroom.people.Role;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Audit;

/// Who looks after the whole network: its coordinators, named by their mail addresses.
final class CoordinatorsHandler {
  private final Adults adults;
  private final Coordinators coordinators;
  private final Rooms rooms;
  private final Audit audit;

  CoordinatorsHandler(Adults adults, Coordinators coordinators, Rooms rooms, Audit audit) {
    this.adults = adults;
    this.coordinators = coordinators;
    this.rooms = rooms;
    this.audit = audit;
  }

  void routes(Routes routes) {
    var coordinator = Who.having(Role.Kind.COORDINATOR);
    routes.get("/network/people", coordinator, this::show);
    routes.post("/network/people", coordinator, this::add);
    routes.post("/network/people/end", coordinator, this::end);
  }

  private Map<String, Object> model() {
    return Map.of("team", adults.ofNetwork().await());
  }

  private void show(Visit visit) {
    visit.page("network/coordinators.ftlh", model());
  }

  private void add(Visit visit) {
    String name = visit.form().line("name", 120);
    String email = visit.form().email("email");
    if (!visit.form().good()) {
      visit.again("network/coordinators.ftlh", model());
      return;
    }
    var person = adults.known(name, email).await();
    if (adults.give(person, Role.Kind.COORDINATOR, null).await()) {
      audit.write(visit.me().id(), "coordinator.named", person.text()).await();
    }
    visit.go("/network/people");
  }

  private void end(Visit visit) {
    var person = visit.form().id("person").orElseThrow(Problem::malformed);
    switch (coordinators.take(person).await()) {
      case DONE -> {
        rooms.left(person);
        audit.write(visit.me().id(), "coordinator.ended", person.text()).await();
      }
      case LAST -> throw Problem.saying(409, "me.last");
      case NOT_HELD -> {}
    }
    // Who has ended her own role sees the page no more.
    visit.go(person.equals(visit.me().id()) ? "/home" : "/network/people");
  }
}
