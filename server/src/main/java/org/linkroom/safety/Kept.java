package org.linkroom.safety;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linkroom.records.Records;

/// For how long the network keeps what it may choose about, within bounds that neither lose what a
/// school still needs nor keep for ever what it does not. Where it chose nothing, `Retention` says
/// what is usual.
public final class Kept {
  /// Whole days, both included.
  public record Bounds(int least, int most) {
    /// Tell whether so many days may be chosen.
    public boolean hold(int days) {
      return days >= least && days <= most;
    }
  }

  private static final Bounds SHORT = new Bounds(7, 365);
  private static final Bounds LONG = new Bounds(30, 2192);

  /// What may be chosen, by the name of its rule. The audit log is never kept for less than a year:
  /// the database itself sees to that.
  public static final Map<String, Bounds> BOUNDS =
      Map.ofEntries(
          Map.entry("rooms with the notes of their adults", SHORT),
          Map.entry("cover passes", SHORT),
          Map.entry("checks of classrooms", SHORT),
          Map.entry("requests for help", SHORT),
          Map.entry("parcels", SHORT),
          Map.entry("parcels that were not sent", SHORT),
          Map.entry("mails without their texts", SHORT),
          Map.entry("records of sessions", LONG),
          Map.entry("names in attendance", LONG),
          Map.entry("wishes to link that came to nothing", LONG),
          Map.entry("names of adults who left", LONG),
          Map.entry("attendance", new Bounds(365, 4000)),
          Map.entry("the audit log", new Bounds(365, 2192)),
          Map.entry("pointers to concerns", new Bounds(365, 4000)));

  private final Records records;

  /// Make the store.
  public Kept(Records records) {
    this.records = records;
  }

  /// For how long everything is kept, by the name of its rule.
  public Future<Map<String, Duration>> all() {
    return records
        .list(
            "SELECT what, days FROM kept_for",
            row -> Map.entry(row.getString("what"), row.getInteger("days")))
        .map(
            chosen -> {
              var all = new HashMap<String, Duration>();
              Retention.RULES.forEach(rule -> all.put(rule.what(), rule.kept()));
              chosen.forEach(each -> all.replace(each.getKey(), Duration.ofDays(each.getValue())));
              return Map.copyOf(all);
            });
  }

  /// Choose for how many days something is kept.
  ///
  /// @throws IllegalArgumentException if it may not be chosen, or not so
  public Future<Void> choose(String what, int days) {
    var bounds = BOUNDS.get(what);
    if (bounds == null || !bounds.hold(days)) {
      throw new IllegalArgumentException(what + " cannot be kept for " + days + " days");
    }
    return records
        .run(
            "INSERT INTO kept_for (what, days) VALUES ($1, $2) ON CONFLICT (what) DO UPDATE SET days = $2",
            what,
            days)
        .mapEmpty();
  }

  /// What was erased at one time.
  public record Erased(Instant at, int rows) {}

  /// What was erased of each the last time.
  public Future<Map<String, Erased>> lastErased() {
    return records
        .list(
            """
            SELECT f.what, f.at, f.rows FROM unnest($1::text[]) AS r (what)
            CROSS JOIN LATERAL (SELECT * FROM forgotten g WHERE g.what = r.what ORDER BY g.at DESC LIMIT 1) f""",
            row ->
                Map.entry(
                    row.getString("what"),
                    new Erased(row.getOffsetDateTime("at").toInstant(), row.getInteger("rows"))),
            (Object) names())
        .map(
            rows -> {
              var last = new TreeMap<String, Erased>();
              rows.forEach(row -> last.put(row.getKey(), row.getValue()));
              return last;
            });
  }

  private static String[] names() {
    return Retention.RULES.stream().map(Retention.Rule::what).toArray(String[]::new);
  }

  /// Write down that some of it was erased.
  Future<Void> erased(String what, Instant at, int rows) {
    return records
        .run(
            "INSERT INTO forgotten (what, at, rows) VALUES ($1, $2, $3)",
            what,
            at.atOffset(ZoneOffset.UTC),
            rows)
        .mapEmpty();
  }

  /// The rules in their order, each with its time.
  static List<Retention.Rule> timed(List<Retention.Rule> rules, Map<String, Duration> kept) {
    return rules.stream()
        .map(rule -> rule.kept(kept.getOrDefault(rule.what(), rule.kept())))
        .toList();
  }
}
