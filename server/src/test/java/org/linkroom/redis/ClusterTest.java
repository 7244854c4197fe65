package org.linkroom.redis;

import java.nio.file.Path;
import org.linkroom.testing.RedisPrograms;

/// A cluster of the Redis that comes with the build: 6.2, whose servers pass on what is published.
class ClusterTest extends ClusterPromises {
  @Override
  Path program() {
    return RedisPrograms.embedded();
  }
}
