package org.linkroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.video.DirectVideo;

class AllowListTest {
  private static AllowList of(String url, String... ice) {
    var video = new DirectVideo(List.of(ice), "secret", Duration.ofMinutes(10), true);
    return AllowList.of(
        url, video, "Linkroom <mail@linkroom.example>", List.of("https://accounts.school.example"));
  }

  @ParameterizedTest
  @CsvSource({
    "turn:turn.example.org, turn.example.org, 3478, udp, relay",
    "turn:turn.example.org:443?transport=tcp, turn.example.org, 443, tcp, relay",
    "turns:turn.example.org:443?transport=tcp, turn.example.org, 443, tls, relay",
    "turns:turn.example.org, turn.example.org, 5349, tls, relay",
    "stun:stun.example.org, stun.example.org, 3478, udp, find",
    "turn:[2001:db8::1]:3478, [2001:db8::1], 3478, udp, relay",
  })
  void eachAddressOfTheSettingsIsAWayThrough(
      String url, String host, int port, String protocol, String what) {
    assertThat(of("https://linkroom.example", url).rows())
        .contains(new AllowList.Row(host, port, protocol, what));
  }

  @Test
  void thePagesStandFirstAndTheMailsDomainIsNamed() {
    var list = of("https://linkroom.example");
    assertThat(list.rows())
        .containsExactly(
            new AllowList.Row("linkroom.example", 443, "tls", "pages"),
            new AllowList.Row("accounts.school.example", 443, "tls", "signin"));
    assertThat(list.mailFrom()).isEqualTo("linkroom.example");
    assertThat(of("http://localhost:8080").rows().getFirst().port()).isEqualTo(8080);
  }
}
