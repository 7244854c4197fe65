package org.linkroom.room;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.linkroom.redis.RedisLink;
import org.linkroom.redis.Subscription;

/// What every room of this process shares.
record Node(
    String name,
    Vertx vertx,
    InstantSource clock,
    RedisLink redis,
    RoomStore store,
    Journal journal,
    RoomSource source,
    Supplier<Subscription> feed,
    Figures figures) {}
