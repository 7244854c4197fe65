package org.linkroom.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.openid.Errand;
import org.linkroom.openid.Issuer;
import org.linkroom.openid.OpenId;
import org.linkroom.openid.Unvouched;
import org.linkroom.openid.Unvouched.Why;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.people.Sealed;
import org.linkroom.people.SignIns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Signing in with an account that somebody has elsewhere. It makes nobody known here who was not;
/// whatever goes wrong leads back to the mailed link.
final class OpenIdHandler {
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdHandler.class);
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final int OF_BROWSER = 10;

  /// Over all browsers: enough for a whole network's morning, and an issuer is not flooded by us.
  private static final int OF_ALL = 3000;

  /// How long she may think about which computer this is.
  private static final Duration VOUCHED = Duration.ofMinutes(5);

  private static final String ERRAND = "errand";
  private static final String VOUCHED_FOR = "vouched";

  private final OpenId openId;
  private final People people;
  private final SignIns signIns;
  private final Hashes hashes;
  private final Attempts attempts;

  OpenIdHandler(OpenId openId, People people, SignIns signIns, Hashes hashes, Attempts attempts) {
    this.openId = openId;
    this.people = people;
    this.signIns = signIns;
    this.hashes = hashes;
    this.attempts = attempts;
  }

  void routes(Routes routes) {
    // A link, not a form: the content policy lets forms go to pages of ours alone, also where an
    // answer sends them on.
    routes.get("/sign-in/with/:issuer", Who.anyone(), this::out);
    routes.get("/sign-in/back/:issuer", Who.anyone(), this::back);
    routes.post("/sign-in/back/:issuer", Who.anyone(), this::pressed);
  }

  private Issuer issuer(Visit visit) {
    return openId.issuer(visit.path("issuer")).orElseThrow(Problem::notFound);
  }

  private void out(Visit visit) {
    var issuer = issuer(visit);
    if (!attempts.allows("browser:" + hashes.of(visit.browserText()), OF_BROWSER, QUARTER).await()
        || !attempts.allows("openid", OF_ALL, QUARTER).await()) {
      throw Problem.tooMany();
    }
    var errand = Errand.to(issuer);
    try {
      String door = openId.door(errand, visit.now()).await();
      visit.keep(ERRAND, errand.sealed(hashes, visit.now()), Errand.LIFE);
      visit.go(door);
    } catch (Unvouched why) {
      refuse(visit, issuer, why);
    }
  }

  private void back(Visit visit) {
    var issuer = issuer(visit);
    try {
      var person = vouchedFor(visit, issuer);
      String sealed =
          Sealed.seal(hashes, VOUCHED_FOR, person.id().text(), visit.now().plus(VOUCHED));
      visit.keep(VOUCHED_FOR, sealed, VOUCHED);
      visit.page("people/link.ftlh", Map.of("action", "/sign-in/back/" + issuer.key()));
    } catch (Unvouched why) {
      refuse(visit, issuer, why);
    }
  }

  /// Who it is. The errand ends here, whatever comes of it, so that no answer is taken twice.
  private Person vouchedFor(Visit visit, Issuer issuer) {
    var errand =
        visit
            .cookie(ERRAND)
            .flatMap(kept -> Errand.back(kept, issuer, visit.query("state"), hashes, visit.now()))
            .orElseThrow(() -> new Unvouched(Why.LATE, "state"));
    visit.forget(ERRAND);
    String error = visit.query("error");
    if (!error.isEmpty()) {
      boolean away = error.equals("server_error") || error.equals("temporarily_unavailable");
      throw new Unvouched(away ? Why.AWAY : Why.DENIED, "answer-error");
    }
    // RFC 9207: who says by whom an answer is must not be somebody else.
    if (!visit.query("iss").isEmpty() && !visit.query("iss").equals(issuer.url())) {
      throw new Unvouched(Why.DISORDER, "answer-issuer");
    }
    String address = openId.address(errand, visit.query("code"), visit.now()).await();
    return people.byEmail(address).await().orElseThrow(() -> new Unvouched(Why.UNKNOWN, "unknown"));
  }

  private void pressed(Visit visit) {
    var issuer = issuer(visit);
    boolean own = visit.form().raw("device").equals("own");
    Optional<Person> person =
        visit
            .cookie(VOUCHED_FOR)
            .flatMap(kept -> Sealed.open(hashes, VOUCHED_FOR, kept, visit.now()))
            .flatMap(id -> people.find(new Id(id)).await());
    visit.forget(VOUCHED_FOR);
    if (person.isEmpty()) {
      refuse(visit, issuer, new Unvouched(Why.LATE, "pressed"));
      return;
    }
    Welcome.in(visit, person.get(), own, signIns);
  }

  private static void refuse(Visit visit, Issuer issuer, Unvouched why) {
    // What the operator can mend is told loudly.
    var level = why.why() == Why.AWAY || why.why() == Why.DISORDER ? Level.WARN : Level.INFO;
    LOG.atLevel(level)
        .log("openid={} why={} detail={}", issuer.key(), why.why().word(), why.getMessage());
    int status =
        switch (why.why()) {
          case AWAY -> 503;
          case DISORDER -> 502;
          case LATE -> 410;
          case DENIED, UNVERIFIED, UNKNOWN -> 403;
        };
    visit.page(
        status, "people/refused.ftlh", Map.of("why", why.why().word(), "issuer", issuer.name()));
  }
}
