package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.room.Parts;
import org.linkroom.room.Running;

/// What lessons leave behind, in PostgreSQL: gathered once from each session that has ended, on
/// whichever node is first. A session whose classes just talked leaves nothing.
public final class KeptLessons {
  private static final int AT_ONCE = 50;

  private static final String DUE =
      """
      UPDATE session SET gathered = true WHERE id IN (
        SELECT id FROM session WHERE state = 'ended' AND NOT gathered LIMIT $1 FOR UPDATE SKIP LOCKED)
      RETURNING id, link, starts_at""";

  private static final String LOST =
      """
      SELECT parts -> 'lesson' -> 'part' -> 'lesson' ->> 'lost' AS lost FROM lesson_kept
      WHERE link = $1 AND starts_at < $2 ORDER BY starts_at DESC LIMIT 1""";

  private final Records records;

  /// Make the store.
  public KeptLessons(Records records) {
    this.records = records;
  }

  /// What one lesson left.
  public record Kept(Id session, Id link, Instant starts, Running running) {}

  private record Ended(Id session, Id link, Instant starts) {}

  private record Part(Id session, String name, String body) {}

  /// Gather what the sessions left that have ended since.
  public Future<Void> gather(Instant now) {
    return records.inTransaction(
        all ->
            all.list(
                    DUE,
                    row ->
                        new Ended(
                            Records.id(row, "id"),
                            Records.id(row, "link"),
                            row.getOffsetDateTime("starts_at").toInstant()),
                    AT_ONCE)
                .compose(
                    ended -> ended.isEmpty() ? Future.succeededFuture() : of(all, ended, now)));
  }

  private static Future<Void> of(Records all, List<Ended> ended, Instant now) {
    return all.list(
            "SELECT room, part, body::text AS body FROM room_part WHERE room = ANY($1) AND (part = 'lesson' OR part LIKE 'act:%')",
            row -> new Part(Records.id(row, "room"), row.getString("part"), row.getString("body")),
            (Object) ended.stream().map(one -> one.session().text()).toArray(String[]::new))
        .compose(
            parts -> {
              var byRoom = parts.stream().collect(Collectors.groupingBy(Part::session));
              return Records.each(
                  ended, one -> keep(all, one, byRoom.getOrDefault(one.session(), List.of()), now));
            });
  }

  private static Future<Void> keep(Records all, Ended ended, List<Part> parts, Instant now) {
    Map<String, String> bodies = new LinkedHashMap<>();
    parts.forEach(part -> bodies.put(part.name(), part.body()));
    var running = Parts.running(bodies).over();
    if (running.lesson() == null || running.lesson().at() < 0) {
      return Future.succeededFuture();
    }
    var kept = new JsonObject();
    Parts.of(running).forEach((name, body) -> kept.put(name, new JsonObject(body)));
    return all.run(
            "INSERT INTO lesson_kept (session, link, starts_at, parts) VALUES ($1, $2, $3, $4::text::jsonb) ON CONFLICT DO NOTHING",
            ended.session(),
            ended.link(),
            Sessions.utc(ended.starts()),
            kept.encode())
        .compose(
            done -> new QuestionGarden(all).leave(ended.link(), ended.session(), running, now));
  }

  /// What a session's lesson left; empty where it left nothing, or none of it is kept any more.
  public Future<Optional<Kept>> of(Id session) {
    return records.one(
        "SELECT session, link, starts_at, parts::text AS parts FROM lesson_kept WHERE session = $1",
        KeptLessons::read,
        session);
  }

  /// What a link's lessons left, the earliest first, 100 at most.
  public Future<List<Kept>> ofLink(Id link) {
    return records.list(
        "SELECT session, link, starts_at, parts::text AS parts FROM lesson_kept WHERE link = $1 ORDER BY starts_at, session LIMIT 100",
        KeptLessons::read,
        link);
  }

  /// The class whose question was not chosen when a link's classes voted last before a moment.
  Future<Optional<Id>> lost(Id link, Instant before) {
    return records
        .one(
            LOST,
            row -> Optional.ofNullable(row.getString("lost")).map(Id::new),
            link,
            Sessions.utc(before))
        .map(found -> found.flatMap(lost -> lost));
  }

  private static Kept read(Row row) {
    Map<String, String> parts = new LinkedHashMap<>();
    new JsonObject(row.getString("parts"))
        .forEach(part -> parts.put(part.getKey(), ((JsonObject) part.getValue()).encode()));
    return new Kept(
        Records.id(row, "session"),
        Records.id(row, "link"),
        row.getOffsetDateTime("starts_at").toInstant(),
        Parts.running(parts));
  }
}
