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

/// Commits as rows of PostgreSQL: one statement for all parts with the answers that go with them,
/// and one for all lines, whatever their number. Of a part that changed several times only the last
/// is written.
final class JournalRows {
  private static final String PARTS =
      """
      WITH answered AS (
        INSERT INTO room_answer (room, version, commit, at, tabs)
        SELECT * FROM unnest($6::text[], $7::bigint[], $8::text[], $9::timestamptz[], $10::text[]) ON CONFLICT DO NOTHING)
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
  private final List<Journal.Entry> answered;
  private final List<Written> lines = new ArrayList<>();

  JournalRows(List<Journal.Entry> entries) {
    var last = new LinkedHashMap<Map.Entry<Id, String>, Part>();
    for (Journal.Entry entry : entries) {
      entry
          .parts()
          .forEach(
              (name, body) ->
                  last.merge(
                      Map.entry(entry.room(), name),
                      new Part(entry.room(), name, entry.version(), body),
                      JournalRows::later));
      IntStream.range(0, entry.lines().size())
          .forEach(i -> lines.add(new Written(entry, i, entry.lines().get(i))));
    }
    parts = List.copyOf(last.values());
    answered = entries.stream().filter(entry -> !entry.tabs().isEmpty()).toList();
  }

  private static Part later(Part one, Part other) {
    return other.version().number() < one.version().number() ? one : other;
  }

  Future<Void> into(Records records) {
    return lines.isEmpty()
        ? parts(records)
        : records.inTransaction(all -> parts(all).compose(done -> lines(all)));
  }

  private Future<Void> parts(Records records) {
    return records
        .run(
            PARTS,
            texts(parts, part -> part.room().text()),
            texts(parts, Part::name),
            parts.stream().map(part -> part.version().number()).toArray(Long[]::new),
            texts(parts, part -> part.version().commit()),
            texts(parts, Part::body),
            texts(answered, entry -> entry.room().text()),
            answered.stream().map(entry -> entry.version().number()).toArray(Long[]::new),
            texts(answered, entry -> entry.version().commit()),
            times(answered),
            texts(answered, entry -> Answers.text(entry.tabs())))
        .mapEmpty();
  }

  private static Object times(List<Journal.Entry> entries) {
    return entries.stream()
        .map(entry -> entry.at().atOffset(ZoneOffset.UTC))
        .toArray(OffsetDateTime[]::new);
  }

  private Future<Void> lines(Records records) {
    return records
        .run(
            LINES,
            texts(lines, Written::id),
            texts(lines, row -> row.entry().room().text()),
            times(lines.stream().map(Written::entry).toList()),
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
