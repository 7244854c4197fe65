package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.linkroom.testing.RedisCluster;
import org.linkroom.testing.RedisPrograms;
import org.linkroom.testing.Soon;

/// A sentinel of Redis 7 or newer.
@Tag("redis7")
@EnabledIf(
    value = "org.linkroom.testing.RedisPrograms#hasSeven",
    disabledReason =
        "There is no redis-server 7 or newer on the path: apt-get install redis-server")
class SevenSentinelTest extends SentinelPromises {
  @Override
  Path program() {
    return RedisPrograms.seven().orElseThrow();
  }

  @Test
  void aMasterThatIsMadeAReplicaIsLeftForTheNewOne() throws Exception {
    Soon.get(link.send(Command.SET, "key", "kept"));
    RedisCluster.until("the replica has it", () -> kept(replica));
    sentinel.ask(Command.SENTINEL, "FAILOVER", "rooms");
    // A sentinel takes ten seconds to tell an old master that lives.
    RedisCluster.until("the old one follows", () -> master.says("role:slave"));
    worksAgain();
    assertThat(replica.ask(Command.GET, "count").toString()).isNotEmpty();
  }
}
