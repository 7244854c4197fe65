package org.linkroom.web;

import java.util.Map;
import org.linkroom.network.Programmes;
import org.linkroom.safety.Concerns;

/// That there are concerns, for those who run a programme: when, at which school, whether read.
final class ConcernPointersHandler {
  private final Programmes programmes;
  private final Concerns concerns;

  ConcernPointersHandler(Programmes programmes, Concerns concerns) {
    this.programmes = programmes;
    this.concerns = concerns;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/concerns", Who.signedIn(), this::show);
  }

  private void show(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    visit.page(
        "safety/pointers.ftlh",
        Map.of("programme", programme, "pointers", concerns.ofProgramme(programme.id()).await()));
  }
}
