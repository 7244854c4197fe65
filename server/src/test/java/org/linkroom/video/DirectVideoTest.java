package org.linkroom.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;

class DirectVideoTest {
  private static final Instant NOW = Instant.parse("2026-11-24T13:00:00.700Z");
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final List<String> TURN =
      List.of("turn:turn.example.org:3478", "turns:turn.example.org:443?transport=tcp");

  /// Checked against `openssl dgst -sha1 -hmac north-of-everything`, as coturn would.
  @Test
  void credentialsAreThoseThatCoturnMakesOfTheSameSecret() {
    var server =
        new DirectVideo(TURN, "north-of-everything", LIFE, true).grant(pass(), NOW).at("/ice/0");
    assertThat(server.path("username").asText()).isEqualTo("1795525800:d12345678901");
    assertThat(server.path("credential").asText()).isEqualTo("3lWlg4df0ZB6M1cWdcGEsBNU3Pc=");
    assertThat(server.path("urls")).extracting(url -> url.asText()).isEqualTo(TURN);
  }

  /// The second test case of RFC 2202, section 3.
  @Test
  void thePasswordIsTheHmacSha1OfTheName() {
    byte[] expected = HexFormat.of().parseHex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    assertThat(new DirectVideo(TURN, "Jefe", LIFE, true).password("what do ya want for nothing?"))
        .isEqualTo(Base64.getEncoder().encodeToString(expected));
  }

  @Test
  void aGrantSaysUntilWhenItIsGoodAndThatOnlyTheRelayIsUsed() {
    var grant = new DirectVideo(TURN, "north-of-everything", LIFE, true).grant(pass(), NOW);
    assertThat(grant.path("provider").asText()).isEqualTo("direct");
    assertThat(grant.path("relayOnly").asBoolean()).isTrue();
    assertThat(grant.path("until").asLong()).isEqualTo(NOW.plus(LIFE).toEpochMilli());
    assertThat(
            new DirectVideo(TURN, "", LIFE, false).grant(pass(), NOW).path("relayOnly").asBoolean())
        .isFalse();
  }

  @Test
  void withoutASecretThereAreAddressesAndNoCredentials() {
    var server =
        new DirectVideo(List.of("stun:stun.example.org"), "", LIFE, false)
            .grant(pass(), NOW)
            .at("/ice/0");
    assertThat(server.path("urls").get(0).asText()).isEqualTo("stun:stun.example.org");
    assertThat(server.has("username")).isFalse();
    assertThat(server.has("credential")).isFalse();
  }

  @Test
  void withoutAddressesThereIsNoServerAtAll() {
    assertThat(new DirectVideo(List.of(), "secret", LIFE, false).grant(pass(), NOW).path("ice"))
        .isEmpty();
  }

  private static Pass pass() {
    return new Pass(
        Id.random(),
        new Id("d12345678901"),
        Id.random(),
        Id.random(),
        "Miss Khan",
        PassRole.TEACHER,
        Screen.CLASS,
        DeviceKind.BOARD,
        false,
        NOW.plus(LIFE));
  }
}
