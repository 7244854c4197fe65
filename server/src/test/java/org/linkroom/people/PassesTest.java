package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;

class PassesTest {
  private static final String SECRET =
      "sixty-four bytes for every algorithm, so that only it can be wrong";
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-24T22:00:00Z");
  private final Passes passes = new Passes(SECRET);

  @ParameterizedTest
  @EnumSource(PassRole.class)
  void aPassIsReadAsItWasSigned(PassRole role) {
    var pass = pass(role);
    assertThat(passes.read(passes.sign(pass), NOW)).contains(pass);
  }

  @Test
  void aPassOfNoClassAndNoPersonIsReadAsItWasSigned() {
    var pass =
        new Pass(
            Id.random(),
            Id.random(),
            null,
            null,
            "Ruth Lindley",
            PassRole.FACILITATOR,
            Screen.ADULT,
            DeviceKind.ADULT,
            false,
            LATER);
    assertThat(passes.read(passes.sign(pass), NOW)).contains(pass);
  }

  @Test
  void aPassOpensNothingFromTheMomentItExpires() {
    String text = passes.sign(pass(PassRole.TEACHER));
    assertThat(passes.read(text, LATER.minusMillis(1))).isPresent();
    assertThat(passes.read(text, LATER)).isEmpty();
    assertThat(passes.read(text, LATER.plusSeconds(1))).isEmpty();
  }

  @Test
  void anAlteredPassOpensNothing() {
    String[] parts = passes.sign(pass(PassRole.DEVICE)).split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String wanted = claims.replace("\"DEVICE\"", "\"ASSISTANT\"");
    assertThat(wanted).isNotEqualTo(claims);
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(wanted.getBytes(StandardCharsets.UTF_8));
    assertThat(passes.read(parts[0] + "." + forged + "." + parts[2], NOW)).isEmpty();
  }

  @Test
  void aPassOfAnotherServersSecretOpensNothing() {
    String other = new Passes(SECRET + "!").sign(pass(PassRole.TEACHER));
    assertThat(passes.read(other, NOW)).isEmpty();
  }

  @Test
  void noOtherAlgorithmOpensAnythingEvenUnderTheRightSecret() throws Exception {
    var key = ("pass:" + SECRET).getBytes(StandardCharsets.UTF_8);
    var claims = SignedJWT.parse(passes.sign(pass(PassRole.TEACHER))).getJWTClaimsSet();
    for (JWSAlgorithm algorithm : Arrays.asList(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      var token = new SignedJWT(new JWSHeader(algorithm), claims);
      token.sign(new MACSigner(key));
      assertThat(passes.read(token.serialize(), NOW)).as(algorithm.getName()).isEmpty();
    }
    assertThat(passes.read(new PlainJWT(claims).serialize(), NOW)).as("none").isEmpty();
  }

  @Test
  void aTokenForAnythingElseOpensNothing() throws Exception {
    var claims = SignedJWT.parse(passes.sign(pass(PassRole.TEACHER))).getJWTClaimsSet();
    assertThat(passes.read(signed(claims), NOW)).as("itself").isPresent();
    assertThat(passes.read(signed(with(claims).audience("other").build()), NOW)).isEmpty();
    assertThat(passes.read(signed(with(claims).audience((String) null).build()), NOW)).isEmpty();
    assertThat(passes.read(signed(with(claims).expirationTime(null).build()), NOW)).isEmpty();
    assertThat(passes.read(signed(with(claims).claim("room", "../..").build()), NOW)).isEmpty();
    assertThat(passes.read(signed(with(claims).claim("role", "HOST").build()), NOW)).isEmpty();
    assertThat(passes.read(signed(with(claims).claim("class", null).build()), NOW))
        .as("a key of no class")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "not a pass at all", "eyJhbGciOiJub25lIn0.e30."})
  void whatIsNoTokenOpensNothing(String text) {
    assertThat(passes.read(text, NOW)).isEmpty();
  }

  @Test
  void aSecretThatIsTooShortIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new Passes("short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too short");
  }

  private static JWTClaimsSet.Builder with(JWTClaimsSet claims) {
    return new JWTClaimsSet.Builder(claims);
  }

  private static String signed(JWTClaimsSet claims) throws Exception {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(("pass:" + SECRET).getBytes(StandardCharsets.UTF_8)));
    return token.serialize();
  }

  private static Pass pass(PassRole role) {
    assertThat(Date.from(LATER).toInstant()).as("tokens count whole seconds").isEqualTo(LATER);
    return new Pass(
        Id.random(),
        Id.random(),
        Id.random(),
        Id.random(),
        "Miss Khan",
        role,
        Screen.ADULT,
        DeviceKind.ADULT,
        role == PassRole.DEVICE,
        LATER);
  }
}
