package org.linkroom.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Place;
import org.linkroom.protocol.Screen;

/// Signs passes and reads them, as JSON Web Tokens (RFC 7519) with HMAC-SHA-256 and no other
/// algorithm. Reading one needs no database.
public final class Passes {
  private static final String AUDIENCE = "linkroom-live";

  private final MACSigner signer;
  private final MACVerifier verifier;

  /// @param secret 32 characters or more
  public Passes(String secret) {
    try {
      var key = ("pass:" + secret).getBytes(StandardCharsets.UTF_8);
      signer = new MACSigner(key);
      verifier = new MACVerifier(key);
    } catch (JOSEException weak) {
      throw new IllegalArgumentException("secret is too short to sign with", weak);
    }
  }

  /// Sign a pass.
  public String sign(Pass pass) {
    var claims =
        new JWTClaimsSet.Builder()
            .audience(AUDIENCE)
            .expirationTime(Date.from(pass.expires()))
            .claim("room", pass.room().text())
            .claim("device", pass.device().text())
            .claim("class", text(pass.classId()))
            .claim("person", text(pass.person()))
            .claim("name", pass.name())
            .claim("role", pass.role().name())
            .claim("screen", pass.screen().name())
            .claim("kind", pass.kind().name())
            .claim("asks", pass.asks())
            .claim("programme", text(pass.place().programme()))
            .claim("school", text(pass.place().school()))
            .claim("link", text(pass.place().link()))
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(signer);
    } catch (JOSEException broken) {
      throw new IllegalStateException("a pass cannot be signed", broken);
    }
    return token.serialize();
  }

  /// Read a pass; empty if it is not one of ours, was changed, or has expired.
  public Optional<Pass> read(String text, Instant now) {
    try {
      var token = SignedJWT.parse(text);
      boolean ours =
          JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) && token.verify(verifier);
      return ours
          ? Optional.of(pass(token.getJWTClaimsSet())).filter(pass -> pass.expires().isAfter(now))
          : Optional.empty();
    } catch (ParseException | JOSEException | RuntimeException notOne) {
      return Optional.empty();
    }
  }

  private static Pass pass(JWTClaimsSet claims) throws ParseException {
    if (!claims.getAudience().contains(AUDIENCE)) {
      throw new ParseException("not a pass", 0);
    }
    return new Pass(
        new Id(claims.getStringClaim("room")),
        new Id(claims.getStringClaim("device")),
        idOrNone(claims.getStringClaim("class")),
        idOrNone(claims.getStringClaim("person")),
        claims.getStringClaim("name"),
        PassRole.valueOf(claims.getStringClaim("role")),
        Screen.valueOf(claims.getStringClaim("screen")),
        DeviceKind.valueOf(claims.getStringClaim("kind")),
        claims.getBooleanClaim("asks"),
        claims.getExpirationTime().toInstant(),
        new Place(
            idOrNone(claims.getStringClaim("programme")),
            idOrNone(claims.getStringClaim("school")),
            idOrNone(claims.getStringClaim("link"))));
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.text();
  }

  private static @Nullable Id idOrNone(@Nullable String text) {
    return text == null ? null : new Id(text);
  }
}
