package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.session.LinkThread;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;

/// A link's page: its classes, what is next and what was, the teachers' thread, and a call of the
/// two teachers by one press.
final class LinkHandler {
  private static final int CALL_MINUTES = 30;
  private final Links links;
  private final Sessions sessions;
  private final LinkThread thread;
  private final LinkStory story;
  private final ParcelsCome come;
  private final Journeys journeys;

  LinkHandler(
      Links links,
      Sessions sessions,
      LinkThread thread,
      LinkStory story,
      ParcelsCome come,
      Journeys journeys) {
    this.come = come;
    this.journeys = journeys;
    this.story = story;
    this.links = links;
    this.sessions = sessions;
    this.thread = thread;
  }

  void routes(Routes routes) {
    routes.get("/links/:link", Who.signedIn(), this::show);
    routes.post("/links/:link/notes", Who.signedIn(), this::write);
    routes.post("/links/:link/call", Who.signedIn(), this::call);
  }

  /// The link that the path names, if the visitor may know of it.
  static LinkView link(Visit visit, Links links) {
    return links
        .find(visit.id("link"))
        .await()
        .filter(found -> found.shownTo(visit.me()))
        .orElseThrow(Problem::notFound);
  }

  private Map<String, @Nullable Object> model(Visit visit, LinkView link) {
    // A class swap stands once, whatever rooms it had.
    var sessionsOfLink =
        sessions.ofLink(link.id()).await().stream().filter(s -> s.taught() == null).toList();
    List<SessionRow> rows =
        sessionsOfLink.stream()
            .map(session -> new SessionRow(session, link, visit.me(), visit.now()))
            .toList();
    var model = story.of(link, sessionsOfLink, visit);
    model.put("link", link);
    model.put("plans", link.plans(visit.me()));
    model.put("mine", link.mine(visit.me()));
    model.put(
        "coming", rows.stream().filter(row -> !row.session().state().over()).toList().reversed());
    var held =
        sessionsOfLink.stream().filter(s -> s.state() == SessionState.ENDED).toList().reversed();
    model.put("journey", journeys.of(link.id(), held));
    model.put("reads", !link.mine(visit.me()).isEmpty() || link.looksIn(visit.me()));
    model.put("turn", journeys.turn(link, visit.now()));
    model.put("thread", thread.of(link.id()).await());
    model.put("come", come.of(link, visit));
    model.put("packs", ParcelHandler.packed(visit, link));
    return model;
  }

  private void show(Visit visit) {
    visit.page("link/link.ftlh", model(visit, link(visit, links)));
  }

  private void write(Visit visit) {
    var link = link(visit, links);
    if (link.mine(visit.me()).isEmpty() && !visit.me().runs(link.programme())) {
      throw Problem.notFound();
    }
    var form = visit.form();
    boolean phone = form.raw("kind").equals("phone");
    String body = phone ? form.optionalText("body", 2000) : form.text("body", 2000);
    if (!form.good()) {
      visit.again("link/link.ftlh", model(visit, link));
      return;
    }
    String text = body.isEmpty() ? visit.words().say("link.phone.plain") : body;
    var note = new LinkThread.New(visit.made(), link.id(), phone ? "phone" : "message", text);
    thread.write(note, visit.me()).await();
    visit.go("/links/" + link.id());
  }

  /// A call that has begun is come into, not begun again.
  private void call(Visit visit) {
    var link = link(visit, links);
    var mine = link.mine(visit.me());
    if (!link.plans(visit.me()) || mine.isEmpty() || link.ended()) {
      throw Problem.notFound();
    }
    var draft =
        new Sessions.Draft(
            "teachers-call",
            link.id(),
            SchoolClock.thisMinute(visit.now()),
            CALL_MINUTES,
            "",
            visit.me().id(),
            mine.getFirst().id());
    var id = sessions.call(visit.made(), draft, visit.now()).await();
    visit.go("/sessions/" + id + "/go-in");
  }
}
