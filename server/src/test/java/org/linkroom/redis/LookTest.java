package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void channelsAreShardedInAClusterOfSevenOrNewerAlone() {
    assertThat(look("7.0.15", 1).publish()).isEqualTo(Command.SPUBLISH);
    assertThat(look("7.0.15", 1).subscribe()).isEqualTo(Command.SSUBSCRIBE);
    assertThat(look("10.2.1", 1).unsubscribe()).isEqualTo(Command.SUNSUBSCRIBE);
    assertThat(look("7.0.15", 0).publish()).isEqualTo(Command.PUBLISH);
    assertThat(look("6.2.6", 1).publish()).isEqualTo(Command.PUBLISH);
    assertThat(look("6.2.6", 1).subscribe()).isEqualTo(Command.SUBSCRIBE);
    assertThat(Look.UNKNOWN.unsubscribe()).isEqualTo(Command.UNSUBSCRIBE);
  }

  @Test
  void aServerThatReadsItsDataOrOnlyRepeatsSaysSo() {
    assertThat(Look.of("redis_version:7.0.15\r\nloading:1\r\nrole:slave\r\n"))
        .isEqualTo(new Look(7, false, true, true));
    assertThat(Look.of("redis_version:7.0.15\r\nloading:0\r\nrole:master\r\n"))
        .isEqualTo(new Look(7, false, false, false));
    assertThat(Look.of("")).isEqualTo(Look.UNKNOWN);
  }

  private static Look look(String version, int cluster) {
    return Look.of(
        "# Server\r\nredis_version:%s\r\n# Cluster\r\ncluster_enabled:%d\r\n"
            .formatted(version, cluster));
  }
}
