package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.records.Repeat;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Rooms;
import org.linkroom.room.ServerCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens and ends sessions on time, on whichever node is there. Each change is one statement whose
/// rows are locked and skipped by the others, so two clockworks never do a thing twice.
public final class Clockwork {
  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final String OPEN =
      """
      UPDATE session SET state = 'open', opened_at = $1, turn = turn + 1 WHERE id IN (
        SELECT id FROM session WHERE state = 'agreed' AND starts_at <= $2 LIMIT 500 FOR UPDATE SKIP LOCKED)""";
  private static final String LAPSE =
      """
      UPDATE session SET state = 'cancelled', why = 'lapsed', turn = turn + 1 WHERE id IN (
        SELECT id FROM session WHERE state = 'proposed' AND starts_at + make_interval(mins => minutes) <= $1
        LIMIT 500 FOR UPDATE SKIP LOCKED)""";
  private static final String LIVE =
      """
      UPDATE session SET state = 'live', live_at = j.at, turn = turn + 1
      FROM (SELECT room, min(at) AS at FROM room_journal WHERE what = 'door.open'
        AND room IN (SELECT id FROM session WHERE state = 'open') GROUP BY room) j
      WHERE session.id = j.room AND state = 'open'
        AND EXISTS (SELECT 1 FROM session s WHERE s.id = j.room FOR UPDATE SKIP LOCKED)""";
  private static final String ENDED =
      """
      UPDATE session SET state = 'ended', ended_at = j.at, turn = turn + 1
      FROM (SELECT room, max(at) AS at FROM room_journal WHERE what = 'room.end'
        AND room IN (SELECT id FROM session WHERE state IN ('agreed', 'open', 'live')) GROUP BY room) j
      WHERE session.id = j.room AND state IN ('agreed', 'open', 'live')
        AND EXISTS (SELECT 1 FROM session s WHERE s.id = j.room FOR UPDATE SKIP LOCKED)""";
  private static final String LATE =
      """
      SELECT id FROM session WHERE state IN ('open', 'live')
      AND starts_at + make_interval(mins => minutes) <= $1 LIMIT 100""";

  private final Vertx vertx;
  private final Records records;
  private final Rooms rooms;
  private final RoomTimes times;
  private final InstantSource clock;
  private final KeptLessons lessons;
  private @Nullable Repeat repeat;

  /// Make it; nothing runs before `start`.
  public Clockwork(
      Vertx vertx, Records records, Rooms rooms, RoomTimes times, InstantSource clock) {
    this.vertx = vertx;
    this.records = records;
    this.rooms = rooms;
    this.times = times;
    this.clock = clock;
    lessons = new KeptLessons(records);
  }

  /// Begin.
  public void start() {
    repeat = new Repeat(vertx, "clockwork", EVERY, this::run);
  }

  /// Do what is due now.
  public Future<Void> run() {
    var now = clock.instant();
    return records
        .run(OPEN, Sessions.utc(now), Sessions.utc(now.plus(times.early())))
        .compose(done -> records.run(LIVE))
        .compose(done -> records.run(ENDED))
        .compose(done -> lessons.gather(now))
        .compose(done -> records.run(LAPSE, Sessions.utc(now)))
        .compose(
            done ->
                records.list(
                    LATE,
                    row -> Records.id(row, "id"),
                    Sessions.utc(now.minus(times.goodbye()).minusSeconds(1))))
        .compose(this::end);
  }

  /// A room that nobody is in runs no timers: it is told that time has passed.
  private Future<Void> end(List<Id> late) {
    for (Id session : late) {
      rooms
          .tell(session, new ServerCommand.Tick())
          .recover(gone -> ended(session))
          .onFailure(fault -> LOG.warn("session={} end=missed", session));
    }
    return Future.succeededFuture();
  }

  private Future<Void> ended(Id session) {
    return records
        .run(
            "UPDATE session SET state = 'ended', ended_at = $2, turn = turn + 1 WHERE id = $1 AND state IN ('open', 'live')",
            session,
            Sessions.utc(clock.instant()))
        .mapEmpty();
  }

  /// Stop after what runs now.
  public void stop() {
    if (repeat != null) {
      repeat.close();
    }
  }
}
