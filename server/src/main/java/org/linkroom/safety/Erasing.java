package org.linkroom.safety;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Gives out and takes away all that is on record of a link, a class or a school: the rights of UK
/// GDPR, articles 15 and 17, as a school uses them.
public final class Erasing {
  /// Rows of one table in an export. Nothing of one school comes near to it.
  private static final int MOST = 50_000;

  /// What must be over before something may go; each is a key's end.
  private static final String IN_LINK =
      "SELECT 'linked' AS why FROM link_class lc JOIN school_class c ON c.id = lc.class WHERE c.id = $1 OR c.school = $1 LIMIT 1";
  private static final String NOT_AWAY =
      """
      SELECT 'not-away' AS why WHERE EXISTS (SELECT 1 FROM school_class WHERE id = $1 AND archived_at IS NULL)
        OR EXISTS (SELECT 1 FROM school WHERE id = $1 AND archived_at IS NULL)""";
  private static final String CONCERNED =
      "SELECT 'concerned' AS why FROM concern WHERE school = $1 LIMIT 1";
  private static final String NOT_ENDED =
      "SELECT 'not-ended' AS why FROM link WHERE id = $1 AND state <> 'ended'";

  /// Who held no other role was made to leave when the class or school was put away.
  private static final String NAMELESS =
      """
      UPDATE person SET name = 'Somebody who left', email = id || '@left.invalid', phone = ''
      WHERE left_at IS NOT NULL AND email NOT LIKE '%@left.invalid'
        AND id IN (SELECT c.lead FROM school_class c WHERE c.id = $1 OR c.school = $1)""";

  private static final String FOLLOWED =
      "UPDATE school_class SET before = NULL WHERE before IN (SELECT c.id FROM school_class c WHERE c.id = $1 OR c.school = $1)";

  private final Records records;

  /// Make it.
  public Erasing(Records records) {
    this.records = records;
  }

  /// Everything on record, by table, for whoever it is about; without secrets and codes. Pictures
  /// and sounds are files of their own.
  public Future<JsonObject> export(Holding of, Id id) {
    return records.inTransaction(
        all -> {
          Future<JsonObject> done = Future.succeededFuture(new JsonObject());
          for (Holding.Part part : of.parts()) {
            if (part.told()) {
              done = done.compose(json -> part(all, part, id, json));
            }
          }
          return done;
        });
  }

  private static Future<JsonObject> part(Records all, Holding.Part part, Id id, JsonObject json) {
    return all.one(
            """
            SELECT coalesce(json_agg(to_jsonb(t) - ARRAY['secret', 'token', 'code', 'line', 'recorded_at', 'told_turn', 'large', 'small', 'sound']), '[]')::text AS rows
            FROM (SELECT * FROM %s t WHERE %s LIMIT %d) t"""
                .formatted(part.table(), part.where(), MOST),
            row -> new JsonArray(row.getString("rows")),
            id)
        .map(
            rows ->
                json.put(
                    part.table(),
                    json.getJsonArray(part.table(), new JsonArray())
                        .addAll(rows.orElseGet(JsonArray::new))));
  }

  /// How much there is, by the group that people speak of; what there is nothing of is left out.
  public Future<Map<String, Long>> count(Holding of, Id id) {
    Future<TreeMap<String, Long>> done = Future.succeededFuture(new TreeMap<>());
    for (Holding.Part part : of.parts()) {
      String sql = "SELECT count(*) AS n FROM " + part.table() + " t WHERE " + part.where();
      done =
          done.compose(
              counts ->
                  records
                      .one(sql, row -> row.getLong("n"), id)
                      .map(
                          n -> {
                            if (n.orElse(0L) > 0) {
                              counts.merge(part.group(), n.orElse(0L), Long::sum);
                            }
                            return counts;
                          }));
    }
    return done.map(counts -> counts);
  }

  /// Why it may not be erased yet: linked, not-away, not-ended or concerned; empty where it may.
  public Future<String> hindrance(Holding of, Id id) {
    return switch (of) {
      case LINK -> why(NOT_ENDED, id);
      case CLASS -> first(why(NOT_AWAY, id), why(IN_LINK, id));
      case SCHOOL -> first(why(NOT_AWAY, id), first(why(IN_LINK, id), why(CONCERNED, id)));
    };
  }

  private Future<String> why(String sql, Id id) {
    return records.one(sql, row -> row.getString("why"), id).map(found -> found.orElse(""));
  }

  private static Future<String> first(Future<String> one, Future<String> other) {
    return one.compose(why -> why.isEmpty() ? other : Future.succeededFuture(why));
  }

  /// Take all of it away for good, or nothing of it. Ask for what hinders it first.
  public Future<Void> erase(Holding of, Id id) {
    return records.inTransaction(
        all ->
            let(all, of, id)
                .compose(
                    done ->
                        Records.each(
                            of.parts(),
                            part ->
                                all.run(
                                    "DELETE FROM " + part.table() + " t WHERE " + part.where(),
                                    id))));
  }

  /// What stays refers no more to what goes.
  private static Future<?> let(Records all, Holding of, Id id) {
    return of == Holding.LINK
        ? all.run("UPDATE link SET before = NULL WHERE before = $1", id)
        : all.run(NAMELESS, id).compose(named -> all.run(FOLLOWED, id));
  }
}
