package org.linkroom.network;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// How links begin, go live and end, in PostgreSQL. What a link is like, `Links` reads.
public final class Linking {
  /// When a link that is being arranged goes live: every school has said yes, and each that is a
  /// school has its agreement in order. Another partner signs none.
  private static final String READY =
      """
      UPDATE link l SET state = 'live', live_at = $2 WHERE l.id = $1 AND l.state = 'brokered'
        AND NOT EXISTS (SELECT 1 FROM link_yes y WHERE y.link = l.id AND y.answer <> 'yes')
        AND NOT EXISTS (
          SELECT 1 FROM link_class lc JOIN school_class c ON c.id = lc.class JOIN school s ON s.id = c.school
          WHERE lc.link = l.id AND s.phase <> 'partner' AND NOT EXISTS (
            SELECT 1 FROM school_agreement a WHERE a.school = s.id AND a.year = l.year
              AND (a.until IS NULL OR a.until > $2)))""";

  private final Records records;

  /// Make the store.
  public Linking(Records records) {
    this.records = records;
  }

  /// A link to make.
  ///
  /// @param year the calendar year in which its school year begins
  /// @param kind between, within, halves, special or partner: see `LinkCheck.kind`
  /// @param classes two or three of the programme's, in their order
  /// @param before the link of the year before that it goes on with, or the one that it replaces
  public record New(Id programme, int year, String kind, List<Id> classes, @Nullable Id before) {
    /// Two classes, at times three.
    public New {
      classes = List.copyOf(classes);
      if (classes.size() < 2 || classes.size() > 3) {
        throw new IllegalArgumentException("a link has two or three classes");
      }
    }
  }

  /// Begin a link: it is being arranged until both schools have said yes. The same id twice makes
  /// it once; false says that it was there.
  public Future<Boolean> make(Id id, New link) {
    return records.inTransaction(
        all ->
            all.change(
                    "INSERT INTO link (id, programme, year, kind, state, before) VALUES ($1, $2, $3, $4, 'brokered', $5) ON CONFLICT (id) DO NOTHING",
                    id,
                    link.programme(),
                    link.year(),
                    link.kind(),
                    link.before())
                .compose(
                    made ->
                        made == 0
                            ? Future.succeededFuture(false)
                            : new Linking(all).classes(id, link.classes()).map(done -> true)));
  }

  private Future<Void> classes(Id id, List<Id> classes) {
    Future<?> last = Future.succeededFuture();
    for (int i = 0; i < classes.size(); i++) {
      int place = i;
      last =
          last.compose(
              done ->
                  records.run(
                      "INSERT INTO link_class (link, class, place) VALUES ($1, $2, $3)",
                      id,
                      classes.get(place),
                      place));
    }
    return last.compose(
            done ->
                records.run(
                    "INSERT INTO link_yes (link, school) SELECT DISTINCT lc.link, c.school FROM link_class lc JOIN school_class c ON c.id = lc.class WHERE lc.link = $1",
                    id))
        .mapEmpty();
  }

  /// Let a link go live if nothing is missing any more. True: it has gone live just now.
  public Future<Boolean> open(Id link, Instant now) {
    return records.change(READY, link, utc(now)).map(changed -> changed == 1);
  }

  /// Let every link of a school that only waited for its agreement go live; answers which.
  public Future<List<Id>> openOf(Id school, Instant now) {
    return records
        .list(
            "SELECT y.link FROM link_yes y JOIN link l ON l.id = y.link WHERE y.school = $1 AND l.state = 'brokered' LIMIT 200",
            row -> Records.id(row, "link"),
            school)
        .compose(links -> each(links, now, 0, List.of()));
  }

  private Future<List<Id>> each(List<Id> links, Instant now, int at, List<Id> opened) {
    if (at == links.size()) {
      return Future.succeededFuture(opened);
    }
    return open(links.get(at), now)
        .compose(
            live -> {
              var more = new ArrayList<>(opened);
              if (live) {
                more.add(links.get(at));
              }
              return each(links, now, at + 1, List.copyOf(more));
            });
  }

  /// Make a link live without asking anybody: one that was agreed elsewhere, as where a programme
  /// brings its links of before. False: it was not being arranged.
  public Future<Boolean> declareLive(Id link, Instant now) {
    return records
        .change(
            "UPDATE link SET state = 'live', live_at = $2 WHERE id = $1 AND state = 'brokered'",
            link,
            utc(now))
        .map(changed -> changed == 1);
  }

  /// End a link, whether it was live or only being arranged. What it was stays on record. The
  /// sessions that are to come are called off by who calls this: `session/LinkEnd` does both.
  public Future<Boolean> end(Id link, String why, Instant now) {
    return records
        .change(
            "UPDATE link SET state = 'ended', ended_at = $3, ended_why = $2 WHERE id = $1 AND state <> 'ended'",
            link,
            why,
            utc(now))
        .map(changed -> changed == 1);
  }

  /// The days of a link, and the link that it goes on with.
  public record Dates(
      Instant made,
      @Nullable Instant live,
      @Nullable Instant ended,
      String why,
      @Nullable Id before) {}

  /// When a link was made, went live and ended.
  public Future<Optional<Dates>> dates(Id link) {
    return records.one(
        "SELECT made_at, live_at, ended_at, ended_why, before FROM link WHERE id = $1",
        row ->
            new Dates(
                row.getOffsetDateTime("made_at").toInstant(),
                instant(row, "live_at"),
                instant(row, "ended_at"),
                row.getString("ended_why"),
                Records.idOrNone(row, "before")),
        link);
  }

  /// When the first of a link's schools asked to link by the form of its programme.
  public Future<Optional<Instant>> interest(Id link) {
    return records.one(
        """
        SELECT i.at FROM interest i WHERE i.school IN (
          SELECT c.school FROM link_class lc JOIN school_class c ON c.id = lc.class WHERE lc.link = $1)
        ORDER BY i.at LIMIT 1""",
        row -> row.getOffsetDateTime("at").toInstant(),
        link);
  }

  static @Nullable Instant instant(Row row, String column) {
    var at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
