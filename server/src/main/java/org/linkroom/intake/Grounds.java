package org.linkroom.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.intake.Ground.School;
import org.linkroom.intake.Ground.SchoolClass;
import org.linkroom.records.Records;

/// Reads from PostgreSQL what a table is judged by: the whole of a programme at once, so that a
/// table of a thousand lines asks three times, not a thousand.
final class Grounds {
  private static final String SCHOOLS =
      """
      SELECT s.id, s.name, s.town, s.phase, s.character, s.governance, s.phone, s.email, s.governors_email, s.domains,
        s.archived_at IS NOT NULL AS archived,
        ARRAY(SELECT p.email FROM role r JOIN person p ON p.id = r.person WHERE r.school = s.id AND r.kind = 'headteacher') AS heads,
        ARRAY(SELECT p.email FROM role r JOIN person p ON p.id = r.person WHERE r.school = s.id AND r.kind = 'safeguarding') AS leads
      FROM school s WHERE s.programme = $1 ORDER BY s.archived_at IS NOT NULL DESC, s.name DESC""";

  private static final String CLASSES =
      """
      SELECT c.id, s.name AS school, c.label, c.year_group, c.size, c.motto, c.archived_at IS NOT NULL AS archived,
        coalesce((SELECT p.email FROM person p JOIN role r ON r.person = p.id AND r.class = c.id AND r.kind = 'teacher'
          WHERE p.id = c.lead), '') AS lead
      FROM school_class c JOIN school s ON s.id = c.school
      WHERE s.programme = $1 AND c.year = $2 ORDER BY c.label DESC""";

  private static final String LINKS =
      """
      SELECT s.name AS school, c.label, s2.name AS school2, c2.label AS label2
      FROM link l JOIN link_class lc ON lc.link = l.id JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school
      JOIN link_class lc2 ON lc2.link = l.id AND lc2.class <> lc.class
      JOIN school_class c2 ON c2.id = lc2.class JOIN school s2 ON s2.id = c2.school
      WHERE l.state <> 'ended' AND s.programme = $1 AND c.year = $2""";

  private final Records records;

  Grounds(Records records) {
    this.records = records;
  }

  /// What is on record of a programme in a school year.
  Future<Ground> of(Id programme, int year) {
    return records
        .list(SCHOOLS, row -> row, programme)
        .compose(
            schools ->
                records
                    .list(CLASSES, row -> row, programme, year)
                    .compose(
                        classes ->
                            records
                                .list(LINKS, row -> row, programme, year)
                                .map(links -> ground(schools, classes, links))));
  }

  private static Ground ground(List<Row> schools, List<Row> classes, List<Row> links) {
    var bySchool = new HashMap<String, School>();
    schools.forEach(row -> bySchool.put(Ground.key(row.getString("name")), school(row)));
    var byClass = new HashMap<String, SchoolClass>();
    classes.forEach(
        row ->
            byClass.put(
                Ground.key(row.getString("school"), row.getString("label")), schoolClass(row)));
    var partners = new HashMap<String, Set<String>>();
    links.forEach(
        row ->
            partners
                .computeIfAbsent(
                    Ground.key(row.getString("school"), row.getString("label")),
                    none -> new HashSet<>())
                .add(Ground.key(row.getString("school2"), row.getString("label2"))));
    return new Ground(bySchool, byClass, partners);
  }

  private static School school(Row row) {
    var facts = new EnumMap<Column, String>(Column.class);
    facts.put(Column.TOWN, row.getString("town"));
    facts.put(Column.PHASE, row.getString("phase"));
    facts.put(Column.CHARACTER, row.getString("character"));
    facts.put(Column.GOVERNANCE, row.getString("governance"));
    facts.put(Column.SCHOOL_PHONE, row.getString("phone"));
    facts.put(Column.SCHOOL_EMAIL, row.getString("email"));
    facts.put(Column.GOVERNORS_EMAIL, row.getString("governors_email"));
    facts.put(Column.MAIL_DOMAINS, String.join(" ", row.getArrayOfStrings("domains")));
    return new School(
        Records.id(row, "id"),
        row.getString("name"),
        Collections.unmodifiableMap(facts),
        row.getBoolean("archived"),
        Set.of(row.getArrayOfStrings("heads")),
        Set.of(row.getArrayOfStrings("leads")));
  }

  private static SchoolClass schoolClass(Row row) {
    var facts = new EnumMap<Column, String>(Column.class);
    facts.put(Column.YEAR_GROUP, Integer.toString(row.getInteger("year_group")));
    facts.put(Column.CHILDREN, Integer.toString(row.getInteger("size")));
    facts.put(Column.ABOUT_THE_CLASS, row.getString("motto"));
    return new SchoolClass(
        Records.id(row, "id"),
        row.getString("school"),
        row.getString("label"),
        Collections.unmodifiableMap(facts),
        row.getBoolean("archived"),
        row.getString("lead"));
  }

  /// Nobody changes what a table is brought in upon until that is done.
  Future<Void> hold(Id programme) {
    var ids = new ArrayList<>(List.of("SELECT id FROM programme WHERE id = $1 FOR UPDATE"));
    ids.add("SELECT id FROM school WHERE programme = $1 ORDER BY id FOR UPDATE");
    ids.add(
        "SELECT c.id FROM school_class c JOIN school s ON s.id = c.school WHERE s.programme = $1 ORDER BY c.id FOR UPDATE OF c");
    Future<?> done = Future.succeededFuture();
    for (String sql : ids) {
      done = done.compose(before -> records.run(sql, programme));
    }
    return done.mapEmpty();
  }
}
