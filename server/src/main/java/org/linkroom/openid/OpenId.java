package org.linkroom.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.linkroom.people.Hashes;

/// The issuers whose word is taken, each asked only when somebody wants to sign in by it.
public final class OpenId {
  /// How long any answer of an issuer's may take: somebody is waiting before her screen.
  public static final Duration PATIENCE = Duration.ofSeconds(6);

  private final List<Desk> desks;
  private final String publicUrl;

  /// @param publicUrl where issuers send browsers back to
  public OpenId(
      Vertx vertx, List<Issuer> issuers, Hashes hashes, String publicUrl, Duration patience) {
    this.publicUrl = publicUrl;
    var outward = new Outward(vertx, patience);
    desks = issuers.stream().map(issuer -> new Desk(issuer, hashes, outward)).toList();
  }

  /// One of them, as our addresses name it.
  public Optional<Issuer> issuer(String key) {
    return desks.stream().map(Desk::issuer).filter(one -> one.key().equals(key)).findFirst();
  }

  private Desk desk(Errand errand) {
    return desks.stream()
        .filter(desk -> desk.issuer().key().equals(errand.issuer()))
        .findFirst()
        .orElseThrow();
  }

  private String back(Errand errand) {
    return publicUrl + "/sign-in/back/" + errand.issuer();
  }

  /// Where a browser goes to, to sign in there; it fails with `Unvouched`.
  public Future<String> door(Errand errand, Instant now) {
    return desk(errand).door(errand, back(errand), now);
  }

  /// The mail address that the issuer vouches for, in small letters; it fails with `Unvouched`.
  ///
  /// @param code what the browser came back with, good once
  public Future<String> address(Errand errand, String code, Instant now) {
    return desk(errand).address(errand, code, back(errand), now);
  }
}
