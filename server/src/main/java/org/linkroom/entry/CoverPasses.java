package org.linkroom.entry;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;
import org.linkroom.records.Records;

/// An adult who stands in for one class in one session. Her code, eight clear characters, is
/// printed on the session's sheet and makes her the class's key.
public final class CoverPasses {
  private static final String COLUMNS =
      "SELECT v.id, v.session, v.class, v.name, v.code, p.name AS lead FROM cover_pass v JOIN school_class c ON c.id = v.class JOIN person p ON p.id = c.lead WHERE v.withdrawn_at IS NULL AND ";

  private static final String RECORD =
      """
      INSERT INTO room_journal (line, room, at, what, class, person, detail)
      SELECT 'cover-pass:' || $1, v.session, now(), $2, v.class, $3, jsonb_build_object('name', v.name || ', for ' || p.name)
      FROM cover_pass v JOIN school_class c ON c.id = v.class JOIN person p ON p.id = c.lead WHERE v.id = $4""";

  private final Records records;

  /// Make the store.
  public CoverPasses(Records records) {
    this.records = records;
  }

  /// A cover pass.
  ///
  /// @param lead whom she stands in for
  public record CoverPass(Id id, Id session, Id classId, String name, String code, String lead) {
    /// "Mr Ali, for Miss Khan".
    public String shown() {
      return name + ", for " + lead;
    }

    /// The code as it is read and printed.
    public String spaced() {
      return code.substring(0, 4) + " " + code.substring(4);
    }
  }

  /// An adult who is named for a class in a session.
  public record Named(Id id, Id session, Id classId, String name) {}

  /// Name an adult. False: this very pass has been made before.
  public Future<Boolean> make(Named named, Id by) {
    return records.inTransaction(
        all ->
            all.change(
                    "INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (id) DO NOTHING",
                    named.id(),
                    named.session(),
                    named.classId(),
                    named.name(),
                    Hashes.clear(8),
                    by)
                .compose(
                    made ->
                        made == 0
                            ? Future.succeededFuture(false)
                            : record(all, named.id(), "cover-pass.make", by).map(true)));
  }

  /// She has come in with it.
  public Future<Void> used(Id coverPass) {
    return record(records, coverPass, "cover-pass.used", null);
  }

  /// A line in the record of the session.
  private static Future<Void> record(Records all, Id coverPass, String what, @Nullable Id by) {
    return all.run(RECORD, Id.random(), what, by, coverPass).mapEmpty();
  }

  /// Those of a session.
  public Future<List<CoverPass>> of(Id session) {
    return records.list(COLUMNS + "v.session = $1 ORDER BY v.made_at", CoverPasses::read, session);
  }

  /// A cover adult as her school reads of her.
  ///
  /// @param label of the class
  /// @param came when she first came in, or not yet
  public record AtSchool(
      String name, String label, Id session, Instant starts, @Nullable Instant came) {}

  /// Those of a school's classes in sessions from a moment on, the next first, 200 at most.
  public Future<List<AtSchool>> ofSchool(Id school, Instant from) {
    return records.list(
        """
        SELECT v.name, c.label, s.id AS session, s.starts_at,
          (SELECT min(a.at) FROM audit a WHERE a.subject = v.id AND a.what = 'cover-pass.used') AS came
        FROM school_class c JOIN link_class lc ON lc.class = c.id
        JOIN session s ON s.link = lc.link AND s.starts_at >= $2 AND s.state NOT IN ('ended', 'cancelled')
        JOIN cover_pass v ON v.session = s.id AND v.class = c.id AND v.withdrawn_at IS NULL
        WHERE c.school = $1 ORDER BY s.starts_at, v.name LIMIT 200""",
        CoverPasses::atSchool,
        school,
        from.atOffset(ZoneOffset.UTC));
  }

  private static AtSchool atSchool(Row row) {
    var came = row.getOffsetDateTime("came");
    return new AtSchool(
        row.getString("name"),
        row.getString("label"),
        Records.id(row, "session"),
        row.getOffsetDateTime("starts_at").toInstant(),
        came == null ? null : came.toInstant());
  }

  /// The one with this code.
  public Future<Optional<CoverPass>> byCode(String typed) {
    return records.one(COLUMNS + "v.code = $1", CoverPasses::read, Hashes.typed(typed));
  }

  /// Take it back; a second time does nothing.
  public Future<Void> withdraw(Id coverPass, Id by) {
    return records.inTransaction(
        all ->
            all.change(
                    "UPDATE cover_pass SET withdrawn_at = now() WHERE id = $1 AND withdrawn_at IS NULL",
                    coverPass)
                .compose(
                    changed ->
                        changed == 0
                            ? Future.succeededFuture()
                            : record(all, coverPass, "cover-pass.withdraw", by)));
  }

  private static CoverPass read(Row row) {
    return new CoverPass(
        Records.id(row, "id"),
        Records.id(row, "session"),
        Records.id(row, "class"),
        row.getString("name"),
        row.getString("code"),
        row.getString("lead"));
  }
}
