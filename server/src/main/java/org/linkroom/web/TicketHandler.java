package org.linkroom.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.check.Ticket;
import org.linkroom.check.Tickets;
import org.linkroom.network.Links;
import org.linkroom.people.Hashes;
import org.linkroom.session.Sessions;

/// The ticket of a check: what works, what does not, and what to do; for the browser and the adult
/// that made it, for those of the session that it is for, and for who runs the programme.
final class TicketHandler {
  private final Tickets tickets;
  private final Sessions sessions;
  private final Links links;
  private final CheckHandler.Ask ask;

  TicketHandler(Tickets tickets, Sessions sessions, Links links, CheckHandler.Ask ask) {
    this.tickets = tickets;
    this.sessions = sessions;
    this.links = links;
    this.ask = ask;
  }

  void routes(Routes routes) {
    routes.get("/checks/:check", Who.anyone(), this::show);
    routes.post("/checks/:check/done", Who.signedIn(), this::done);
    routes.post("/sessions/:session/checks", Who.signedIn(), this::give);
  }

  private Ticket ticket(Visit visit) {
    return tickets
        .find(visit.id("check"))
        .await()
        .filter(ticket -> shownTo(visit, ticket))
        .orElseThrow(Problem::notFound);
  }

  private Optional<SessionHandler.Found> session(Ticket ticket) {
    return Optional.ofNullable(ticket.session())
        .flatMap(id -> sessions.find(id).await())
        .flatMap(
            session ->
                links
                    .find(session.link())
                    .await()
                    .map(link -> new SessionHandler.Found(session, link)));
  }

  private boolean shownTo(Visit visit, Ticket ticket) {
    if (ask.browser(visit).equals(ticket.browser())) {
      return true;
    }
    return visit
        .maybe()
        .filter(
            me ->
                me.id().equals(ticket.person())
                    || session(ticket).filter(found -> found.link().shownTo(me)).isPresent())
        .isPresent();
  }

  private void show(Visit visit) {
    var ticket = ticket(visit);
    var model = new HashMap<String, @Nullable Object>();
    model.put("ticket", ticket);
    visit
        .maybe()
        .flatMap(me -> session(ticket).filter(found -> found.link().shownTo(me)))
        .ifPresent(
            found -> {
              model.put("session", found.session());
              model.put("link", found.link());
            });
    model.put("closes", closes(visit, ticket));
    visit.page("check/ticket.ftlh", model);
  }

  private static boolean closes(Visit visit, Ticket ticket) {
    var programme = ticket.programme();
    return !ticket.done()
        && programme != null
        && visit.maybe().filter(me -> me.runs(programme)).isPresent();
  }

  private void done(Visit visit) {
    var ticket = ticket(visit);
    var programme = ticket.programme();
    if (programme == null || !visit.me().runs(programme)) {
      throw Problem.notFound();
    }
    tickets.done(ticket.id(), visit.me().id(), visit.now()).await();
    visit.go("/checks/" + ticket.id());
  }

  /// A check was made on a board where nobody is signed in: its number, read there, gives it to the
  /// session.
  private void give(Visit visit) {
    var found = SessionHandler.found(visit, sessions, links);
    ask.count(visit, "check-number");
    String number = Hashes.typed(visit.form().line("number", 20));
    var ticket = visit.form().good() ? tickets.numbered(number).await() : Optional.<Ticket>empty();
    boolean given =
        ticket.isPresent()
            && tickets.give(ticket.get().id(), CheckHandler.where(null, visit.me(), found)).await();
    if (!given) {
      visit.form().wrong("number", "check.number.wrong");
      visit.again("check/numbered.ftlh", Map.of("session", found.session(), "link", found.link()));
      return;
    }
    visit.go("/checks/" + ticket.get().id());
  }
}
