package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.network.Links;
import org.linkroom.session.RecordLines;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;

/// What is known of a session that has ended, and the page for the wall.
final class RecordHandler {
  private final Links links;
  private final Sessions sessions;
  private final RecordLines lines;

  RecordHandler(Links links, Sessions sessions, RecordLines lines) {
    this.links = links;
    this.sessions = sessions;
    this.lines = lines;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/record", Who.signedIn(), this::record);
    routes.get("/sessions/:session/our-link-up", Who.signedIn(), this::wall);
  }

  private void record(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    var session = found.session();
    var record = lines.of(session.id()).await();
    visit.page(
        "session/record.ftlh",
        Map.of(
            "session", session,
            "link", found.link(),
            "adults", record.adults(),
            "events", record.events(),
            "began", record.began().map(List::of).orElse(List.of()),
            "ended", record.ended().map(List::of).orElse(List.of())));
  }

  private void wall(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    if (found.session().state() == SessionState.CANCELLED) {
      throw Problem.notFound();
    }
    List<Session> next =
        sessions.next(List.of(found.link().id())).await().stream()
            .filter(s -> !s.teachersCall() && s.starts().isAfter(visit.now()))
            .limit(1)
            .toList();
    visit.page(
        "session/our-link-up.ftlh",
        Map.of("session", found.session(), "link", found.link(), "next", next));
  }
}
