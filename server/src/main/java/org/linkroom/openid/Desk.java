package org.linkroom.openid;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.linkroom.base.MailAddress;
import org.linkroom.people.Hashes;

/// One issuer, with what it says of itself: found when it is first needed, so that one that is down
/// holds up nobody else, and no start.
final class Desk {
  private static final Duration METADATA_LIFE = Duration.ofHours(1);
  private static final Duration KEYS_LIFE = Duration.ofHours(6);

  /// Keys that we do not have make us look again, but not as often as somebody likes.
  private static final Duration KEYS_REST = Duration.ofMinutes(1);

  private final Issuer issuer;
  private final Hashes hashes;
  private final Outward outward;
  private final Kept<Metadata> metadata = new Kept<>();
  private final Kept<JWKSet> keys = new Kept<>();

  Desk(Issuer issuer, Hashes hashes, Outward outward) {
    this.issuer = issuer;
    this.hashes = hashes;
    this.outward = outward;
  }

  Issuer issuer() {
    return issuer;
  }

  private Future<Metadata> metadata(Instant now) {
    return metadata.newerThan(METADATA_LIFE, now, this::discover);
  }

  private Future<Metadata> discover() {
    String at = issuer.url().replaceFirst("/$", "") + "/.well-known/openid-configuration";
    return outward.get(at, Map.of()).map(Desk::json).map(said -> Metadata.of(issuer, said));
  }

  private Future<JWKSet> keys(Duration age, Instant now) {
    return metadata(now).compose(known -> keys.newerThan(age, now, () -> fetchKeys(known.keys())));
  }

  private Future<JWKSet> fetchKeys(String at) {
    return outward
        .get(at, Map.of())
        .map(
            answer -> {
              try {
                return JWKSet.parse(json(answer).encode());
              } catch (ParseException malformed) {
                throw Unvouched.disorder("keys");
              }
            });
  }

  /// Where the browser goes to.
  Future<String> door(Errand errand, String back, Instant now) {
    return metadata(now)
        .map(
            known ->
                known.authorize()
                    + (known.authorize().contains("?") ? "&" : "?")
                    + Metadata.query(
                        issuer,
                        Map.of(
                            "redirect_uri",
                            back,
                            "state",
                            errand.state(hashes),
                            "nonce",
                            errand.nonce(hashes),
                            "code_challenge",
                            errand.challenge(hashes))));
  }

  /// The mail address that the issuer vouches for, in small letters.
  Future<String> address(Errand errand, String code, String back, Instant now) {
    return metadata(now)
        .compose(known -> outward.post(known.token(), client(), form(errand, code, back)))
        .map(Desk::tokens)
        .compose(
            tokens ->
                claims(text(tokens, "id_token"), errand, now)
                    .compose(claims -> said(claims, text(tokens, "access_token"), now)))
        .map(this::vouched);
  }

  private Map<String, String> client() {
    // RFC 6749, section 2.3.1: both are encoded as in a form before they are joined.
    String pair =
        Metadata.percent(issuer.clientId()) + ":" + Metadata.percent(issuer.clientSecret());
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private String form(Errand errand, String code, String back) {
    return Metadata.form(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            back,
            "code_verifier",
            errand.verifier(hashes)));
  }

  private static JsonObject tokens(Outward.Answer answer) {
    if (answer.status() == 400 && "invalid_grant".equals(read(answer).getValue("error"))) {
      throw new Unvouched(Unvouched.Why.LATE, "code");
    }
    return json(answer);
  }

  private Future<JWTClaimsSet> claims(String token, Errand errand, Instant now) {
    return keys(KEYS_LIFE, now)
        .compose(
            known ->
                IdToken.keyIn(known, token) ? Future.succeededFuture(known) : keys(KEYS_REST, now))
        .map(known -> IdToken.read(token, known, issuer, errand.nonce(hashes), now));
  }

  /// What is said of her: most say it at once, some only when asked for it (section 5.4).
  private Future<JsonObject> said(JWTClaimsSet claims, String access, Instant now) {
    var said = new JsonObject(claims.toJSONObject());
    if (said.containsKey("email") || access.isEmpty()) {
      return Future.succeededFuture(said);
    }
    return metadata(now)
        .compose(
            known ->
                known.userInfo().isEmpty()
                    ? Future.succeededFuture(said)
                    : outward
                        .get(known.userInfo(), Map.of("Authorization", "Bearer " + access))
                        .map(Desk::json)
                        .map(
                            more -> {
                              if (!claims.getSubject().equals(more.getValue("sub"))) {
                                throw Unvouched.disorder("other-subject");
                              }
                              return more;
                            }));
  }

  private String vouched(JsonObject said) {
    String email = text(said, "email").strip().toLowerCase(Locale.ROOT);
    if (!MailAddress.fits(email) || !issuer.vouches(email, said.getValue("email_verified"))) {
      throw new Unvouched(Unvouched.Why.UNVERIFIED, "unverified");
    }
    return email;
  }

  private static String text(JsonObject said, String name) {
    return said.getValue(name) instanceof String text ? text : "";
  }

  private static JsonObject json(Outward.Answer answer) {
    if (answer.status() >= 500 || answer.status() == 429) {
      throw new Unvouched(Unvouched.Why.AWAY, "status-" + answer.status());
    }
    if (answer.status() != 200) {
      throw Unvouched.disorder("status-" + answer.status());
    }
    return read(answer);
  }

  private static JsonObject read(Outward.Answer answer) {
    try {
      return new JsonObject(answer.body());
    } catch (DecodeException malformed) {
      throw Unvouched.disorder("json");
    }
  }
}
