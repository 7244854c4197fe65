package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Needs;
import org.linkroom.base.Id;
import org.linkroom.people.Person;
import org.linkroom.records.Records;

/// Links in PostgreSQL.
public final class Links {
  /// What is read of a class `c` of a school `s` with its lead teacher `p`.
  static final String CLASS =
      """
      c.id, c.label, c.year_group, c.size, c.motto, c.calm, c.hushed, c.longer, c.ground_rules,
        s.id AS school, s.name AS school_name, s.town, s.phone, s.camera, s.photos, s.names, p.id AS lead, p.name AS lead_name""";

  private static final String ROWS =
      "SELECT l.id AS link, l.programme, pr.name AS programme_name, l.year, l.kind, l.state, "
          + CLASS
          + """

      FROM link l JOIN programme pr ON pr.id = l.programme JOIN link_class lc ON lc.link = l.id
      JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school JOIN person p ON p.id = c.lead
      WHERE %s ORDER BY l.id, lc.place""";

  private static final String HERS =
      """
      l.id IN (
        SELECT lc2.link FROM role r JOIN link_class lc2 ON lc2.class = r.class WHERE r.person = $1
        UNION SELECT lc2.link FROM role r JOIN school_class c2 ON c2.school = r.school JOIN link_class lc2 ON lc2.class = c2.id WHERE r.person = $1
        UNION SELECT l2.id FROM role r JOIN link l2 ON l2.programme = r.programme WHERE r.person = $1 AND r.kind = 'facilitator')""";

  private final Records records;

  /// Make the store.
  public Links(Records records) {
    this.records = records;
  }

  /// Find a link, also one that has ended; whether somebody may see it, `LinkView` says.
  public Future<Optional<LinkView>> find(Id link) {
    return records
        .list(ROWS.formatted("l.id = $1"), row -> row, link)
        .map(rows -> links(rows).stream().findFirst());
  }

  /// Some links at once, in no order; those that are no more are left out.
  public Future<List<LinkView>> all(List<Id> links) {
    return records
        .list(
            ROWS.formatted("l.id = ANY($1)"),
            row -> row,
            (Object) links.stream().map(Id::text).toArray(String[]::new))
        .map(Links::links);
  }

  /// The links that concern somebody: of her classes, her school, her programme.
  public Future<List<LinkView>> of(Person person) {
    return records
        .list(ROWS.formatted("l.ended_at IS NULL AND " + HERS), row -> row, person.id())
        .map(Links::links);
  }

  /// A school's links that have not ended.
  public Future<List<LinkView>> ofSchool(Id school) {
    return records
        .list(
            ROWS.formatted(
                "l.ended_at IS NULL AND l.id IN (SELECT lc2.link FROM link_class lc2 JOIN school_class c2 ON c2.id = lc2.class WHERE c2.school = $1)"),
            row -> row,
            school)
        .map(Links::links);
  }

  /// One class of a school, whether linked or not.
  public Future<Optional<ClassView>> schoolClass(Id classId) {
    return records.one(
        "SELECT "
            + CLASS
            + " FROM school_class c JOIN school s ON s.id = c.school JOIN person p ON p.id = c.lead WHERE c.id = $1",
        Links::read,
        classId);
  }

  /// A school's name by id, for the lists of public forms.
  public record SchoolName(Id id, String name, String town, String programme) {}

  private static final String NAMES =
      "SELECT s.id, s.name, s.town, p.name AS programme FROM school s JOIN programme p ON p.id = s.programme WHERE %s ORDER BY p.name, s.name LIMIT 1000";

  /// All schools, by programme and name, 1,000 at most.
  public Future<List<SchoolName>> schools() {
    return records.list(NAMES.formatted("true"), Links::name);
  }

  /// Those of a programme, and some others by id.
  public Future<List<SchoolName>> schools(@Nullable Id programme, Collection<Id> others) {
    return records.list(
        NAMES.formatted("s.programme = $1 OR s.id = ANY($2::text[])"),
        Links::name,
        programme,
        others.stream().map(Id::text).toArray(String[]::new));
  }

  /// Tell whether there are more schools than so many.
  public Future<Boolean> schoolsExceed(int many) {
    return records
        .one(
            "SELECT EXISTS (SELECT 1 FROM school OFFSET $1) AS more",
            row -> row.getBoolean("more"),
            many)
        .map(more -> more.orElse(false));
  }

  private static SchoolName name(Row row) {
    return new SchoolName(
        Records.id(row, "id"),
        row.getString("name"),
        row.getString("town"),
        row.getString("programme"));
  }

  /// A programme with how much goes on in it.
  public record ProgrammeRow(Id id, String name, String aliases, long schools, long links) {}

  /// All programmes.
  public Future<List<ProgrammeRow>> programmes() {
    return records.list(
        """
        SELECT p.id, p.name, coalesce((SELECT string_agg(alias, ', ' ORDER BY alias) FROM programme_alias a WHERE a.programme = p.id), '') AS aliases,
          (SELECT count(*) FROM school s WHERE s.programme = p.id) AS schools,
          (SELECT count(*) FROM link l WHERE l.programme = p.id AND l.ended_at IS NULL) AS links
        FROM programme p ORDER BY p.name""",
        row ->
            new ProgrammeRow(
                Records.id(row, "id"),
                row.getString("name"),
                row.getString("aliases"),
                row.getLong("schools"),
                row.getLong("links")));
  }

  private static List<LinkView> links(List<Row> rows) {
    var byLink = new LinkedHashMap<Id, List<Row>>();
    rows.forEach(
        row -> byLink.computeIfAbsent(Records.id(row, "link"), l -> new ArrayList<>()).add(row));
    var links = new ArrayList<LinkView>();
    for (Map.Entry<Id, List<Row>> entry : byLink.entrySet()) {
      var first = entry.getValue().getFirst();
      links.add(
          new LinkView(
              entry.getKey(),
              Records.id(first, "programme"),
              first.getString("programme_name"),
              first.getInteger("year"),
              first.getString("kind"),
              first.getString("state"),
              entry.getValue().stream().map(Links::read).toList()));
    }
    return List.copyOf(links);
  }

  static ClassView read(Row row) {
    return new ClassView(
        Records.id(row, "id"),
        row.getString("label"),
        row.getInteger("year_group"),
        row.getInteger("size"),
        row.getString("motto"),
        Records.id(row, "school"),
        row.getString("school_name"),
        row.getString("town"),
        row.getString("phone"),
        row.getString("camera"),
        row.getString("photos"),
        row.getString("names"),
        Records.id(row, "lead"),
        row.getString("lead_name"),
        Needs.of(
            row.getBoolean("calm"),
            row.getBoolean("hushed"),
            row.getBoolean("longer"),
            row.getString("ground_rules")));
  }
}
