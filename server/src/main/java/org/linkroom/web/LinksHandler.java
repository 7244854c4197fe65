package org.linkroom.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.Halves;
import org.linkroom.network.LinkCheck;
import org.linkroom.network.LinkList;
import org.linkroom.network.Linking;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.network.SchoolYear;
import org.linkroom.records.Records;
import org.linkroom.safety.Audit;

/// A programme's links, and a new one: two classes, three, or the two halves of one.
final class LinksHandler {
  private static final List<String> STATES = List.of("live", "brokered", "ended", "all");

  private final Programmes programmes;
  private final LinkList list;
  private final Linking linking;
  private final Halves halves;
  private final LinkNews news;
  private final Audit audit;

  LinksHandler(Records records, Programmes programmes, LinkNews news, Audit audit) {
    this.programmes = programmes;
    this.list = new LinkList(records);
    this.linking = new Linking(records);
    this.halves = new Halves(records);
    this.news = news;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/programmes/:programme/links", Who.signedIn(), this::show);
    routes.get("/programmes/:programme/links/new", Who.signedIn(), this::blank);
    routes.post("/programmes/:programme/links/new", Who.signedIn(), this::make);
  }

  private void show(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    String state = STATES.contains(visit.query("state")) ? visit.query("state") : "all";
    String search = visit.query("search").strip();
    int page = visit.query("page").matches("\\d{1,4}") ? Integer.parseInt(visit.query("page")) : 0;
    var found = list.links(new LinkList.Sought(programme.id(), state, search, page)).await();
    visit.page(
        "network/links.ftlh",
        Map.of(
            "programme", programme,
            "links", found.stream().limit(LinkList.PAGE).toList(),
            "more", found.size() > LinkList.PAGE,
            "states", STATES,
            "state", state,
            "search", search,
            "page", page));
  }

  private List<LinkCheck.Choice> choices(ProgrammeView programme, Visit visit) {
    return list.choices(programme.id(), SchoolYear.at(visit.now())).await();
  }

  private Map<String, @Nullable Object> model(Visit visit, ProgrammeView programme) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("programme", programme);
    model.put("choices", choices(programme, visit));
    model.put("before", visit.query("before"));
    model.put("first", visit.query("class"));
    model.put("warnings", List.of());
    return model;
  }

  private void blank(Visit visit) {
    visit.page(
        "network/link-new.ftlh", model(visit, ProgrammeHandler.programme(visit, programmes)));
  }

  /// The classes that were chosen, each once, of those that there are.
  private static List<LinkCheck.Choice> chosen(Form form, List<LinkCheck.Choice> choices) {
    var chosen = new ArrayList<LinkCheck.Choice>();
    for (String field : List.of("one", "two", "three")) {
      var id = form.id(field);
      choices.stream()
          .filter(c -> id.filter(c.view().id()::equals).isPresent() && !chosen.contains(c))
          .forEach(chosen::add);
    }
    return chosen;
  }

  private void make(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, programmes);
    var form = visit.form();
    boolean split = form.choice("how", Set.of("classes", "halves")).equals("halves");
    var chosen = chosen(form, choices(programme, visit));
    if (chosen.size() < (split ? 1 : 2)) {
      form.wrong(chosen.isEmpty() ? "one" : "two", split ? "linking.new.one" : "linking.new.two");
    }
    var classes = split ? chosen.stream().limit(1).toList() : chosen;
    var warnings = LinkCheck.warnings(classes, split);
    if (!form.good() || (!warnings.isEmpty() && !form.raw("sure").equals("yes"))) {
      var model = model(visit, programme);
      model.put("before", form.raw("before"));
      model.put("warnings", form.good() ? warnings : List.of());
      visit.again("network/link-new.ftlh", model);
      return;
    }
    visit.go("/links/" + made(visit, programme, classes, split));
  }

  private Id made(
      Visit visit, ProgrammeView programme, List<LinkCheck.Choice> classes, boolean split) {
    var ids =
        split
            ? halves.of(classes.getFirst().view().id()).await()
            : classes.stream().map(c -> c.view().id()).toList();
    int year = classes.stream().mapToInt(LinkCheck.Choice::year).max().orElseThrow();
    var before = visit.form().id("before").flatMap(id -> ours(id, programme)).orElse(null);
    var link = visit.made();
    var draft = new Linking.New(programme.id(), year, LinkCheck.kind(classes, split), ids, before);
    if (linking.make(link, draft).await()) {
      audit.write(visit.me().id(), "link.make", link.text()).await();
      news.asked(link);
    }
    return link;
  }

  private Optional<Id> ours(Id before, ProgrammeView programme) {
    return list.in(programme.id(), before).await() ? Optional.of(before) : Optional.empty();
  }
}
