package org.linkroom.room;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Commits as rows of PostgreSQL: one statement for all parts and one for all lines, whatever their
/// number. Of a part that changed several times only the last is written.
final class JournalRows {
  private static final String PARTS =
      """
      INSERT INTO room_part (room, part, version, commit, body)
      SELECT room, part, version, commit, body::jsonb
      FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[]) AS new (room, part, version, commit, body)
      ON CONFLICT (room, part) DO UPDATE SET version = excluded.version, commit = excluded.commit, body = excluded.body
      WHERE room_part.version < excluded.version""";
  private static final String LINES =
      """
      INSERT INTO room_journal (line, room, at, what, class, person, device, detail)
      SELECT line, room, at, what, class, person, device, detail::jsonb
      FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
        AS new (line, room, at, what, class, person, device, detail)
      ON CONFLICT (line) DO NOTHING""";

  private record Part(Id room, String name, RoomStore.Version version, String body) {}

  private record Written(Journal.Entry entry, int place, Line line) {
    String id() {
      return entry.version().commit() + ":" + place;
    }
  }

  private final List<Part> parts;
  private final List<Written> lines = new ArrayList<>();

  JournalRows(List<Journal.Entry> entries) {
    var last = new LinkedHashMap<Map.Entry<Id, String>, Part>();
    for (Journal.Entry entry : entries) {
      entry
          .parts()
          .forEach(
              (name, body) ->
                  last.put(
                      Map.entry(entry.room(), name),
                      new Part(entry.room(), name, entry.version(), body)));
      IntStream.range(0, entry.lines().size())
          .forEach(i -> lines.add(new Written(entry, i, entry.lines().get(i))));
    }
    parts = List.copyOf(last.values());
  }

  Future<Void> into(Records records) {
    if (lines.isEmpty()) {
      return parts.isEmpty() ? Future.succeededFuture() : parts(records);
    }
    return records.inTransaction(
        all ->
            (parts.isEmpty() ? Future.<Void>succeededFuture() : parts(all))
                .compose(done -> lines(all)));
  }

  private Future<Void> parts(Records records) {
    return records
        .run(
            PARTS,
            texts(parts, part -> part.room().text()),
            texts(parts, Part::name),
            parts.stream().map(part -> part.version().number()).toArray(Long[]::new),
            texts(parts, part -> part.version().commit()),
            texts(parts, Part::body))
        .mapEmpty();
  }

  private Future<Void> lines(Records records) {
    return records
        .run(
            LINES,
            texts(lines, Written::id),
            texts(lines, row -> row.entry().room().text()),
            lines.stream()
                .map(row -> row.entry().at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new),
            texts(lines, row -> row.line().what()),
            texts(lines, row -> text(row.line().classId())),
            texts(lines, row -> text(row.line().person())),
            texts(lines, row -> text(row.line().device())),
            texts(lines, row -> new JsonObject(Map.copyOf(row.line().detail())).encode()))
        .mapEmpty();
  }

  private static @Nullable String text(@Nullable Id id) {
    return id == null ? null : id.text();
  }

  private static <T> Object texts(List<T> rows, Function<T, @Nullable String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }
}
