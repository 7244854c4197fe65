package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.check.Tickets;
import org.linkroom.day.HelpRequests;
import org.linkroom.day.QuietLinks;
import org.linkroom.day.Today;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.session.SchoolClock;

/// The facilitator's day: who asked for help, and every session of today with its light. There is
/// no listening in: she comes in, and everybody sees her.
final class DayHandler {
  /// So many sessions are shown of several programmes together, those that need somebody first.
  private static final int MOST = 100;

  /// Links without contact are listed of so many programmes. For more, every link of the network
  /// would be looked at, and nobody could ring them all.
  private static final int FEW = 3;

  private final Programmes programmes;
  private final Today today;
  private final HelpRequests help;
  private final QuietLinks quiet;
  private final Tickets tickets;
  private final Audit audit;

  DayHandler(
      Programmes programmes,
      Today today,
      HelpRequests help,
      QuietLinks quiet,
      Tickets tickets,
      Audit audit) {
    this.programmes = programmes;
    this.today = today;
    this.help = help;
    this.quiet = quiet;
    this.tickets = tickets;
    this.audit = audit;
  }

  void routes(Routes routes) {
    var who = Who.having(Role.Kind.FACILITATOR, Role.Kind.COORDINATOR);
    routes.get("/day", who, this::show);
    routes.post("/help/:help/take", who, this::take);
    routes.post("/help/:help/done", who, this::done);
  }

  /// The programmes that somebody runs, or the one of them that the address names.
  static List<ProgrammeView> run(Visit visit, Programmes programmes) {
    String one = visit.query("programme");
    return hers(visit.me(), programmes).stream()
        .filter(p -> one.isEmpty() || p.id().text().equals(one))
        .toList();
  }

  private static List<ProgrammeView> hers(Person me, Programmes programmes) {
    return programmes.all().await().stream().filter(p -> p.runBy(me)).toList();
  }

  private void show(Visit visit) {
    var hers = hers(visit.me(), programmes);
    var shown = run(visit, programmes);
    List<Id> ids = shown.stream().map(ProgrammeView::id).toList();
    boolean few = ids.size() <= FEW;
    var rows = today.of(ids, visit.now()).await();
    visit.page(
        "day/day.ftlh",
        Map.ofEntries(
            Map.entry("rows", shown.size() > 1 ? rows.stream().limit(MOST).toList() : rows),
            Map.entry("more", shown.size() > 1 ? Math.max(0, rows.size() - MOST) : 0),
            Map.entry("queue", help.queue(ids).await()),
            Map.entry("few", few),
            Map.entry("quiet", few ? quiet.of(ids, visit.now()).await() : List.of()),
            Map.entry("checks", tickets.waiting(ids, visit.now()).await()),
            Map.entry("programmes", hers),
            Map.entry("shown", shown),
            Map.entry("which", visit.query("programme")),
            Map.entry("today", visit.now().atZone(SchoolClock.LONDON).toLocalDate().toString()),
            Map.entry("red", count(rows, "red")),
            Map.entry("amber", count(rows, "amber"))));
  }

  private static long count(List<Today.Row> rows, String colour) {
    return rows.stream().filter(row -> row.light().colour().word().equals(colour)).count();
  }

  private HelpRequests.Request asked(Visit visit) {
    return help.find(visit.id("help"))
        .await()
        .filter(request -> visit.me().runs(request.programme()))
        .orElseThrow(Problem::notFound);
  }

  private void take(Visit visit) {
    var request = asked(visit);
    if (!help.take(request.id(), visit.me().id(), visit.now()).await()) {
      throw Problem.changed("/day");
    }
    audit.write(visit.me().id(), "help.take", request.id().text()).await();
    visit.go("/day");
  }

  private void done(Visit visit) {
    var request = asked(visit);
    help.done(request.id(), visit.now()).await();
    audit.write(visit.me().id(), "help.done", request.id().text()).await();
    visit.go("/day");
  }
}
