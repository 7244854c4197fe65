package org.linkroom.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.network.Noticeboard;
import org.linkroom.network.Schools;
import org.linkroom.session.LeaderAnswers;
import org.linkroom.session.LinkThread;
import org.linkroom.session.Sessions;

/// What is next: for a teacher her next session and the one thing to press; for who looks after a
/// school, a programme or the network what she may wish to do, and what goes on today.
final class HomeHandler {
  /// Who looks after a hundred links finds the others on her programme's page and on her day's.
  private static final int MOST = 24;

  private final Links links;
  private final Sessions sessions;
  private final LinkThread thread;
  private final Noticeboard boards;
  private final Schools schools;
  private final LeaderAnswers leaders;

  HomeHandler(
      Links links,
      Sessions sessions,
      LinkThread thread,
      Noticeboard boards,
      Schools schools,
      LeaderAnswers leaders) {
    this.leaders = leaders;
    this.schools = schools;
    this.boards = boards;
    this.links = links;
    this.sessions = sessions;
    this.thread = thread;
  }

  void routes(Routes routes) {
    routes.get("/home", Who.signedIn(), this::home);
  }

  private void home(Visit visit) {
    var me = visit.me();
    var hers = links.of(me).await();
    Map<Id, LinkView> byId = hers.stream().collect(Collectors.toMap(LinkView::id, link -> link));
    var rows = new ArrayList<SessionRow>();
    for (var session : sessions.next(List.copyOf(byId.keySet())).await()) {
      var link = byId.get(session.link());
      if (link != null) {
        rows.add(new SessionRow(session, link, me, visit.now()));
      }
    }
    // Her own classes' sessions come before those she only looks after.
    var own = rows.stream().filter(row -> !row.mine().isEmpty()).toList();
    var next = own.isEmpty() ? null : own.getFirst();
    var read = boards.of(me.id()).await();
    var runs = me.programmes();
    visit.page(
        "home/home.ftlh",
        Map.of(
            "next", next == null ? List.of() : List.of(next),
            "later", own.stream().skip(1).toList(),
            "others", rows.stream().filter(row -> row.mine().isEmpty()).limit(MOST).toList(),
            "asked", asked(visit),
            "links", hers.stream().limit(MOST).toList(),
            "more", hers.size() > MOST,
            "boards", read,
            "runs", read.stream().filter(board -> runs.contains(board.programme())).toList(),
            "schools", me.schools().isEmpty() ? List.of() : schools.staffedBy(me.id()).await(),
            "news", thread.newest(List.copyOf(byId.keySet()), me).await()));
  }

  /// The link-ups that wait for her yes, where her school gives it to each.
  private List<LeaderAnswers.Asked> asked(Visit visit) {
    var hers =
        visit.me().schools().stream()
            .filter(school -> visit.me().of(school, LeaderHandler.LEADERS))
            .toList();
    return hers.isEmpty() ? List.of() : leaders.asked(hers, visit.now()).await();
  }
}
