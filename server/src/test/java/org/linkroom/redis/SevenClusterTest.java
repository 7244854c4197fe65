package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.redis.client.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.linkroom.base.Id;
import org.linkroom.testing.RedisPrograms;

/// A cluster of Redis 7 or newer, whose channels belong to the owner of their slot.
@Tag("redis7")
@EnabledIf(
    value = "org.linkroom.testing.RedisPrograms#hasSeven",
    disabledReason =
        "There is no redis-server 7 or newer on the path: apt-get install redis-server")
class SevenClusterTest extends ClusterPromises {
  @Override
  Path program() {
    return RedisPrograms.seven().orElseThrow();
  }

  @Test
  void aChannelIsKnownToTheOwnerOfItsSlotAlone() {
    var channel = Keys.channel(Id.random());
    hears(channel);
    var owner = cluster().owner(channel);
    assertThat(owner.ask(Command.PUBSUB, "SHARDCHANNELS", channel)).hasSize(1);
    assertThat(owner.ask(Command.PUBSUB, "CHANNELS", "*")).isEmpty();
    assertThat(cluster().other(channel).ask(Command.PUBSUB, "SHARDCHANNELS", channel)).isEmpty();
  }
}
