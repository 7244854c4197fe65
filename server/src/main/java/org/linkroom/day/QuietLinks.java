package org.linkroom.day;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.records.Records;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// Live links without contact for some weeks; how many, their programme says. The regular contact
/// of the two teachers is what a link lives by. A session that was held counts, a call, letters
/// that went both ways, a parcel, a visit; a time that is only proposed or agreed does not.
public final class QuietLinks {
  /// A programme chooses from 1 week to this many.
  public static final int MOST_WEEKS = 26;

  /// First whether there was contact since, which an index answers; when the last one was is asked
  /// only of those without, and once.
  private static final String ROWS =
      """
      WITH still AS MATERIALIZED (
        SELECT l.id, l.made_at, since.moment FROM programme pr
        CROSS JOIN LATERAL (SELECT $2::date - 7 * pr.quiet_weeks AS day) d
        CROSS JOIN LATERAL (SELECT d.day, d.day::timestamp AT TIME ZONE 'Europe/London' AS moment) since
        JOIN link l ON l.programme = pr.id AND l.state = 'live' AND l.made_at < since.moment
        WHERE pr.id = ANY($1)
          AND NOT EXISTS (SELECT 1 FROM session h WHERE h.link = l.id AND h.live_at IS NOT NULL AND h.starts_at >= since.moment)
          AND NOT EXISTS (SELECT 1 FROM link_note n WHERE n.link = l.id AND n.kind <> 'message' AND n.at >= since.moment
            AND coalesce(n.on_day, (n.at AT TIME ZONE 'Europe/London')::date) >= since.day)
          AND NOT EXISTS (SELECT 1 FROM link_item i WHERE i.link = l.id AND i.on_day >= since.day AND i.on_day <= $2
            AND i.kind IN ('exchange', 'venue', 'visit', 'celebration')))
      SELECT l.id, greatest(
        (SELECT max(h.starts_at) AT TIME ZONE 'Europe/London' FROM session h WHERE h.link = l.id AND h.live_at IS NOT NULL)::date,
        (SELECT max(coalesce(n.on_day, (n.at AT TIME ZONE 'Europe/London')::date)) FROM link_note n WHERE n.link = l.id AND n.kind <> 'message'),
        (SELECT max(i.on_day) FROM link_item i WHERE i.link = l.id AND i.on_day <= $2
          AND i.kind IN ('exchange', 'venue', 'visit', 'celebration'))) AS last
      FROM still l WHERE (SELECT count(DISTINCT lc.class) FROM link_note n JOIN role r ON r.person = n.author
        JOIN link_class lc ON lc.link = l.id AND lc.class = r.class
        WHERE n.link = l.id AND n.kind = 'message' AND n.at >= l.moment) < 2
      ORDER BY last NULLS FIRST, l.made_at, l.id LIMIT 50""";

  private final Records records;
  private final Links links;
  private final Sessions sessions;

  /// Make the reader.
  public QuietLinks(Records records, Links links, Sessions sessions) {
    this.records = records;
    this.links = links;
    this.sessions = sessions;
  }

  /// One of them.
  ///
  /// @param last the day of the last contact; nothing where there was none
  /// @param next what is proposed or agreed, which is no contact yet
  /// @param phones the lead teachers' own numbers by class, where they gave one
  public record Quiet(
      LinkView link, @Nullable LocalDate last, @Nullable Session next, Map<Id, String> phones) {
    /// A class's lead teacher's own number; nothing where she gave none.
    public String phone(Id classId) {
      return phones.getOrDefault(classId, "");
    }
  }

  private record Last(Id link, Optional<LocalDate> day) {
    static Last read(Row row) {
      return new Last(Records.id(row, "id"), Optional.ofNullable(row.getLocalDate("last")));
    }
  }

  /// Those of some programmes, the longest silence first, 50 at most.
  public Future<List<Quiet>> of(List<Id> programmes, Instant now) {
    var today = now.atZone(SchoolClock.LONDON).toLocalDate();
    return records
        .list(ROWS, Last::read, texts(programmes), today)
        .compose(found -> found.isEmpty() ? Future.succeededFuture(List.of()) : all(found));
  }

  private Future<List<Quiet>> all(List<Last> found) {
    var ids = found.stream().map(Last::link).toList();
    var linked = links.all(ids);
    var coming = sessions.next(ids);
    return Future.all(linked, coming)
        .compose(both -> Phones.of(records, linked.result()))
        .map(
            phones -> {
              var next = new HashMap<Id, Session>();
              coming.result().forEach(session -> next.putIfAbsent(session.link(), session));
              Map<Id, LinkView> byId =
                  linked.result().stream().collect(Collectors.toMap(LinkView::id, link -> link));
              return found.stream()
                  .filter(last -> byId.containsKey(last.link()))
                  .map(last -> quiet(last, byId, next, phones))
                  .toList();
            });
  }

  private static Quiet quiet(
      Last last, Map<Id, LinkView> links, Map<Id, Session> next, Map<Id, String> phones) {
    var link = links.get(last.link());
    if (link == null) {
      throw new IllegalStateException("a link that was just read");
    }
    return new Quiet(link, last.day().orElse(null), next.get(last.link()), phones);
  }

  /// After how many weeks a programme hears of a link.
  public Future<Integer> weeks(Id programme) {
    return records
        .one(
            "SELECT quiet_weeks FROM programme WHERE id = $1",
            row -> row.getInteger("quiet_weeks"),
            programme)
        .map(Optional::orElseThrow);
  }

  /// Choose after how many weeks, from 1 to `MOST_WEEKS`.
  public Future<Void> keepWeeks(Id programme, int weeks) {
    return records
        .run("UPDATE programme SET quiet_weeks = $2 WHERE id = $1", programme, weeks)
        .mapEmpty();
  }

  private static String[] texts(List<Id> ids) {
    return ids.stream().map(Id::text).toArray(String[]::new);
  }
}
