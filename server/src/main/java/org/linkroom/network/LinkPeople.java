package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Whom to write to about a link.
public final class LinkPeople {
  private final Records records;

  /// Make the store.
  public LinkPeople(Records records) {
    this.records = records;
  }

  /// Somebody to write to.
  public record Addressee(String name, String email) {}

  /// The heads of a link's schools.
  public Future<List<Addressee>> heads(Id link) {
    return records.list(
        """
        SELECT DISTINCT p.name, p.email FROM link_class lc JOIN school_class c ON c.id = lc.class
        JOIN role r ON r.school = c.school AND r.kind = 'headteacher' JOIN person p ON p.id = r.person
        WHERE lc.link = $1 AND p.left_at IS NULL""",
        LinkPeople::read,
        link);
  }

  /// The lead teachers of a link's classes.
  public Future<List<Addressee>> teachers(Id link) {
    return records.list(
        """
        SELECT DISTINCT p.name, p.email FROM link_class lc JOIN school_class c ON c.id = lc.class
        JOIN person p ON p.id = c.lead WHERE lc.link = $1 AND p.left_at IS NULL""",
        LinkPeople::read,
        link);
  }

  /// The lead teachers of a link's other classes than one.
  public Future<List<Addressee>> teachers(Id link, Id but) {
    return records.list(
        """
        SELECT DISTINCT p.name, p.email FROM link_class lc JOIN school_class c ON c.id = lc.class
        JOIN person p ON p.id = c.lead WHERE lc.link = $1 AND c.id <> $2 AND p.left_at IS NULL""",
        LinkPeople::read,
        link,
        but);
  }

  /// A programme's facilitators.
  public Future<List<Addressee>> facilitators(Id programme) {
    return records.list(
        """
        SELECT p.name, p.email FROM role r JOIN person p ON p.id = r.person
        WHERE r.programme = $1 AND r.kind = 'facilitator' AND p.left_at IS NULL""",
        LinkPeople::read,
        programme);
  }

  private static Addressee read(Row row) {
    return new Addressee(row.getString("name"), row.getString("email"));
  }
}
