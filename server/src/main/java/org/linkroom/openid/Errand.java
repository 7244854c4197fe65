package org.linkroom.openid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.linkroom.people.Hashes;
import org.linkroom.people.Sealed;

/// A browser's way to an issuer and back. It keeps one sealed secret; the state, the nonce and the
/// verifier are made from that and from our own secret, so the server keeps nothing, and what the
/// issuer gets to see tells neither of the others.
public record Errand(String issuer, String secret) {
  /// How long somebody may take to sign in over there.
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final String SEAL = "errand";

  /// Begin one.
  public static Errand to(Issuer issuer) {
    return new Errand(issuer.key(), Hashes.secret());
  }

  /// As the browser keeps it.
  public String sealed(Hashes hashes, Instant now) {
    return Sealed.seal(hashes, SEAL, issuer + " " + secret, now.plus(LIFE));
  }

  /// What the browser brings back; empty if it is not ours, was changed, or is over.
  ///
  /// @param state what came back by the issuer
  public static Optional<Errand> back(
      String sealed, Issuer issuer, String state, Hashes hashes, Instant now) {
    return Sealed.open(hashes, SEAL, sealed, now)
        .map(text -> text.split(" "))
        .filter(parts -> parts.length == 2)
        .map(parts -> new Errand(parts[0], parts[1]))
        .filter(errand -> errand.issuer().equals(issuer.key()))
        .filter(errand -> Hashes.same(errand.state(hashes), state));
  }

  String state(Hashes hashes) {
    return hashes.of("openid-state:" + secret);
  }

  String nonce(Hashes hashes) {
    return hashes.of("openid-nonce:" + secret);
  }

  /// 43 characters, as RFC 7636 (PKCE) wants it.
  String verifier(Hashes hashes) {
    return hashes.of("openid-verifier:" + secret);
  }

  /// The verifier's SHA-256: PKCE's S256.
  String challenge(Hashes hashes) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(verifier(hashes).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }
}
