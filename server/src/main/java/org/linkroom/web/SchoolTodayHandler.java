package org.linkroom.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.linkroom.day.Today;
import org.linkroom.entry.Boards;
import org.linkroom.entry.CoverPasses;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.network.SchoolView;
import org.linkroom.network.Schools;
import org.linkroom.network.Stricter;
import org.linkroom.safety.Audit;
import org.linkroom.session.SchoolClock;

/// "My school today": its rooms and who is in them, who stands in for whom, its enrolled boards,
/// and where another school's stricter setting holds. There is no listening in.
final class SchoolTodayHandler {
  private final Schools schools;
  private final Links links;
  private final Today today;
  private final CoverPasses covers;
  private final Boards boards;
  private final Audit audit;

  SchoolTodayHandler(
      Schools schools, Links links, Today today, CoverPasses covers, Boards boards, Audit audit) {
    this.schools = schools;
    this.links = links;
    this.today = today;
    this.covers = covers;
    this.boards = boards;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/schools/:school/today", Who.signedIn(), this::show);
    routes.post("/schools/:school/boards/end", Who.signedIn(), this::end);
  }

  /// A link where a stricter setting holds than one of its schools has.
  public record Bound(LinkView link, List<Stricter.Held> held) {}

  private void show(Visit visit) {
    var school = SchoolHandler.school(visit, schools);
    var linked = links.ofSchool(school.id()).await();
    var day = visit.now().atZone(SchoolClock.LONDON).truncatedTo(ChronoUnit.DAYS).toInstant();
    var ids = linked.stream().map(LinkView::id).toList();
    visit.page(
        "day/school.ftlh",
        Map.of(
            "school", school,
            "rows", today.ofLinks(ids, visit.now()).await(),
            "covers", covers.ofSchool(school.id(), day).await(),
            "boards", boards.ofSchool(school.id(), visit.now()).await(),
            "bound",
                linked.stream()
                    .map(link -> new Bound(link, Stricter.of(link.classes())))
                    .filter(bound -> !bound.held().isEmpty())
                    .toList(),
            "enters", enters(visit, school),
            "lets", school.keptBy(visit.me())));
  }

  /// Who answers for the children may come in at any time, and everybody sees it.
  private static boolean enters(Visit visit, SchoolView school) {
    return school.ledBy(visit.me()) || visit.me().runs(school.programme());
  }

  /// A board that stands where nobody knows any more lets nobody look at a room.
  private void end(Visit visit) {
    var school = SchoolHandler.kept(visit, schools);
    var wanted = visit.form().id("class").orElseThrow(Problem::malformed);
    if (boards.ofSchool(school.id(), visit.now()).await().stream()
        .anyMatch(board -> board.schoolClass().equals(wanted))) {
      boards.endAll(wanted).await();
      audit.write(visit.me().id(), "board.end", wanted.text()).await();
    }
    visit.go("/schools/" + school.id() + "/today");
  }
}
