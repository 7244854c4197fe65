package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linkroom.records.Records;
import org.linkroom.testing.Town;

/// Records grow for six years: whatever is asked of them is found by an index.
class PlansTest {
  /// Read whole: there are a few dozen programmes.
  private static final Set<String> SMALL = Set.of("programme");

  private static Map<String, String> statements() {
    var all = new LinkedHashMap<String, String>(Tallies.all());
    all.putAll(Figures.all());
    for (Place.Kind kind : Place.Kind.values()) {
      all.put("sessions of " + kind, Attendance.SESSIONS.formatted(Attendance.sessionsOf(kind)));
      all.put("adults of " + kind, Attendance.ADULTS.formatted(Attendance.adultsOf(kind)));
    }
    all.put("ledger", Ledger.LINES);
    return all;
  }

  @Test
  void nothingOnRecordIsReadWhole() {
    try (var town = new Town()) {
      var whole = new ArrayList<String>();
      statements()
          .forEach(
              (name, sql) ->
                  scans(plan(town, sql)).stream()
                      .filter(scan -> !SMALL.contains(scan.getString("Relation Name")))
                      .filter(scan -> !bound(scan))
                      .forEach(scan -> whole.add(name + ": " + scan.encode())));
      assertThat(whole).isEmpty();
    }
  }

  private static boolean bound(JsonObject scan) {
    return scan.containsKey("Index Cond") || scan.containsKey("Recheck Cond");
  }

  /// How it would be carried out where there is much of everything.
  private static JsonObject plan(Town town, String sql) {
    return await(
            town.records()
                .inTransaction(
                    all ->
                        all.run("SET LOCAL enable_seqscan = off")
                            .compose(done -> all.run("SET LOCAL enable_hashjoin = off"))
                            .compose(done -> all.run("SET LOCAL enable_mergejoin = off"))
                            .compose(done -> explain(all, sql))))
        .getJsonObject(0)
        .getJsonObject("Plan");
  }

  private static Future<JsonArray> explain(Records all, String sql) {
    var values = values(sql);
    return all.list("EXPLAIN (FORMAT JSON) " + sql, PlansTest::json, values.toArray())
        .map(List::getFirst);
  }

  /// A place and a year, or where the year comes first the year, a day and a place.
  private static List<Object> values(String sql) {
    var values = new ArrayList<Object>();
    for (int i = 1; sql.contains("$" + i); i++) {
      boolean year = sql.contains("year = $" + i);
      boolean day = sql.contains("on_day <= $" + i);
      boolean letters = sql.contains("lower($" + i);
      values.add(year ? 2026 : day ? LocalDate.of(2026, 12, 1) : letters ? "" : "abcdefghijkl");
    }
    return values;
  }

  private static JsonArray json(Row row) {
    return row.getJsonArray(0);
  }

  private static List<JsonObject> scans(JsonObject node) {
    var found = new ArrayList<JsonObject>();
    if (node.containsKey("Relation Name")) {
      found.add(node.copy());
    }
    var below = node.getJsonArray("Plans", new JsonArray());
    for (int i = 0; i < below.size(); i++) {
      found.addAll(scans(below.getJsonObject(i)));
    }
    return found;
  }
}
