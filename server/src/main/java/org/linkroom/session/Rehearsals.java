package org.linkroom.session;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.room.Plan;
import org.linkroom.room.RoomTimes;

/// Rehearsals: a great room held for trying, before a nation comes into one.
public final class Rehearsals {
  private final Records records;

  /// Make it.
  public Rehearsals(Records records) {
    this.records = records;
  }

  /// Hold one from a moment on, and say its id.
  public Future<Id> hold(String title, Instant starts, Duration length) {
    var id = Id.random();
    return records
        .run(
            "INSERT INTO rehearsal (id, title, starts_at, ends_at) VALUES ($1, $2, $3, $4)",
            id,
            title,
            starts.atOffset(ZoneOffset.UTC),
            starts.plus(length).atOffset(ZoneOffset.UTC))
        .map(id);
  }

  Future<Optional<Plan>> plan(Id id, RoomTimes times) {
    return records.one(
        "SELECT title, starts_at, ends_at FROM rehearsal WHERE id = $1 AND ends_at > now()",
        row ->
            new Plan(
                id,
                id,
                "rehearsal",
                row.getString("title"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                List.of(),
                times,
                null),
        id);
  }
}
