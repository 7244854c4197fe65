package org.linkroom.session;

import io.vertx.core.Future;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Where each class is: never in two live rooms at once.
public final class ClassRooms {
  private static final String ENTER =
      """
      INSERT INTO class_room (class, session) VALUES ($1, $2)
      ON CONFLICT (class) DO UPDATE SET session = $2 WHERE class_room.session = $2
        OR NOT EXISTS (SELECT 1 FROM session s WHERE s.id = class_room.session AND s.state = 'live')""";

  private final Records records;

  /// Make the store.
  public ClassRooms(Records records) {
    this.records = records;
  }

  /// A class goes into a session's room. False: it is in another one, where the door is open.
  public Future<Boolean> enter(Id classId, Id session) {
    return records.change(ENTER, classId, session).map(done -> done == 1);
  }
}
