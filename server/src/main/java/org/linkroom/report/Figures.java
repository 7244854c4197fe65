package org.linkroom.report;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// A school year in whole numbers, for those who pay for linking: of a programme or of the network.
/// There is no name in it and nothing about one child. A link and its sessions count with the
/// programme that looks after it, a class and its school with their own: so the programmes' figures
/// sum to the network's.
public final class Figures {
  private static final String BEGUN = "(l.state = 'live' OR l.live_at IS NOT NULL)";

  /// Links are found by their programme, so all of a year by all programmes.
  private static final String YEAR =
      "l.year = $1 AND l.programme IN (SELECT p.id FROM programme p)";

  static final String LINKS =
      "SELECT l.kind AS what, count(*) AS n FROM link l WHERE @link AND @begun GROUP BY l.kind";

  static final String HELD =
      "SELECT a.kind || '/' || a.outcome AS what, count(*) AS n FROM attendance a WHERE @held AND a.kind <> 'swap' GROUP BY a.kind, a.outcome";

  static final String MINUTES =
      "SELECT 'minutes' AS what, coalesce(sum(a.minutes), 0) AS n FROM attendance a WHERE @held AND a.kind = 'link-up'";

  static final String COMING =
      """
      SELECT 'coming' AS what, count(*) AS n FROM link l JOIN session s ON s.link = l.id
      WHERE @link AND s.kind <> 'swap' AND s.state IN ('proposed', 'agreed', 'open', 'live')""";

  static final String LINKED =
      """
      SELECT 'linked' AS what, count(*) AS n FROM school_class c JOIN school s ON s.id = c.school WHERE @school AND c.id IN (
        SELECT lc.class FROM link l JOIN link_class lc ON lc.link = l.id WHERE @year AND @begun)""";

  static final String MET =
      """
      SELECT unnest(ARRAY['met', 'children']) AS what, unnest(ARRAY[count(*), coalesce(sum(c.size), 0)]) AS n FROM school_class c WHERE c.id IN (
        SELECT ac.class FROM attendance_class ac JOIN attendance a ON a.session = ac.session
        WHERE @class AND ac.met AND a.kind = 'link-up')""";

  static final String SCHOOLS =
      """
      SELECT s.@word AS what, count(*) AS n FROM school s WHERE @school AND s.id IN (
        SELECT c.school FROM link l JOIN link_class lc ON lc.link = l.id JOIN school_class c ON c.id = lc.class
        WHERE @year AND @begun) GROUP BY s.@word""";

  static final String ITEMS =
      """
      SELECT i.kind AS what, CASE WHEN i.kind IN ('training-1', 'training-2') THEN count(DISTINCT c.lead) ELSE count(*) END AS n
      FROM link l JOIN link_item i ON i.link = l.id LEFT JOIN school_class c ON c.id = i.class
      WHERE @link AND i.on_day <= $2 GROUP BY i.kind""";

  private final Records records;

  /// Make the reader.
  public Figures(Records records) {
    this.records = records;
  }

  /// A year's figures, each by the word that it is kept under; what is none is not there.
  ///
  /// @param held sessions that are over, by kind and outcome: "link-up/met"
  /// @param sums coming, linked, met, children and minutes
  /// @param items of a training the teachers who came, of all else how often it was
  public record Year(
      Map<String, Long> links,
      Map<String, Long> held,
      Map<String, Long> sums,
      Map<String, Long> phases,
      Map<String, Long> characters,
      Map<String, Long> items) {}

  /// Reckon them.
  ///
  /// @param programme of which; none: of the network
  /// @param today what stands on a link's timeline for later is not counted
  public Future<Year> of(@Nullable Id programme, int year, LocalDate today) {
    var one = new Reading(programme, year);
    var links = one.read(LINKS);
    var held = one.read(HELD);
    var sums = one.together(List.of(MINUTES, COMING, LINKED, MET));
    var phases = one.read(SCHOOLS.replace("@word", "phase"));
    var characters = one.read(SCHOOLS.replace("@word", "character"));
    var items = one.read(ITEMS, today);
    return Future.all(links, held, sums, phases, characters, items)
        .map(
            done ->
                new Year(
                    links.result(),
                    held.result(),
                    sums.result(),
                    phases.result(),
                    characters.result(),
                    items.result()));
  }

  /// One of the statements, of a programme or of the network.
  ///
  /// @param next the number of the programme's place among the values
  static String sql(String text, boolean programme, int next) {
    String here = programme ? ".programme = $" + next : "";
    return text.replace("@link", programme ? "l.year = $1" + and("l", here) : YEAR)
        .replace("@year", YEAR)
        .replace("@held", "a.year = $1" + and("a", here))
        .replace("@class", "ac.year = $1" + and("ac", here))
        .replace("@school", programme ? "s" + here : "true")
        .replace("@begun", BEGUN);
  }

  /// All statements, for the test that asks how each is carried out.
  static Map<String, String> all() {
    var all = new LinkedHashMap<String, String>();
    for (boolean programme : new boolean[] {true, false}) {
      for (String text : List.of(LINKS, HELD, MINUTES, COMING, LINKED, MET)) {
        all.put("figures " + all.size(), sql(text, programme, 2));
      }
      all.put(
          "schools by phase, " + programme, sql(SCHOOLS.replace("@word", "phase"), programme, 2));
      all.put("items, " + programme, sql(ITEMS, programme, 3));
    }
    return all;
  }

  private static String and(String table, String here) {
    return here.isEmpty() ? "" : " AND " + table + here;
  }

  private final class Reading {
    private final @Nullable Id programme;
    private final int year;

    Reading(@Nullable Id programme, int year) {
      this.programme = programme;
      this.year = year;
    }

    Future<Map<String, Long>> read(String text, Object... more) {
      var values = new ArrayList<Object>(List.of(year));
      values.addAll(List.of(more));
      if (programme != null) {
        values.add(programme);
      }
      int next = 2 + more.length;
      return records
          .list(
              sql(text, programme != null, next),
              row -> Map.entry(row.getString("what"), row.getLong("n")),
              values.toArray())
          .map(
              rows -> {
                var all = new LinkedHashMap<String, Long>();
                rows.forEach(row -> all.put(row.getKey(), row.getValue()));
                return Map.copyOf(all);
              });
    }

    Future<Map<String, Long>> together(List<String> texts) {
      var all = texts.stream().map(text -> read(text)).toList();
      return Future.all(all)
          .map(
              done -> {
                var sums = new LinkedHashMap<String, Long>();
                all.forEach(one -> sums.putAll(one.result()));
                return Map.copyOf(sums);
              });
    }
  }
}
