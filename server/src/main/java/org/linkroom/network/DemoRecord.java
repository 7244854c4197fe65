package org.linkroom.network;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linkroom.base.Id;

/// What is on record of a demo session of last week: two adults came, the door opened, somebody was
/// muted for a while, and all said goodbye.
final class DemoRecord {
  private DemoRecord() {}

  static final String SQL =
      """
      INSERT INTO room_journal (line, room, at, what, class, person, device, detail)
      SELECT $2, s.id, $3, $4, c.id, c.lead, CASE WHEN c.id IS NULL THEN NULL ELSE 'board' END,
        CASE WHEN c.id IS NULL THEN $6::jsonb ELSE $6::jsonb || jsonb_build_object('name', p.name) END
      FROM session s LEFT JOIN link_class lc ON lc.link = s.link AND lc.place = $5
      LEFT JOIN school_class c ON c.id = lc.class LEFT JOIN person p ON p.id = c.lead
      WHERE s.id = $1 ON CONFLICT DO NOTHING""";

  /// One line; place is the class's in the link, or -1 for the room's own.
  record Written(String line, Instant at, String what, int place, JsonObject detail) {}

  static List<Written> lines(Instant starts, int minutes) {
    var all = new ArrayList<Written>();
    var end = starts.plusSeconds(60L * minutes - 45);
    var came = new JsonObject().put("role", "TEACHER").put("kind", "BOARD");
    add(all, starts.minusSeconds(410), "device.came", 0, came);
    add(all, starts.minusSeconds(160), "device.came", 1, came);
    add(all, starts.plusSeconds(30), "ready.say", 0, new JsonObject());
    add(all, starts.plusSeconds(85), "ready.say", 1, new JsonObject());
    add(all, starts.plusSeconds(90), "door.open", -1, new JsonObject());
    add(all, starts.plusSeconds(640), "mic.mute", 0, new JsonObject());
    add(all, starts.plusSeconds(730), "mic.unmute", 0, new JsonObject());
    add(all, end, "room.end", 1, new JsonObject());
    add(all, end, "device.gone", 0, new JsonObject().put("role", "TEACHER"));
    add(all, end, "device.gone", 1, new JsonObject().put("role", "TEACHER"));
    return all;
  }

  private static void add(
      List<Written> all, Instant at, String what, int place, JsonObject detail) {
    all.add(new Written(Id.random() + ":" + all.size(), at, what, place, detail));
  }
}
