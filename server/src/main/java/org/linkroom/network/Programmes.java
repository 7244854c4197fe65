package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Programmes in PostgreSQL.
public final class Programmes {
  private static final String ROWS =
      """
      SELECT p.id, p.name, p.team, p.email, p.phone, p.website, p.recruiting, p.archived_at,
        ARRAY(SELECT a.alias FROM programme_alias a WHERE a.programme = p.id ORDER BY a.alias) AS aliases
      FROM programme p WHERE %s""";

  private final Records records;

  /// Make the store.
  public Programmes(Records records) {
    this.records = records;
  }

  /// Find one, archived or not; whether somebody may see it, `ProgrammeView` says.
  public Future<Optional<ProgrammeView>> find(Id programme) {
    return records.one(ROWS.formatted("p.id = $1"), Programmes::read, programme);
  }

  /// All that are not archived, by name.
  public Future<List<ProgrammeView>> all() {
    return records.list(ROWS.formatted("p.archived_at IS NULL ORDER BY p.name"), Programmes::read);
  }

  private static ProgrammeView read(Row row) {
    return new ProgrammeView(
        Records.id(row, "id"),
        row.getString("name"),
        row.getString("team"),
        List.of(row.getArrayOfStrings("aliases")),
        Objects.requireNonNullElse(row.getString("email"), ""),
        Objects.requireNonNullElse(row.getString("phone"), ""),
        row.getString("website"),
        row.getBoolean("recruiting"),
        row.getOffsetDateTime("archived_at") != null);
  }
}
