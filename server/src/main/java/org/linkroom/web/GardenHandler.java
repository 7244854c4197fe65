package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.activity.Questions;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.session.QuestionGarden;

/// A link's question garden: either class's adults put in what their class would like to ask. By
/// typing it an adult has read it. A room that is open and has not begun hears of it at once.
final class GardenHandler {
  private static final String PAGE = "link/questions.ftlh";

  private final Needs of;

  /// What it needs.
  record Needs(Links links, QuestionGarden garden, RoomsTold told) {}

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
    visit.page(PAGE, model(visit, link(visit), new ChildText(visit.form())));
  }

  private Map<String, Object> model(Visit visit, LinkView link, ChildText judged) {
    return Map.of(
        "link",
        link,
        "mine",
        link.ended() ? List.of() : link.mine(visit.me()),
        "garden",
        of.garden().of(link.id()).await(),
        "asked",
        judged.asked());
  }

  private void add(Visit visit) {
    var link = link(visit);
    var mine = writers(visit, link);
    var form = visit.form();
    String words = form.line("words", Questions.CHARACTERS);
    var judged = new ChildText(form).judge("words");
    if (!form.good()) {
      visit.again(PAGE, model(visit, link, judged));
      return;
    }
    var ours = GoInHandler.ours(visit, mine);
    if (!of.garden().add(visit.made(), link.id(), ours.id(), words, visit.now()).await()) {
      form.wrong("words", "garden.full", Questions.MOST);
      visit.again(PAGE, model(visit, link, judged));
      return;
    }
    of.told().lesson(visit, link);
    visit.go("/links/" + link.id() + "/questions");
  }

  private void remove(Visit visit) {
    var link = link(visit);
    var mine = writers(visit, link).stream().map(ClassView::id).toList();
    var question = visit.form().id("question").orElseThrow(Problem::malformed);
    of.garden().remove(link.id(), mine, question).await();
    of.told().lesson(visit, link);
    visit.go("/links/" + link.id() + "/questions");
  }
}
