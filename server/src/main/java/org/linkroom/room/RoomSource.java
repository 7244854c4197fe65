package org.linkroom.room;

import io.vertx.core.Future;
import java.util.Optional;
import org.linkroom.base.Id;

/// Where a room's plan comes from when neither Redis nor PostgreSQL has the room yet.
public interface RoomSource {
  /// The plan of a session; empty if there is no such session or it is over.
  Future<Optional<Plan>> plan(Id session);
}
