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
      SELECT p.id, p.name, p.team, p.email, p.phone, p.website, p.recruiting, p.archived_at, p.lado,
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

  /// All, the archived ones behind the others; for who runs the network.
  public Future<List<ProgrammeView>> withArchived() {
    return records.list(
        ROWS.formatted("true ORDER BY p.archived_at IS NOT NULL, p.name"), Programmes::read);
  }

  /// What is on record of a programme.
  ///
  /// @param aliases other names that people know the place by
  /// @param website an https address, or nothing
  public record Draft(
      String name,
      String team,
      List<String> aliases,
      String email,
      String phone,
      String website,
      boolean recruiting,
      String lado) {}

  /// Make one. Made again with the same id it is there once.
  ///
  /// @return false where another programme has that name
  public Future<Boolean> create(Id id, Draft draft) {
    return records.inTransaction(
        all ->
            all.change(
                    """
                    INSERT INTO programme (id, name, team, email, phone, website, recruiting, lado)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING""",
                    id,
                    draft.name(),
                    draft.team(),
                    draft.email(),
                    draft.phone(),
                    draft.website(),
                    draft.recruiting(),
                    draft.lado())
                .compose(
                    made ->
                        made == 1
                            ? aliases(all, id, draft.aliases()).map(true)
                            : new Programmes(all).find(id).map(Optional::isPresent)));
  }

  /// Change one.
  ///
  /// @return false where another programme has that name
  public Future<Boolean> change(Id id, Draft draft) {
    return records.inTransaction(
        all ->
            all.change(
                    """
                    UPDATE programme SET name = $2, team = $3, email = $4, phone = $5, website = $6, recruiting = $7, lado = $8
                    WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM programme o WHERE o.name = $2 AND o.id <> $1)""",
                    id,
                    draft.name(),
                    draft.team(),
                    draft.email(),
                    draft.phone(),
                    draft.website(),
                    draft.recruiting(),
                    draft.lado())
                .compose(
                    changed ->
                        changed == 0
                            ? Future.succeededFuture(false)
                            : aliases(all, id, draft.aliases()).map(true)));
  }

  private static Future<Void> aliases(Records all, Id programme, List<String> aliases) {
    return all.run("DELETE FROM programme_alias WHERE programme = $1", programme)
        .compose(
            gone ->
                all.run(
                    """
                    INSERT INTO programme_alias (alias, programme)
                    SELECT DISTINCT unnest($2::text[]), $1 ON CONFLICT DO NOTHING""",
                    programme,
                    aliases.toArray(String[]::new)))
        .mapEmpty();
  }

  /// Those of some names that stand for another programme already.
  public Future<List<String>> taken(Id programme, List<String> aliases) {
    return records.list(
        "SELECT alias FROM programme_alias WHERE alias = ANY($2::text[]) AND programme <> $1",
        row -> row.getString("alias"),
        programme,
        aliases.toArray(String[]::new));
  }

  /// Put it away: nothing of it is lost, nobody works in it any more, and its team's roles end.
  ///
  /// @return false where it still has schools that are not archived
  public Future<Boolean> archive(Id programme) {
    return records.inTransaction(
        all ->
            all.change(
                    """
                    UPDATE programme SET archived_at = now(), recruiting = false WHERE id = $1
                    AND NOT EXISTS (SELECT 1 FROM school s WHERE s.programme = $1 AND s.archived_at IS NULL)""",
                    programme)
                .compose(
                    done ->
                        done == 0
                            ? Future.succeededFuture(false)
                            : Adults.endAll(all, "r.programme = $1", programme).map(true)));
  }

  /// Bring it back; its team is named anew.
  public Future<Void> restore(Id programme) {
    return records
        .run("UPDATE programme SET archived_at = NULL WHERE id = $1", programme)
        .mapEmpty();
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
        row.getOffsetDateTime("archived_at") != null,
        row.getString("lado"));
  }
}
