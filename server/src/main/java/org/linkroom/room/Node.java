package org.linkroom.room;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.linkroom.redis.RedisLink;
import org.linkroom.redis.Subscription;

/// What every room of this process shares.
///
/// @param lead how far rooms are ahead of Redis's time: nothing but in a test
record Node(
    String name,
    Vertx vertx,
    InstantSource clock,
    Supplier<Duration> lead,
    RedisLink redis,
    RoomStore store,
    Journal journal,
    RoomSource source,
    Supplier<Subscription> feed,
    Figures figures) {}
