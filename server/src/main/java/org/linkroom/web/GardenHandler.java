package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.activity.Questions;
import org.linkroom.base.TextRules;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.room.Rooms;
import org.linkroom.room.ServerCommand;
import org.linkroom.session.QuestionGarden;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.Sessions;

/// A link's question garden: either class's adults put in what their class would like to ask. By
/// typing it an adult has read it. A room that is open and has not begun hears of it at once.
final class GardenHandler {
  private static final String PAGE = "link/questions.ftlh";

  private final Needs of;

  /// What it needs.
  record Needs(
      Links links, Sessions sessions, QuestionGarden garden, RoomPlans plans, Rooms rooms) {}

  GardenHandler(Needs of) {
    this.of = of;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/questions", Who.signedIn(), this::show);
    routes.post("/links/:link/questions", Who.signedIn(), this::add);
    routes.post("/links/:link/questions/remove", Who.signedIn(), this::remove);
  }

  /// Only adults of its classes and who runs the programme read what waits.
  private LinkView link(Visit visit) {
    var link = LinkHandler.link(visit, of.links());
    if (link.mine(visit.me()).isEmpty() && !visit.me().runs(link.programme())) {
      throw Problem.notFound();
    }
    return link;
  }

  private static List<ClassView> writers(Visit visit, LinkView link) {
    var mine = link.mine(visit.me());
    if (mine.isEmpty() || link.ended()) {
      throw Problem.notFound();
    }
    return mine;
  }

  private void show(Visit visit) {
    visit.page(PAGE, model(visit, link(visit), ""));
  }

  private Map<String, Object> model(Visit visit, LinkView link, String name) {
    return Map.of(
        "link",
        link,
        "mine",
        link.ended() ? List.of() : link.mine(visit.me()),
        "garden",
        of.garden().of(link.id()).await(),
        "most",
        Questions.MOST,
        "name",
        name);
  }

  private void add(Visit visit) {
    var link = link(visit);
    var mine = writers(visit, link);
    var form = visit.form();
    String words = form.line("words", Questions.CHARACTERS);
    String name = form.good() ? judged(form, words) : "";
    if (!form.good()) {
      visit.again(PAGE, model(visit, link, name));
      return;
    }
    var ours = GoInHandler.ours(visit, mine);
    if (!of.garden().add(visit.made(), link.id(), ours.id(), words, visit.now()).await()) {
      form.wrong("words", "garden.full", Questions.MOST);
      visit.again(PAGE, model(visit, link, ""));
      return;
    }
    tell(link);
    visit.go("/links/" + link.id() + "/questions");
  }

  /// Say what a question must not have. A full name is asked about once: a second press says that
  /// it is no pupil's.
  ///
  /// @return the name that is asked about, or nothing
  static String judged(Form form, String words) {
    if (TextRules.refused(words).isPresent()) {
      form.wrong("words", "plan.reaches");
      return "";
    }
    String name = TextRules.fullName(words).orElse("");
    if (!name.isEmpty() && !form.raw("sure").equals(name)) {
      form.wrong("words", "garden.name", name);
      return name;
    }
    return "";
  }

  private void remove(Visit visit) {
    var link = link(visit);
    var mine = writers(visit, link).stream().map(ClassView::id).toList();
    var question = visit.form().id("question").orElseThrow(Problem::malformed);
    of.garden().remove(link.id(), mine, question).await();
    tell(link);
    visit.go("/links/" + link.id() + "/questions");
  }

  private void tell(LinkView link) {
    for (var session : of.sessions().next(List.of(link.id())).await()) {
      if (!session.teachersCall()) {
        var plan = of.plans().plan(session).await();
        SessionHandler.tell(of.rooms(), session, new ServerCommand.Planned(plan));
        return;
      }
    }
  }
}
