package org.linkroom.year;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Reads from PostgreSQL what goes over into a new school year.
public final class Crossings {
  /// Classes of one page.
  public static final int MOST = 150;

  private static final String CLASSES =
      """
      SELECT c.id, c.school, s.name AS school_name, c.label, c.year_group, c.size, c.motto, c.year, c.lead, p.name AS lead_name,
        EXISTS (SELECT 1 FROM role r WHERE r.class = c.id AND r.person = c.lead AND r.kind = 'teacher') AS led
      FROM school s JOIN school_class c ON c.school = s.id JOIN person p ON p.id = c.lead
      WHERE (s.id = $1 OR s.programme = $1) AND s.archived_at IS NULL AND c.archived_at IS NULL AND c.year < $2
        AND NOT EXISTS (SELECT 1 FROM school_class n WHERE n.before = c.id)
      ORDER BY s.name, c.year_group, c.label, c.id LIMIT $3\
      """;

  private static final String LINKS =
      """
      SELECT lc.class, l.id AS link, o.id AS other, o.label || ', ' || s.name AS named,
        EXISTS (SELECT 1 FROM school_class n WHERE n.before = o.id) AS followed, o.archived_at IS NOT NULL AS away,
        (SELECT count(*)::int FROM session x WHERE x.link = l.id AND x.state IN ('proposed', 'agreed')) AS coming
      FROM link_class lc JOIN link l ON l.id = lc.link AND l.state <> 'ended' AND l.year < $2
      JOIN link_class lo ON lo.link = l.id AND lo.class <> lc.class
      JOIN school_class o ON o.id = lo.class JOIN school s ON s.id = o.school
      WHERE lc.class = ANY($1) ORDER BY lc.class, l.id, lo.place\
      """;

  private final Records records;

  /// Make the store.
  public Crossings(Records records) {
    this.records = records;
  }

  /// The classes of a programme or of one school that have not gone over yet, by school and year.
  ///
  /// @param of the programme or the school
  /// @param year the school year into which they go
  public Future<List<Leaving>> leaving(Id of, int year) {
    return records
        .list(CLASSES, row -> row, of, year, MOST)
        .compose(
            classes ->
                records
                    .list(LINKS, row -> row, ids(classes), year)
                    .map(links -> classes.stream().map(row -> leaving(row, links)).toList()));
  }

  private static String[] ids(List<Row> rows) {
    return rows.stream().map(row -> row.getString("id")).toArray(String[]::new);
  }

  private static Leaving leaving(Row row, List<Row> links) {
    var id = Records.id(row, "id");
    var byLink = new LinkedHashMap<Id, List<Row>>();
    links.stream()
        .filter(link -> Records.id(link, "class").equals(id))
        .forEach(
            link ->
                byLink
                    .computeIfAbsent(Records.id(link, "link"), none -> new ArrayList<>())
                    .add(link));
    return new Leaving(
        id,
        Records.id(row, "school"),
        row.getString("school_name"),
        row.getString("label"),
        row.getInteger("year_group"),
        row.getInteger("size"),
        row.getString("motto"),
        row.getInteger("year"),
        Records.id(row, "lead"),
        row.getString("lead_name"),
        row.getBoolean("led"),
        byLink.entrySet().stream().map(e -> tie(e.getKey(), e.getValue())).toList());
  }

  private static Leaving.Tie tie(Id link, List<Row> rows) {
    return new Leaving.Tie(
        link,
        String.join(" · ", rows.stream().map(row -> row.getString("named")).toList()),
        rows.getFirst().getInteger("coming"),
        rows.stream()
            .map(
                row ->
                    new Leaving.Other(
                        Records.id(row, "other"),
                        row.getBoolean("followed"),
                        row.getBoolean("away") && !row.getBoolean("followed")))
            .toList());
  }

  /// The names of the classes that some schools have in a school year, put away or not.
  public Future<Map<Id, Set<String>>> taken(List<Leaving> classes, int year) {
    return records
        .list(
            "SELECT school, label FROM school_class WHERE school = ANY($1) AND year = $2",
            row -> row,
            classes.stream().map(one -> one.school().text()).distinct().toArray(String[]::new),
            year)
        .map(
            rows -> {
              var taken = new HashMap<Id, Set<String>>();
              rows.forEach(
                  row ->
                      taken
                          .computeIfAbsent(Records.id(row, "school"), none -> new HashSet<>())
                          .add(row.getString("label")));
              return taken;
            });
  }

  /// Nobody changes these classes until the going over is done.
  Future<Void> hold(Id of) {
    return records
        .run(
            "SELECT c.id FROM school_class c JOIN school s ON s.id = c.school WHERE s.id = $1 OR"
                + " s.programme = $1 ORDER BY c.id FOR UPDATE OF c",
            of)
        .mapEmpty();
  }
}
