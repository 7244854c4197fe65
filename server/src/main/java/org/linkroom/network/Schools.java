package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Schools in PostgreSQL.
public final class Schools {
  private static final String ROWS =
      """
      SELECT s.id, s.programme, pr.name AS programme_name, s.name, s.town, s.phase, s.character, s.governance, s.phone,
        s.email, s.governors_email, s.domains, s.camera, s.photos, s.names, s.leader_yes, s.archived_at
      FROM school s JOIN programme pr ON pr.id = s.programme WHERE %s""";

  private final Records records;

  /// Make the store.
  public Schools(Records records) {
    this.records = records;
  }

  /// Find one, archived or not; whether somebody may see it, `SchoolView` says.
  public Future<Optional<SchoolView>> find(Id school) {
    return records.one(ROWS.formatted("s.id = $1"), Schools::read, school);
  }

  /// A programme's schools that are not archived, by name.
  public Future<List<SchoolView>> of(Id programme) {
    return records.list(
        ROWS.formatted("s.programme = $1 AND s.archived_at IS NULL ORDER BY s.name"),
        Schools::read,
        programme);
  }

  private static SchoolView read(Row row) {
    return new SchoolView(
        Records.id(row, "id"),
        Records.id(row, "programme"),
        row.getString("programme_name"),
        row.getString("name"),
        row.getString("town"),
        row.getString("phase"),
        row.getString("character"),
        row.getString("governance"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("governors_email"),
        List.of(row.getArrayOfStrings("domains")),
        row.getString("camera"),
        row.getString("photos"),
        row.getString("names"),
        row.getString("leader_yes"),
        row.getOffsetDateTime("archived_at") != null);
  }
}
