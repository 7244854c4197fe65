package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Lists around links in PostgreSQL: a programme's links, and the classes that may be linked.
public final class LinkList {
  /// Links of one page.
  public static final int PAGE = 50;

  private static final String LINKED =
      """
      coalesce((SELECT string_agg(DISTINCT c2.label || ', ' || s2.name, ' and ') FROM link_class one
        JOIN link l ON l.id = one.link AND l.state <> 'ended'
        JOIN link_class two ON two.link = l.id AND two.class <> c.id
        JOIN school_class c2 ON c2.id = two.class JOIN school s2 ON s2.id = c2.school
        WHERE one.class = c.id), '') AS linked_with""";

  private static final String CHOICES =
      """
      SELECT %s, s.phase, c.year,
        %s
      FROM school s JOIN school_class c ON c.school = s.id JOIN person p ON p.id = c.lead
      WHERE s.programme = $1 AND s.archived_at IS NULL AND c.archived_at IS NULL AND c.year >= $2
      ORDER BY c.year, s.name, c.label LIMIT 2000"""
          .formatted(Links.CLASS, LINKED);

  private static final String LINKS =
      """
      SELECT l.id, l.year, l.kind, l.state,
        (SELECT string_agg(c.label || ', ' || s.name, ' · ' ORDER BY lc.place) FROM link_class lc
          JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school WHERE lc.link = l.id) AS classes,
        (SELECT count(*) FROM link_yes y WHERE y.link = l.id AND y.answer <> 'yes') AS waiting
      FROM link l WHERE l.programme = $1 AND ($2 = 'all' OR l.state = $2) AND ($3 = '' OR EXISTS (
        SELECT 1 FROM link_class lc JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school
        WHERE lc.link = l.id AND (strpos(lower(s.name), lower($3)) > 0 OR strpos(lower(c.label), lower($3)) > 0)))
      ORDER BY l.year DESC, l.id LIMIT $4 OFFSET $5""";

  private final Records records;

  /// Make the store.
  public LinkList(Records records) {
    this.records = records;
  }

  /// One link in a list.
  ///
  /// @param waiting how many schools have not said yes
  public record Line(Id id, int year, String kind, String state, String classes, long waiting) {
    /// "2026/27".
    public String yearName() {
      return SchoolYear.name(year);
    }
  }

  /// What to look for.
  ///
  /// @param state live, brokered, ended or all
  /// @param search part of a school's name or a class's; empty: any
  /// @param page from 0
  public record Sought(Id programme, String state, String search, int page) {}

  /// A page of links, the newest year first, and one more line where there is a page after it.
  public Future<List<Line>> links(Sought sought) {
    return records.list(
        LINKS,
        row ->
            new Line(
                Records.id(row, "id"),
                row.getInteger("year"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("classes"),
                row.getLong("waiting")),
        sought.programme(),
        sought.state(),
        sought.search(),
        PAGE + 1,
        PAGE * sought.page());
  }

  /// Tell whether a link is of a programme.
  public Future<Boolean> in(Id programme, Id link) {
    return records
        .one(
            "SELECT id FROM link WHERE id = $2 AND programme = $1",
            row -> Records.id(row, "id"),
            programme,
            link)
        .map(Optional::isPresent);
  }

  /// The classes of a programme that may be linked: of this school year and of later ones.
  public Future<List<LinkCheck.Choice>> choices(Id programme, int year) {
    return records.list(CHOICES, LinkList::choice, programme, year);
  }

  private static LinkCheck.Choice choice(Row row) {
    return new LinkCheck.Choice(
        Links.read(row),
        row.getString("phase"),
        row.getInteger("year"),
        row.getString("linked_with"));
  }
}
