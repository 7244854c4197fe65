package org.linkroom.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyConverter;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.Key;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// An issuer's signed word, read by the rules of OpenID Connect Core 1.0, section 3.1.3.7.
final class IdToken {
  /// How far the issuer's clock may be from ours.
  static final Duration LEEWAY = Duration.ofMinutes(1);

  /// Those with a public key alone: no `none`, and none whose key is the client's secret.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private IdToken() {}

  private static SignedJWT parsed(String token) {
    try {
      var parsed = SignedJWT.parse(token);
      if (ALGORITHMS.contains(parsed.getHeader().getAlgorithm())) {
        return parsed;
      }
    } catch (ParseException | IllegalArgumentException notOne) {
      throw Unvouched.disorder("token");
    }
    throw Unvouched.disorder("algorithm");
  }

  /// Tell whether any of these keys may have signed it.
  static boolean keyIn(JWKSet keys, String token) {
    return !candidates(keys, parsed(token)).isEmpty();
  }

  private static List<JWK> candidates(JWKSet keys, SignedJWT token) {
    return new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())).select(keys);
  }

  /// Read it.
  ///
  /// @param nonce what this browser's errand sent
  /// @throws Unvouched if it is not this issuer's, not for us, not for this errand, or over
  static JWTClaimsSet read(String token, JWKSet keys, Issuer issuer, String nonce, Instant now) {
    var parsed = parsed(token);
    if (KeyConverter.toJavaKeys(candidates(keys, parsed)).stream()
        .noneMatch(key -> signed(parsed, key))) {
      throw Unvouched.disorder("signature");
    }
    try {
      var claims = parsed.getJWTClaimsSet();
      check(issuer.url().equals(claims.getIssuer()), "issuer");
      check(claims.getAudience().contains(issuer.clientId()), "audience");
      String party = claims.getStringClaim("azp");
      check(claims.getAudience().size() == 1 || party != null, "party");
      check(party == null || party.equals(issuer.clientId()), "party");
      check(nonce.equals(claims.getStringClaim("nonce")), "nonce");
      check(claims.getSubject() != null && !claims.getSubject().isBlank(), "subject");
      Date expires = claims.getExpirationTime();
      Date made = claims.getIssueTime();
      check(expires != null && made != null, "times");
      check(made.toInstant().minus(LEEWAY).isBefore(now), "future");
      if (!now.isBefore(expires.toInstant().plus(LEEWAY))) {
        throw new Unvouched(Unvouched.Why.LATE, "expired");
      }
      return claims;
    } catch (ParseException malformed) {
      throw Unvouched.disorder("claims");
    }
  }

  private static boolean signed(SignedJWT token, Key key) {
    try {
      return token.verify(
          new DefaultJWSVerifierFactory().createJWSVerifier(token.getHeader(), key));
    } catch (JOSEException unfit) {
      return false;
    }
  }

  private static void check(boolean good, String what) {
    if (!good) {
      throw Unvouched.disorder(what);
    }
  }
}
