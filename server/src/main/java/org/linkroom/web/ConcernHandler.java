package org.linkroom.web;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.network.Links;
import org.linkroom.network.Programmes;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.people.Mailer;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;
import org.linkroom.safety.Concerns;
import org.linkroom.session.Sessions;

/// Raise a concern, signed in or not; and read those that are for you.
final class ConcernHandler {
  /// A mail that could not be sent is kept for as long, so that somebody can still pass it on.
  private static final Duration MAIL_GOOD = Duration.ofDays(30);

  /// Of more schools than this, one says first where hers is.
  private static final int FEW = 300;

  private final Concerns concerns;
  private final Programmes programmes;
  private final Links links;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Hashes hashes;
  private final Mailer mailer;
  private final Audit audit;
  private final String publicUrl;

  ConcernHandler(
      Concerns concerns,
      Programmes programmes,
      Links links,
      Sessions sessions,
      Attempts attempts,
      Hashes hashes,
      Mailer mailer,
      Audit audit,
      String publicUrl) {
    this.concerns = concerns;
    this.programmes = programmes;
    this.links = links;
    this.sessions = sessions;
    this.attempts = attempts;
    this.hashes = hashes;
    this.mailer = mailer;
    this.audit = audit;
    this.publicUrl = publicUrl;
  }

  void routes(Routes routes) {
    routes.get("/concern", Who.anyone(), this::form);
    routes.post("/concern", Who.anyone(), this::raise);
    routes.get("/concern/sent", Who.anyone(), v -> v.page("safety/sent.ftlh", Map.of()));
    routes.get("/concern/read/:token", Who.anyone(), this::byToken);
    routes.post("/concern/read/:token", Who.anyone(), this::read);
    routes.post("/concern/read/:token/handed", Who.anyone(), this::handedByToken);
    var readers = Who.having(Role.Kind.SAFEGUARDING, Role.Kind.HEADTEACHER);
    routes.get("/concerns", readers, this::list);
    routes.post("/concerns/:concern/handed", readers, this::handed);
  }

  private Map<String, Object> model(Visit visit) {
    String session = visit.query("session");
    var near = new LinkedHashSet<Id>();
    visit.maybe().ifPresent(person -> near.addAll(schools(person)));
    if (Id.fits(session)) {
      sessions
          .find(new Id(session))
          .await()
          .flatMap(s -> links.find(s.link()).await())
          .ifPresent(link -> link.classes().forEach(c -> near.add(c.school())));
    }
    boolean few = !links.schoolsExceed(FEW).await();
    String asked = visit.query("programme");
    var programme = Id.fits(asked) ? new Id(asked) : visit.form().id("programme").orElse(null);
    return Map.of(
        "schools", few ? links.schools().await() : links.schools(programme, near).await(),
        "programmes", few ? List.of() : programmes.all().await(),
        "programme", programme == null ? "" : programme.text(),
        "near", near,
        "session", session);
  }

  private Set<Id> schools(Person person) {
    var hers = new LinkedHashSet<Id>();
    for (var link : links.of(person).await()) {
      link.mine(person).forEach(c -> hers.add(c.school()));
    }
    person.roles().stream().map(Role::school).filter(Objects::nonNull).forEach(hers::add);
    return hers;
  }

  private void form(Visit visit) {
    visit.page("safety/concern.ftlh", model(visit));
  }

  private void raise(Visit visit) {
    var form = visit.form();
    String about = form.choice("about", Set.of("child", "adult", "head", "other"));
    String body = form.optionalText("body", 4000);
    String contact = form.optionalLine("contact", 254);
    var school = form.id("school");
    if (school.isEmpty()) {
      form.wrong("school", "form.choose");
    }
    var raiser = visit.maybe().map(Person::id).orElse(null);
    var reader = school.isEmpty() ? null : concerns.reader(school.get(), about, raiser).await();
    if (reader != null && reader.isEmpty()) {
      form.wrong("school", "concern.noreader");
    }
    if (!form.good() || school.isEmpty() || reader == null || reader.isEmpty()) {
      visit.again("safety/concern.ftlh", model(visit));
      return;
    }
    if (!attempts
        .allows("concern:" + hashes.of(visit.browserText()), 10, Duration.ofHours(1))
        .await()) {
      throw Problem.tooMany();
    }
    var raised =
        new Concerns.Raised(
            visit.made(), school.get(), about, body, contact, form.id("session").orElse(null));
    keep(visit, raised, reader.get());
    visit.go("/concern/sent");
  }

  private void keep(Visit visit, Concerns.Raised raised, Concerns.Reader reader) {
    String token = reader.person() == null ? Hashes.secret() : "";
    if (!concerns.keep(raised, reader, token.isEmpty() ? "" : hashes.of(token)).await()) {
      return;
    }
    var who = visit.maybe().map(Person::id).orElse(null);
    audit.write(who, "concern.raise", raised.id().text()).await();
    String at = publicUrl + (token.isEmpty() ? "/concerns" : "/concern/read/" + token);
    send(visit, reader.email(), "mail.concern.body", at);
    for (String email : concerns.facilitators(raised.school()).await()) {
      send(visit, email, "mail.concern.exists", "");
    }
  }

  private void send(Visit visit, String email, String body, String at) {
    String subject = visit.words().say("mail.concern.subject");
    var letter = new Mailer.Letter(email, subject, visit.words().say(body, at), MAIL_GOOD);
    mailer.send(letter.of("concern")).await();
  }

  private void list(Visit visit) {
    list(visit, 200, concerns.of(visit.me()).await(), "/concerns/");
  }

  /// @param at where the form that a concern was taken on goes: its id is between, unless it is the
  ///     token's
  private static void list(Visit visit, int status, List<Concerns.Concern> all, String at) {
    visit.page(status, "safety/concerns.ftlh", Map.of("concerns", all, "at", at));
  }

  private void handed(Visit visit) {
    var me = visit.me().id();
    var which = new Concerns.Which.Of(visit.id("concern"), me);
    var hers = concerns.of(visit.me()).await();
    if (hers.stream().noneMatch(concern -> concern.id().equals(which.concern()))) {
      throw Problem.notFound();
    }
    String note = visit.form().line("note", 300);
    if (!visit.form().good()) {
      list(visit, 422, hers, "/concerns/");
      return;
    }
    concerns.handed(which, note).await();
    audit.write(me, "concern.handed", which.concern().text()).await();
    visit.go("/concerns");
  }

  private void handedByToken(Visit visit) {
    String hash = hashes.of(visit.path("token"));
    if (!concerns.leads(hash).await()) {
      throw Problem.notFound();
    }
    String note = visit.form().line("note", 300);
    if (visit.form().good()) {
      concerns.handed(new Concerns.Which.By(hash), note).await();
    }
    var found = concerns.byToken(hash).await().orElseThrow(Problem::notFound);
    if (visit.form().good()) {
      audit.write(null, "concern.handed", found.id().text()).await();
    }
    String at = "/concern/read/" + visit.path("token");
    list(visit, visit.form().good() ? 200 : 422, List.of(found), at);
  }

  /// Mail scanners open links, so opening one reads nothing and only shows the button.
  private void byToken(Visit visit) {
    if (!concerns.leads(hashes.of(visit.path("token"))).await()) {
      throw Problem.notFound();
    }
    visit.page("safety/read.ftlh", Map.of("token", visit.path("token")));
  }

  private void read(Visit visit) {
    var found =
        concerns.byToken(hashes.of(visit.path("token"))).await().orElseThrow(Problem::notFound);
    audit.write(null, "concern.read", found.id().text()).await();
    list(visit, 200, List.of(found), "/concern/read/" + visit.path("token"));
  }
}
