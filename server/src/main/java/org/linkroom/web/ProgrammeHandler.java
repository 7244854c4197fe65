package org.linkroom.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.linkroom.base.Id;
import org.linkroom.day.QuietLinks;
import org.linkroom.network.Links;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.session.SchoolClock;
import org.linkroom.year.Rounds;

/// Local programmes: the network's list, each one's page with its schools, and what is on record of
/// it.
final class ProgrammeHandler {
  private static final int MOST_SCHOOLS = 500;

  private final Programmes programmes;
  private final Schools schools;
  private final Links links;
  private final Rounds rounds;
  private final QuietLinks quiet;
  private final Audit audit;

  ProgrammeHandler(
      Programmes programmes,
      Schools schools,
      Links links,
      Rounds rounds,
      QuietLinks quiet,
      Audit audit) {
    this.quiet = quiet;
    this.programmes = programmes;
    this.schools = schools;
    this.links = links;
    this.rounds = rounds;
    this.audit = audit;
  }

  void routes(Routes routes) {
    var coordinator = Who.having(Role.Kind.COORDINATOR);
    routes.get("/programmes", coordinator, this::list);
    routes.get(
        "/programmes/new",
        coordinator,
        visit -> visit.page("network/programme-new.ftlh", Map.of()));
    routes.post("/programmes/new", coordinator, this::make);
    routes.get("/programmes/:programme", Who.signedIn(), this::show);
    routes.get("/programmes/:programme/change", Who.signedIn(), this::form);
    routes.post("/programmes/:programme/change", Who.signedIn(), this::change);
  }

  /// The programme that the path names, if the visitor runs it.
  static ProgrammeView programme(Visit visit, Programmes programmes) {
    return programmes
        .find(visit.id("programme"))
        .await()
        .filter(found -> found.runBy(visit.me()))
        .orElseThrow(Problem::notFound);
  }

  private void list(Visit visit) {
    visit.page("network/programmes.ftlh", Map.of("programmes", links.programmes().await()));
  }

  /// What was typed of a programme. A place's other name stands for one programme only.
  private Programmes.Draft draft(Form form, Id programme) {
    String name = form.line("name", 120);
    String team = form.optionalLine("team", 120);
    var aliases =
        Arrays.stream(form.optionalLine("aliases", 500).split(","))
            .map(String::strip)
            .filter(alias -> !alias.isEmpty())
            .toList();
    if (aliases.stream().anyMatch(alias -> alias.codePointCount(0, alias.length()) > 120)) {
      form.wrong("aliases", "form.long", 120);
    }
    List<String> taken = programmes.taken(programme, aliases).await();
    if (!taken.isEmpty()) {
      form.wrong("aliases", "network.aliases.taken", String.join(", ", taken));
    }
    String email = form.optionalEmail("email");
    String phone = form.optionalLine("phone", 40);
    String website = form.optionalLine("website", 200);
    if (!website.isEmpty() && !website.matches("https://\\S{1,190}")) {
      form.wrong("website", "network.website.wrong");
    }
    boolean recruiting = form.raw("recruiting").equals("yes");
    String lado = form.optionalLine("lado", 300);
    return new Programmes.Draft(name, team, aliases, email, phone, website, recruiting, lado);
  }

  private void make(Visit visit) {
    var id = visit.made();
    var draft = draft(visit.form(), id);
    if (visit.form().good() && !programmes.create(id, draft).await()) {
      visit.form().wrong("name", "network.programme.there");
    }
    if (!visit.form().good()) {
      visit.again("network/programme-new.ftlh", Map.of());
      return;
    }
    audit.write(visit.me().id(), "programme.make", id.text()).await();
    visit.go("/programmes/" + id + "/people");
  }

  private void show(Visit visit) {
    var programme = programme(visit, programmes);
    visit.page(
        "network/programme.ftlh",
        Map.of(
            "programme",
            programme,
            "schools",
            schools
                .search(programme.id(), visit.query("search").strip(), false, 0, MOST_SCHOOLS)
                .await(),
            "waiting",
            rounds.waiting(programme.id(), visit.now()).await(),
            "search",
            visit.query("search"),
            "quiet",
            quiet.of(List.of(programme.id()), visit.now()).await(),
            "weeks",
            quiet.weeks(programme.id()).await(),
            "today",
            visit.now().atZone(SchoolClock.LONDON).toLocalDate().toString()));
  }

  private void form(Visit visit) {
    visit.page("network/programme-change.ftlh", Map.of("programme", programme(visit, programmes)));
  }

  private void change(Visit visit) {
    var programme = programme(visit, programmes);
    var draft = draft(visit.form(), programme.id());
    if (visit.form().good() && !programmes.change(programme.id(), draft).await()) {
      visit.form().wrong("name", "network.programme.there");
    }
    if (!visit.form().good()) {
      visit.again("network/programme-change.ftlh", Map.of("programme", programme));
      return;
    }
    audit.write(visit.me().id(), "programme.change", programme.id().text()).await();
    visit.go("/programmes/" + programme.id());
  }
}
