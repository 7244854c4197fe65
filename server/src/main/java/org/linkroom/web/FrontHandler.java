package org.linkroom.web;

import java.util.Map;

/// The first page, and the few that say how things are.
final class FrontHandler {
  void routes(Routes routes) {
    routes.get("/", Who.anyone(), this::front);
    routes.get("/accessibility", Who.anyone(), visit -> visit.page("accessibility.ftlh", Map.of()));
    routes.get("/privacy", Who.anyone(), visit -> visit.page("privacy.ftlh", Map.of()));
  }

  private void front(Visit visit) {
    if (visit.maybe().isPresent()) {
      visit.go("/home");
    } else {
      visit.page("front.ftlh", Map.of());
    }
  }
}
