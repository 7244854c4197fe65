package org.linkroom.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.network.Adults;
import org.linkroom.network.Choices;
import org.linkroom.network.Interests;
import org.linkroom.network.LinkPeople;
import org.linkroom.network.ProgrammeView;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;

/// How a head says that her school would like to link: a public form of each programme, and for its
/// team the list of those who wait, each with a press that makes the school.
final class InterestHandler {
  private static final int AN_HOUR = 10;

  private final Needs of;

  /// What it needs.
  record Needs(
      Programmes programmes,
      Schools schools,
      Adults adults,
      Interests interests,
      LinkPeople people,
      Attempts attempts,
      Hashes hashes,
      Letters letters,
      Audit audit) {}

  InterestHandler(Needs of) {
    this.of = of;
  }

  void routes(Routes routes) {
    routes.get("/interest", Who.anyone(), this::programmes);
    routes.get("/interest/:programme", Who.anyone(), this::form);
    routes.post("/interest/:programme", Who.anyone(), this::send);
    routes.get("/programmes/:programme/interest", Who.signedIn(), this::waiting);
    routes.post("/programmes/:programme/interest/make", Who.signedIn(), this::make);
    routes.post("/programmes/:programme/interest/decline", Who.signedIn(), this::decline);
  }

  private void programmes(Visit visit) {
    var open = of.programmes().all().await().stream().filter(ProgrammeView::recruiting).toList();
    visit.page("network/interest-programmes.ftlh", Map.of("programmes", open));
  }

  private ProgrammeView asked(Visit visit) {
    return of.programmes()
        .find(visit.id("programme"))
        .await()
        .filter(found -> !found.archived())
        .orElseThrow(Problem::notFound);
  }

  private static Map<String, Object> model(ProgrammeView programme, boolean sent) {
    return Map.of(
        "programme",
        programme,
        "sent",
        sent,
        "choices",
        Map.of("phases", Choices.PHASES, "characters", Choices.CHARACTERS));
  }

  private void form(Visit visit) {
    visit.page("network/interest.ftlh", model(asked(visit), visit.query("sent").equals("yes")));
  }

  private static Interests.Wish wish(Form form) {
    return new Interests.Wish(
        form.line("school", 120),
        form.line("town", 120),
        form.choice("phase", Set.copyOf(Choices.PHASES)),
        form.choice("character", Set.copyOf(Choices.CHARACTERS)),
        form.line("head", 120),
        form.email("email"),
        form.line("phone", 40),
        form.optionalLine("years", 120),
        form.optionalText("hopes", 2000));
  }

  private void send(Visit visit) {
    var programme = asked(visit);
    var wish = wish(visit.form());
    if (!programme.recruiting()) {
      throw Problem.notFound();
    }
    if (!visit.form().good()) {
      visit.again("network/interest.ftlh", model(programme, false));
      return;
    }
    String browser = "interest:" + of.hashes().of(visit.browserText());
    if (!of.attempts().allows(browser, AN_HOUR, Duration.ofHours(1)).await()) {
      throw Problem.tooMany();
    }
    if (of.interests().keep(visit.made(), programme.id(), wish, visit.now()).await()) {
      of.letters()
          .send(
              of.people().facilitators(programme.id()).await(),
              "mail.interest.",
              "/programmes/" + programme.id() + "/interest");
    }
    visit.go("/interest/" + programme.id() + "?sent=yes");
  }

  private Map<String, Object> model(ProgrammeView programme) {
    List<Interests.Line> waiting = of.interests().waiting(programme.id()).await();
    return Map.of("programme", programme, "waiting", waiting);
  }

  private void waiting(Visit visit) {
    visit.page("network/interests.ftlh", model(ProgrammeHandler.programme(visit, of.programmes())));
  }

  private Interests.Line found(Visit visit, ProgrammeView programme) {
    var id = visit.form().id("interest").orElseThrow(Problem::malformed);
    return of.interests()
        .find(programme.id(), id)
        .await()
        .orElseThrow(() -> Problem.changed("/programmes/" + programme.id() + "/interest"));
  }

  /// The school with its head; its settings are the usual ones, for the head to look at.
  private void make(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, of.programmes());
    var line = found(visit, programme);
    String governors = visit.form().email("governors");
    var school = visit.made();
    if (visit.form().good()
        && !of.schools().create(school, programme.id(), draft(line.wish(), governors)).await()) {
      visit.form().wrong("governors", "network.school.there");
    }
    if (!visit.form().good()) {
      visit.again("network/interests.ftlh", model(programme));
      return;
    }
    var head = of.adults().known(line.wish().head(), line.wish().email()).await();
    of.adults().give(head, Role.Kind.HEADTEACHER, school).await();
    of.interests().done(line.id(), school, visit.me().id(), visit.now()).await();
    done(visit, school, "interest.made");
    visit.go("/schools/" + school + "/change");
  }

  private static Schools.Draft draft(Interests.Wish wish, String governors) {
    var about =
        new Schools.About(wish.school(), wish.town(), wish.phase(), wish.character(), "other");
    var domain = List.of(wish.email().substring(wish.email().lastIndexOf('@') + 1));
    var contacts = new Schools.Contacts(wish.phone(), "", governors, domain);
    return new Schools.Draft(about, contacts, Schools.Wishes.USUAL);
  }

  private void decline(Visit visit) {
    var programme = ProgrammeHandler.programme(visit, of.programmes());
    var line = found(visit, programme);
    of.interests().done(line.id(), null, visit.me().id(), visit.now()).await();
    done(visit, line.id(), "interest.declined");
    visit.go("/programmes/" + programme.id() + "/interest");
  }

  private void done(Visit visit, Id subject, String what) {
    of.audit().write(visit.me().id(), what, subject.text()).await();
  }
}
