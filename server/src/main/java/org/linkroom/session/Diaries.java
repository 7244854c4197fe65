package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.records.Records;

/// Reads from PostgreSQL what planning must know of the classes of a link: one question for all.
public final class Diaries {
  /// As far as slots look, and a day more for what is longer than a slot.
  private static final Duration AHEAD = Duration.ofDays(67);

  /// Longer than any session lasts.
  private static final Duration BEFORE = Duration.ofHours(4);

  private static final String SPANS =
      """
      SELECT s.id AS school, t.id, CASE WHEN t.school IS NOT NULL THEN 2 WHEN t.programme IS NOT NULL THEN 1 ELSE 0 END AS level,
        t.term, t.name, t.first_day, t.last_day
      FROM school s JOIN LATERAL (
        SELECT * FROM term_span WHERE school = s.id UNION ALL
        SELECT * FROM term_span WHERE programme = s.programme UNION ALL
        SELECT * FROM term_span WHERE programme IS NULL AND school IS NULL) t
        ON t.last_day >= $2 AND t.first_day <= $3
      WHERE s.id = ANY($1) ORDER BY t.first_day LIMIT 1000""";

  private static final String TIMES =
      "SELECT class, weekday, from_at, until FROM class_time WHERE class = ANY($1) ORDER BY weekday, from_at LIMIT 200";

  /// What a class has on itself, and what its lead teacher has on with another class.
  private static final String BOOKED =
      """
      SELECT c.id AS class, x.id AS session, x.starts_at, x.minutes, x.link, o.id <> c.id AS adult,
        CASE WHEN o.id = c.id THEN c.label ELSE p.name END AS who,
        (SELECT string_agg(k.label, ' and ' ORDER BY m.place) FROM link_class m JOIN school_class k ON k.id = m.class WHERE m.link = x.link) AS title
      FROM school_class c JOIN person p ON p.id = c.lead
      JOIN school_class o ON o.id = c.id OR o.lead = c.lead JOIN link_class lc ON lc.class = o.id
      JOIN session x ON x.link = lc.link AND x.state IN ('proposed', 'agreed', 'open', 'live')
        AND x.starts_at > $2 AND x.starts_at < $3
      WHERE c.id = ANY($1) AND (x.kind = 'link-up' OR o.id <> c.id) ORDER BY x.starts_at, adult LIMIT 500""";

  private static final String CHARACTERS =
      "SELECT id, character FROM school WHERE id = ANY($1) LIMIT 3";

  private final Records records;

  /// Make the store.
  public Diaries(Records records) {
    this.records = records;
  }

  /// The three joint free slots of a link's classes that are so long.
  public Future<List<Instant>> slots(Feasts feasts, LinkView link, int minutes, Instant now) {
    return of(link, now).map(diaries -> new Slots(feasts, diaries).next(now, minutes));
  }

  /// The diaries of a link's classes from a moment on, for planning from that day on.
  public Future<List<Diary>> of(LinkView link, Instant from) {
    String[] schools = texts(link.classes().stream().map(ClassView::school).toList());
    String[] classes = texts(link.classes().stream().map(ClassView::id).toList());
    var day = from.atZone(SchoolClock.LONDON).toLocalDate();
    // A year either way, so that it is known whether a school has entered terms for it at all.
    var spans = records.list(SPANS, Spanned::read, schools, day.minusYears(1), day.plusYears(1));
    var times = records.list(TIMES, Timed::read, (Object) classes);
    var booked =
        records.list(
            BOOKED,
            On::read,
            classes,
            Sessions.utc(from.minus(BEFORE)),
            Sessions.utc(from.plus(AHEAD)));
    var characters = records.list(CHARACTERS, SchoolCharacter::read, (Object) schools);
    return Future.all(spans, times, booked, characters)
        .map(
            all -> {
              var read =
                  new Read(spans.result(), times.result(), booked.result(), characters.result());
              return link.classes().stream().map(read::diary).toList();
            });
  }

  /// The times that a class itself has entered; none: empty.
  public Future<Optional<Timetable>> times(Id classId) {
    return records.list(TIMES, Timed::read, (Object) texts(List.of(classId))).map(Read::timetable);
  }

  /// Keep the times of a class in place of those before; a week without any is the usual one again.
  public Future<Void> keep(Id classId, Timetable times) {
    return records.inTransaction(
        all -> {
          Future<?> done =
              all.run("SELECT id FROM school_class WHERE id = $1 FOR UPDATE", classId)
                  .compose(o -> all.run("DELETE FROM class_time WHERE class = $1", classId));
          for (var day : times.week().entrySet()) {
            for (Timetable.Window window : day.getValue()) {
              done =
                  done.compose(
                      o ->
                          all.run(
                              "INSERT INTO class_time (class, weekday, from_at, until) VALUES ($1, $2, $3, $4)",
                              classId,
                              day.getKey().getValue(),
                              window.from(),
                              window.until()));
            }
          }
          return done.mapEmpty();
        });
  }

  private static String[] texts(List<Id> ids) {
    return ids.stream().map(Id::text).distinct().toArray(String[]::new);
  }

  private record Spanned(Id school, Span span) {
    static Spanned read(Row row) {
      return new Spanned(Records.id(row, "school"), TermSpans.read(row));
    }
  }

  private record Timed(Id classId, DayOfWeek day, Timetable.Window window) {
    static Timed read(Row row) {
      return new Timed(
          Records.id(row, "class"),
          DayOfWeek.of(row.getInteger("weekday")),
          new Timetable.Window(row.getLocalTime("from_at"), row.getLocalTime("until")));
    }
  }

  private record On(Id classId, Diary.Booked booked) {
    static On read(Row row) {
      Instant starts = row.getOffsetDateTime("starts_at").toInstant();
      return new On(
          Records.id(row, "class"),
          new Diary.Booked(
              Records.id(row, "session"),
              row.getString("who"),
              row.getBoolean("adult"),
              row.getString("title"),
              starts,
              starts.plusSeconds(60L * row.getInteger("minutes"))));
    }
  }

  private record SchoolCharacter(Id school, String word) {
    static SchoolCharacter read(Row row) {
      return new SchoolCharacter(Records.id(row, "id"), row.getString("character"));
    }
  }

  private record Read(
      List<Spanned> spans, List<Timed> times, List<On> booked, List<SchoolCharacter> characters) {
    Diary diary(ClassView of) {
      var said = timetable(times.stream().filter(t -> t.classId().equals(of.id())).toList());
      return new Diary(
          of.id(),
          of.label(),
          of.schoolName(),
          characters.stream()
              .filter(c -> c.school().equals(of.school()))
              .map(SchoolCharacter::word)
              .findFirst()
              .orElse(""),
          new Terms(
              spans.stream()
                  .filter(s -> s.school().equals(of.school()))
                  .map(Spanned::span)
                  .toList()),
          said.orElse(Timetable.USUAL),
          said.isPresent(),
          booked.stream().filter(b -> b.classId().equals(of.id())).map(On::booked).toList());
    }

    static Optional<Timetable> timetable(List<Timed> times) {
      var week = new EnumMap<DayOfWeek, List<Timetable.Window>>(DayOfWeek.class);
      times.forEach(t -> week.computeIfAbsent(t.day(), d -> new ArrayList<>()).add(t.window()));
      return week.isEmpty() ? Optional.empty() : Optional.of(new Timetable(week));
    }
  }
}
