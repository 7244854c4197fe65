package org.linkroom.redis;

import java.nio.file.Path;
import org.linkroom.testing.RedisPrograms;

/// A sentinel of the Redis that comes with the build.
class SentinelTest extends SentinelPromises {
  @Override
  Path program() {
    return RedisPrograms.embedded();
  }
}
