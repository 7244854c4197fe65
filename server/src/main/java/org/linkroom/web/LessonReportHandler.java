package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.activity.Scene;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.report.LessonReport;
import org.linkroom.session.KeptLessons;
import org.linkroom.session.Sessions;

/// What a lesson was, for both classes to print: adults of the classes read it, and who may look
/// in.
final class LessonReportHandler {
  private final Links links;
  private final Sessions sessions;
  private final KeptLessons kept;

  LessonReportHandler(Links links, Sessions sessions, KeptLessons kept) {
    this.links = links;
    this.sessions = sessions;
    this.kept = kept;
  }

  void routes(Routes routes) {
    routes.get("/sessions/:session/lesson", Who.signedIn(), this::show);
  }

  private void show(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    var link = found.link();
    if (link.mine(visit.me()).isEmpty() && !link.looksIn(visit.me())) {
      throw Problem.notFound();
    }
    var lesson = kept.of(found.session().id()).await().orElseThrow(Problem::notFound);
    visit.page(
        "session/lesson.ftlh",
        Map.of(
            "session", found.session(),
            "link", link,
            "report", LessonReport.of(lesson.running(), parties(link))));
  }

  private static List<Scene.Party> parties(LinkView link) {
    var classes = link.classes();
    return classes.stream()
        .map(c -> new Scene.Party(c.id(), classes.indexOf(c), c.label()))
        .toList();
  }
}
