package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// The texts of agreements and who signed them, in PostgreSQL. A text is never changed: another
/// version is another row, and what was signed stays what it was.
public final class Agreements {
  private static final String TEXT =
      "SELECT t.id, t.programme, t.version, t.intro, t.clauses, t.made_at FROM agreement_text t WHERE ";

  private final Records records;

  /// Make the store.
  public Agreements(Records records) {
    this.records = records;
  }

  /// A version of a text.
  ///
  /// @param own whether the programme wrote it, or it is the network's
  /// @param clauses five, in the order of the table's comment; one that is not asked for is empty
  public record Text(
      Id id, boolean own, int version, String intro, List<String> clauses, Instant made) {}

  /// What a programme's schools sign now: its newest version, or the network's text.
  public Future<Text> current(Id programme) {
    return records
        .one(
            TEXT
                + "t.programme = $1 OR t.programme IS NULL ORDER BY t.programme IS NULL, t.version DESC LIMIT 1",
            Agreements::text,
            programme)
        .map(found -> found.orElseThrow(() -> new IllegalStateException("no text to sign")));
  }

  /// A text by id, however old.
  public Future<Optional<Text>> text(Id text) {
    return records.one(TEXT + "t.id = $1", Agreements::text, text);
  }

  /// Write a programme's next version. The same id twice writes it once.
  public Future<Void> write(Id id, Id programme, String intro, List<String> clauses, Id by) {
    return records.inTransaction(
        all ->
            all.run("SELECT id FROM programme WHERE id = $1 FOR UPDATE", programme)
                .compose(
                    locked ->
                        all.run(
                            "INSERT INTO agreement_text (id, programme, version, intro, clauses, made_by) SELECT $1::text, $2::text, coalesce(max(version), 0) + 1, $3, $4, $5 FROM agreement_text WHERE programme = $2::text HAVING NOT EXISTS (SELECT 1 FROM agreement_text WHERE id = $1::text)",
                            id,
                            programme,
                            intro,
                            clauses.toArray(String[]::new),
                            by))
                .mapEmpty());
  }

  /// Something to keep on record of a school and a school year.
  ///
  /// @param kind signed, paper or grace
  /// @param text the version that was signed, or that is to be
  /// @param by who pressed; nobody where no page was used
  /// @param until of a grace, when it ends
  public record Kept(
      Id school,
      int year,
      String kind,
      Id text,
      String signer,
      @Nullable Id by,
      Instant at,
      @Nullable Instant until,
      String why) {}

  /// Keep it. A school signs once a year and has one grace: false says that there was one.
  public Future<Boolean> keep(Id id, Kept kept) {
    var until = kept.until();
    return records
        .change(
            "INSERT INTO school_agreement (id, school, year, kind, text, signer, by_person, at, until, why) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) ON CONFLICT DO NOTHING",
            id,
            kept.school(),
            kept.year(),
            kept.kind(),
            kept.text(),
            kept.signer(),
            kept.by(),
            Linking.utc(kept.at()),
            until == null ? null : Linking.utc(until),
            kept.why())
        .map(changed -> changed == 1);
  }

  /// How a school stands in a school year.
  public Future<Agreement> of(Id school, int year, Instant now) {
    return of(List.of(school), year, now)
        .map(all -> all.getOrDefault(school, Agreement.of(List.of(), now)));
  }

  /// How some schools stand in a school year, by school.
  public Future<Map<Id, Agreement>> of(List<Id> schools, int year, Instant now) {
    return records
        .list(
            "SELECT school, kind, signer, at, until, why FROM school_agreement WHERE school = ANY($1) AND year = $2",
            row -> Map.entry(Records.id(row, "school"), line(row)),
            schools.stream().map(Id::text).toArray(String[]::new),
            year)
        .map(
            rows -> {
              var lines = new HashMap<Id, List<Agreement.Line>>();
              rows.forEach(
                  row ->
                      lines
                          .computeIfAbsent(row.getKey(), s -> new ArrayList<>())
                          .add(row.getValue()));
              var all = new HashMap<Id, Agreement>();
              schools.forEach(s -> all.put(s, Agreement.of(lines.getOrDefault(s, List.of()), now)));
              return Map.copyOf(all);
            });
  }

  /// The schools of a link that may not plan new sessions for want of an agreement, by name. What
  /// has been planned is held.
  public Future<List<String>> lacking(Id link, Instant now) {
    return records.list(
        """
        SELECT DISTINCT s.name FROM link l JOIN link_class lc ON lc.link = l.id
        JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school
        WHERE l.id = $1 AND s.phase <> 'partner' AND NOT EXISTS (
          SELECT 1 FROM school_agreement a WHERE a.school = s.id AND a.year = l.year
            AND (a.until IS NULL OR a.until > $2))
        ORDER BY s.name""",
        row -> row.getString("name"),
        link,
        Linking.utc(now));
  }

  /// When the last of a link's schools signed for its year; empty while one has not. A partner that
  /// is no school has nothing to sign.
  public Future<Optional<Instant>> signedOn(Id link) {
    return records.one(
        """
        SELECT max(a.at) AS at FROM link l JOIN link_class lc ON lc.link = l.id
        JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school AND s.phase <> 'partner'
        LEFT JOIN school_agreement a ON a.school = s.id AND a.year = l.year AND a.kind <> 'grace'
        WHERE l.id = $1 HAVING bool_and(a.at IS NOT NULL)""",
        row -> row.getOffsetDateTime("at").toInstant(),
        link);
  }

  /// What a school signed in a year, if it did here or on paper.
  public Future<Optional<Text>> signedText(Id school, int year) {
    return records.one(
        TEXT
            + "t.id = (SELECT a.text FROM school_agreement a WHERE a.school = $1 AND a.year = $2 AND a.kind <> 'grace')",
        Agreements::text,
        school,
        year);
  }

  private static Agreement.Line line(Row row) {
    return new Agreement.Line(
        row.getString("kind"),
        row.getString("signer"),
        row.getOffsetDateTime("at").toInstant(),
        Linking.instant(row, "until"),
        row.getString("why"));
  }

  private static Text text(Row row) {
    return new Text(
        Records.id(row, "id"),
        Objects.nonNull(row.getString("programme")),
        row.getInteger("version"),
        row.getString("intro"),
        List.of(row.getArrayOfStrings("clauses")),
        row.getOffsetDateTime("made_at").toInstant());
  }
}
