package org.linkroom.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.check.Finding;
import org.linkroom.check.KitCheck;
import org.linkroom.check.Measured;
import org.linkroom.check.Tickets;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.people.Person;
import org.linkroom.protocol.Wire;
import org.linkroom.session.Sessions;
import org.linkroom.video.DirectVideo;

/// The check of a classroom's device before the day, by whoever stands before it, signed in or not.
final class CheckHandler {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int OF_BROWSER = 30;

  /// Over all browsers: every class of the network twice in one hour.
  private static final int OF_ALL = 2_500;

  private final Tickets tickets;
  private final Sessions sessions;
  private final Links links;
  private final Ask ask;

  /// What a check is asked with.
  record Ask(DirectVideo video, Attempts attempts, Hashes hashes) {
    String browser(Visit visit) {
      return hashes.of(visit.browserText());
    }

    KitCheck.Asks asks() {
      return new KitCheck.Asks(
          video.urls().stream().anyMatch(url -> url.startsWith("turn")), video.relayOnly());
    }

    /// Count one more of this kind, which anybody may ask for, against its bounds.
    void count(Visit visit, String what) {
      boolean allowed =
          attempts.allows(what + ":" + browser(visit), OF_BROWSER, HOUR).await()
              && attempts.allows(what, OF_ALL, HOUR).await();
      if (!allowed) {
        throw Problem.tooMany();
      }
    }
  }

  CheckHandler(Tickets tickets, Sessions sessions, Links links, Ask ask) {
    this.tickets = tickets;
    this.sessions = sessions;
    this.links = links;
    this.ask = ask;
  }

  void routes(Routes routes) {
    routes.get("/check", Who.anyone(), this::show);
    routes.post("/check", Who.anyone(), this::keep);
    routes.post("/check/ice", Who.anyone(), this::ice);
  }

  /// A session that the visitor may check for, as the address or the form names it.
  private Optional<SessionHandler.Found> session(Visit visit, String named) {
    if (visit.maybe().isEmpty() || !Id.fits(named)) {
      return Optional.empty();
    }
    return sessions
        .find(new Id(named))
        .await()
        .filter(session -> !session.state().over())
        .flatMap(
            session ->
                links
                    .find(session.link())
                    .await()
                    .filter(link -> link.shownTo(visit.me()))
                    .map(link -> new SessionHandler.Found(session, link)));
  }

  private void show(Visit visit) {
    var model = new HashMap<String, @Nullable Object>();
    session(visit, visit.query("session"))
        .ifPresent(
            found -> {
              model.put("session", found.session());
              model.put("link", found.link());
            });
    var words = new HashMap<>(visit.words().beginning("room.check."));
    words.putAll(visit.words().beginning("room.devices."));
    model.put("words", Wire.write(words).replace("<", "\\u003c"));
    visit.page("check/check.ftlh", model);
  }

  /// Where the relay is, with credentials of a minute: only to see whether it is reached.
  private void ice(Visit visit) {
    ask.count(visit, "check-ice");
    visit.text(
        "application/json; charset=utf-8",
        ask.video().check(Id.random(), visit.now()).without("until").toString());
  }

  private void keep(Visit visit) {
    ask.count(visit, "check-keep");
    String json = visit.form().raw("found");
    // A browser whose scripts do not run can still say so.
    Optional<Measured> measured = json.isEmpty() ? Optional.empty() : Measured.read(json);
    if (measured.isEmpty() && !json.isEmpty()) {
      throw Problem.malformed();
    }
    List<Finding> findings =
        measured.map(m -> KitCheck.judge(m, ask.asks())).orElse(List.of(Finding.BROWSER_OLD));
    var id = visit.made();
    var found = session(visit, visit.form().raw("session"));
    var where = where(ask.browser(visit), visit.maybe().orElse(null), found.orElse(null));
    tickets.keep(id, visit.now(), findings, measured, where).await();
    visit.go("/checks/" + id);
  }

  static Tickets.Where where(
      @Nullable String browser, @Nullable Person by, SessionHandler.@Nullable Found found) {
    Id person = by == null ? null : by.id();
    if (found == null) {
      return new Tickets.Where(browser, person, null, null, null);
    }
    Id ours = by == null ? null : ours(found.link(), by).map(ClassView::id).orElse(null);
    return new Tickets.Where(browser, person, found.session().id(), ours, found.link().programme());
  }

  /// The class whose classroom it is: one of which she is an adult, else one of her school.
  private static Optional<ClassView> ours(LinkView link, Person person) {
    return link.mine(person).stream()
        .findFirst()
        .or(
            () ->
                link.classes().stream()
                    .filter(
                        c -> person.roles().stream().anyMatch(r -> c.school().equals(r.school())))
                    .findFirst());
  }
}
