package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /// Those of a programme whose name or town has some letters in it, by name, from one on.
  ///
  /// @param archived whether the archived ones are meant, or the others
  /// @param from how many stand before the first one
  /// @param most how many at most
  public Future<List<SchoolView>> search(
      Id programme, String letters, boolean archived, int from, int most) {
    return records.list(
        ROWS.formatted(
            """
            s.programme = $1 AND (s.archived_at IS NOT NULL) = $3
            AND ($2 = '' OR strpos(lower(s.name || ' ' || s.town), lower($2)) > 0)
            ORDER BY s.name LIMIT $5 OFFSET $4"""),
        Schools::read,
        programme,
        letters,
        archived,
        from,
        most);
  }

  /// Those for which somebody is head, office or safeguarding lead, by name.
  public Future<List<SchoolView>> staffedBy(Id person) {
    return records.list(
        ROWS.formatted(
            "s.id IN (SELECT school FROM role WHERE person = $1 AND school IS NOT NULL) AND s.archived_at IS NULL ORDER BY s.name"),
        Schools::read,
        person);
  }

  /// What a school is.
  public record About(
      String name, String town, String phase, String character, String governance) {}

  /// How a school is reached, and which mail domains are its own.
  public record Contacts(String phone, String email, String governorsEmail, List<String> domains) {}

  /// How a school wishes to be met; see `SchoolView`.
  public record Wishes(String camera, String photos, String names, String leaderYes) {
    /// As most schools begin.
    public static final Wishes USUAL = new Wishes("wide", "faces", "first", "standing");
  }

  /// What is on record of a school.
  public record Draft(About about, Contacts contacts, Wishes wishes) {}

  /// Make one. Made again with the same id it is there once.
  ///
  /// @return false where the programme has a school of that name, archived or not
  public Future<Boolean> create(Id id, Id programme, Draft draft) {
    return records
        .change(
            """
            INSERT INTO school (name, town, phase, character, governance, phone, email, governors_email, domains,
              camera, photos, names, leader_yes, id, programme)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING""",
            values(draft, id, programme))
        .compose(
            made -> made == 1 ? Future.succeededFuture(true) : find(id).map(Optional::isPresent));
  }

  /// Change one.
  ///
  /// @return false where another of its programme has that name
  public Future<Boolean> change(Id id, Draft draft) {
    return records
        .change(
            """
            UPDATE school s SET name = $1, town = $2, phase = $3, character = $4, governance = $5, phone = $6, email = $7,
              governors_email = $8, domains = $9, camera = $10, photos = $11, names = $12, leader_yes = $13
            WHERE s.id = $14 AND NOT EXISTS (
              SELECT 1 FROM school o WHERE o.programme = s.programme AND o.name = $1 AND o.id <> $14)""",
            values(draft, id))
        .map(changed -> changed == 1);
  }

  private static Object[] values(Draft draft, Id... ids) {
    var about = draft.about();
    var contacts = draft.contacts();
    var wishes = draft.wishes();
    return Stream.concat(
            Stream.of(
                about.name(),
                about.town(),
                about.phase(),
                about.character(),
                about.governance(),
                contacts.phone(),
                contacts.email(),
                contacts.governorsEmail(),
                contacts.domains().toArray(String[]::new),
                wishes.camera(),
                wishes.photos(),
                wishes.names(),
                wishes.leaderYes()),
            Stream.of(ids))
        .toArray();
  }

  /// Put it away: nothing of it is lost, its classes go with it, its boards are let go, and all its
  /// adults' roles end.
  ///
  /// @return false where one of its classes is in a link that has not ended
  public Future<Boolean> archive(Id school) {
    return records.inTransaction(
        all ->
            all.change(
                    """
                    UPDATE school SET archived_at = now() WHERE id = $1 AND NOT EXISTS (
                      SELECT 1 FROM school_class c JOIN link_class lc ON lc.class = c.id JOIN link l ON l.id = lc.link
                      WHERE c.school = $1 AND l.ended_at IS NULL)""",
                    school)
                .compose(
                    done ->
                        done == 0 ? Future.succeededFuture(false) : away(all, school).map(true)));
  }

  private static Future<Void> away(Records all, Id school) {
    return all.run(
            "UPDATE school_class SET archived_at = now() WHERE school = $1 AND archived_at IS NULL",
            school)
        .compose(
            done ->
                all.run(
                    """
                    UPDATE board SET ended_at = now()
                    WHERE ended_at IS NULL AND class IN (SELECT id FROM school_class WHERE school = $1)""",
                    school))
        .compose(done -> Adults.endAll(all, Adults.AT_SCHOOL, school));
  }

  /// Bring it back; its head is named anew, and its classes come back one by one.
  public Future<Void> restore(Id school) {
    return records.run("UPDATE school SET archived_at = NULL WHERE id = $1", school).mapEmpty();
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
