package org.linkroom.web;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.openid.Issuer;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.people.Mailer;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.people.SignIns;
import org.linkroom.records.Records;

/// Signing in by mail or by a code that is read out. The answer never tells whether an address is
/// known.
final class SignInHandler {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int CODE_TRIES = 5;

  /// Tries of all codes that were mailed to one person in a day, from whatever browsers: one
  /// guesser in 17,000 would get in. Her mailed link is not held up by them.
  private static final int CODE_TRIES_IN_A_DAY = 60;
  private static final int SPOKEN_OF_BROWSER = 10;

  /// Spoken codes tried over all browsers: enough for a whole network's morning, and with 22
  /// characters eight times over nobody finds one.
  private static final int SPOKEN_OF_ALL = 3000;

  /// One statement, so that no code is used without a line that says so.
  private static final String USE_SPOKEN =
      """
      WITH used AS (
        UPDATE spoken_code SET used_at = $2 WHERE code = $1 AND used_at IS NULL AND until > $2 RETURNING person, made_by),
      told AS (INSERT INTO audit (who, what, subject) SELECT person, 'spoken-code.use', made_by FROM used)
      SELECT person FROM used""";

  private final Records records;
  private final People people;
  private final SignIns signIns;
  private final Hashes hashes;
  private final Attempts attempts;
  private final Mailer mailer;
  private final String publicUrl;
  private final Duration mailed;
  private final List<Issuer> issuers;

  SignInHandler(
      Records records,
      People people,
      SignIns signIns,
      Hashes hashes,
      Attempts attempts,
      Mailer mailer,
      String publicUrl,
      Duration mailed,
      List<Issuer> issuers) {
    this.records = records;
    this.people = people;
    this.signIns = signIns;
    this.hashes = hashes;
    this.attempts = attempts;
    this.mailer = mailer;
    this.publicUrl = publicUrl;
    this.mailed = mailed;
    this.issuers = issuers;
  }

  void routes(Routes routes) {
    routes.get("/sign-in", Who.anyone(), this::ask);
    routes.post("/sign-in", Who.anyone(), this::mail);
    routes.get("/sign-in/code", Who.anyone(), visit -> visit.page("people/code.ftlh", minutes()));
    routes.post("/sign-in/code", Who.anyone(), this::code);
    routes.post("/sign-in/spoken", Who.anyone(), this::spoken);
    routes.get("/sign-in/link/:token", Who.anyone(), this::link);
    routes.post("/sign-in/link/:token", Who.anyone(), this::linkPressed);
  }

  private Map<String, Object> minutes() {
    return Map.of("minutes", mailed.toMinutes());
  }

  private void ask(Visit visit) {
    if (visit.maybe().isPresent()) {
      visit.go(Welcome.safe(visit.query("to")));
      return;
    }
    if (!visit.query("to").isEmpty()) {
      visit.keep("to", Welcome.safe(visit.query("to")), Duration.ofMinutes(30));
    }
    visit.page("people/sign-in.ftlh", Map.of("issuers", issuers));
  }

  private void mail(Visit visit) {
    String email = visit.form().email("email");
    if (!visit.form().good()) {
      visit.again("people/sign-in.ftlh", Map.of("issuers", issuers));
      return;
    }
    boolean allowed =
        attempts.allows("mail:" + hashes.of(email), 5, QUARTER).await()
            && attempts.allows("browser:" + hashes.of(visit.browserText()), 10, QUARTER).await();
    if (!allowed) {
      throw Problem.tooMany();
    }
    String token = Hashes.secret();
    String code = Hashes.digits(6);
    var person = people.byEmail(email).await();
    records
        .run(
            "INSERT INTO sign_in_mail (id, person, browser, token, code, until) VALUES ($1,$2,$3,$4,$5,$6)",
            Id.random(),
            person.map(Person::id).orElse(null),
            hashes.of(visit.browserText()),
            hashes.of(token),
            hashes.of(code),
            utc(visit).plus(mailed))
        .await();
    // Sent after the answer's work is done, and not waited for: both answers take the same time.
    person.ifPresent(
        found ->
            mailer.send(
                new Mailer.Letter(
                        found.email(),
                        visit.words().say("mail.signin.subject"),
                        visit
                            .words()
                            .say(
                                "mail.signin.body",
                                found.name(),
                                publicUrl + "/sign-in/link/" + token,
                                code,
                                mailed.toMinutes()),
                        mailed)
                    .of("sign-in")));
    visit.go("/sign-in/code");
  }

  private static OffsetDateTime utc(Visit visit) {
    return visit.now().atOffset(ZoneOffset.UTC);
  }

  /// The code is good only in the browser that asked for the mail.
  private void code(Visit visit) {
    boolean own = visit.form().raw("device").equals("own");
    String code = Hashes.typed(visit.form().line("code", 20));
    if (visit.form().good()) {
      var person =
          records
              .inTransaction(
                  all -> used(all, hashes.of(visit.browserText()), hashes.of(code), utc(visit)))
              .await();
      if (person.isPresent()) {
        welcome(visit, person.get(), own);
        return;
      }
      visit.form().wrong("code", "signin.code.wrong");
    }
    visit.again("people/code.ftlh", minutes());
  }

  private static Future<Optional<Id>> used(
      Records all, String browser, String code, OffsetDateTime now) {
    return all.run(
            "UPDATE sign_in_mail SET tries = tries + 1 WHERE browser = $1 AND used_at IS NULL AND until > $2",
            browser,
            now)
        .compose(
            counted ->
                all.one(
                    "UPDATE sign_in_mail SET used_at = $4 WHERE browser = $1 AND code = $2 AND tries <= $3 AND used_at IS NULL AND until > $4 AND (SELECT sum(m.tries) FROM sign_in_mail m WHERE m.person = sign_in_mail.person) <= $5 RETURNING person",
                    row -> Records.id(row, "person"),
                    browser,
                    code,
                    CODE_TRIES,
                    now,
                    CODE_TRIES_IN_A_DAY));
  }

  private void spoken(Visit visit) {
    boolean own = visit.form().raw("device").equals("own");
    String code = Hashes.typed(visit.form().line("spoken", 20));
    if (visit.form().good()) {
      if (!attempts
              .allows("spoken:" + hashes.of(visit.browserText()), SPOKEN_OF_BROWSER, QUARTER)
              .await()
          || !attempts.allows("spoken", SPOKEN_OF_ALL, QUARTER).await()) {
        throw Problem.tooMany();
      }
      var person =
          records
              .one(USE_SPOKEN, row -> Records.id(row, "person"), hashes.of(code), utc(visit))
              .await();
      if (person.isPresent()) {
        welcome(visit, person.get(), own);
        return;
      }
      visit.form().wrong("spoken", "signin.code.wrong");
    }
    visit.again("people/sign-in.ftlh", Map.of("issuers", issuers));
  }

  /// Mail scanners open links, so opening one does nothing but show the button.
  private void link(Visit visit) {
    visit.page("people/link.ftlh", Map.of("action", "/sign-in/link/" + visit.path("token")));
  }

  private void linkPressed(Visit visit) {
    boolean own = visit.form().raw("device").equals("own");
    var person =
        records
            .one(
                "UPDATE sign_in_mail SET used_at = $2 WHERE token = $1 AND used_at IS NULL AND until > $2 AND person IS NOT NULL RETURNING person",
                row -> Records.id(row, "person"),
                hashes.of(visit.path("token")),
                utc(visit))
            .await();
    if (person.isEmpty()) {
      throw Problem.saying(410, "problem.link");
    }
    welcome(visit, person.get(), own);
  }

  private void welcome(Visit visit, Id id, boolean own) {
    var person = people.find(id).await().orElseThrow(Problem::notFound);
    Welcome.in(visit, person, own, signIns);
  }
}
