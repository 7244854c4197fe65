package org.linkroom.day;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.records.Records;
import org.linkroom.room.Parts;
import org.linkroom.room.Room;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;
import org.linkroom.session.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Today's sessions of some programmes, each with its light, those that need somebody first. It is
/// read from what every node writes down at each change of a room, so that any node can say it.
public final class Today {
  private static final Logger LOG = LoggerFactory.getLogger(Today.class);

  private static final String PARTS =
      "SELECT room, part, body::text AS body FROM room_part WHERE room = ANY($1)";
  private static final String LINES =
      """
      SELECT DISTINCT ON (room, device) room, class, what FROM room_journal
      WHERE room = ANY($1) AND what IN ('line.poor', 'line.good', 'device.gone')
      ORDER BY room, device, at DESC, id DESC""";

  private final Records records;
  private final Links links;
  private final Sessions sessions;

  /// Make the reader.
  public Today(Records records, Links links, Sessions sessions) {
    this.records = records;
    this.links = links;
    this.sessions = sessions;
  }

  /// One session with its light.
  ///
  /// @param phones the lead teachers' own numbers by class, where they gave one
  /// @param inside the adults who are in its room
  public record Row(
      Session session, LinkView link, Light light, Map<Id, String> phones, List<Inside> inside) {
    /// Tell whether somebody who runs the programme may come in now.
    public boolean enterable(Instant now) {
      return session.lets(now);
    }

    /// A class's lead teacher's own number; nothing where she gave none.
    public String phone(Id classId) {
      return phones.getOrDefault(classId, "");
    }
  }

  /// Read the day.
  ///
  /// @param programmes whose sessions
  /// @param now any moment of that day in London
  public Future<List<Row>> of(List<Id> programmes, Instant now) {
    var day = now.atZone(SchoolClock.LONDON).toLocalDate();
    Instant from = day.atStartOfDay(SchoolClock.LONDON).toInstant();
    Instant to = day.plusDays(1).atStartOfDay(SchoolClock.LONDON).toInstant();
    return sessions.between(from, to, programmes).compose(found -> rows(found, now));
  }

  /// Read the day of some links.
  ///
  /// @param now any moment of that day in London
  public Future<List<Row>> ofLinks(List<Id> linked, Instant now) {
    var day = now.atZone(SchoolClock.LONDON).toLocalDate();
    Instant to = day.plusDays(1).atStartOfDay(SchoolClock.LONDON).toInstant();
    return sessions
        .since(linked, day.atStartOfDay(SchoolClock.LONDON).toInstant())
        .compose(found -> rows(found.stream().filter(s -> s.starts().isBefore(to)).toList(), now));
  }

  private Future<List<Row>> rows(List<Session> found, Instant now) {
    var on = found.stream().filter(Today::mayBeOn).map(Session::id).toList();
    var linked = links.all(found.stream().map(Session::link).distinct().toList());
    var rooms = rooms(on);
    var poor = poor(on);
    return Future.all(linked, rooms, poor)
        .compose(all -> Phones.of(records, linked.result()))
        .map(
            phones -> {
              Map<Id, LinkView> byId =
                  linked.result().stream().collect(Collectors.toMap(LinkView::id, link -> link));
              var rows = new ArrayList<Row>();
              for (Session session : found) {
                var link = byId.get(session.link());
                if (link != null) {
                  var room = Optional.ofNullable(rooms.result().get(session.id()));
                  var lines = poor.result().getOrDefault(session.id(), Set.of());
                  var light = Light.of(new Sight(session, room, lines), now);
                  var inside = room.map(Inside::of).orElse(List.of());
                  rows.add(new Row(session, link, light, phones, inside));
                }
              }
              rows.sort(Comparator.comparing((Row row) -> row.light().colour()));
              return List.copyOf(rows);
            });
  }

  /// What is over or was never agreed has no room worth reading.
  private static boolean mayBeOn(Session session) {
    return !session.state().over() && session.state() != SessionState.PROPOSED;
  }

  private Future<Map<Id, Room>> rooms(List<Id> sessions) {
    return records
        .list(
            PARTS,
            row ->
                Map.entry(
                    Records.id(row, "room"),
                    Map.entry(row.getString("part"), row.getString("body"))),
            (Object) texts(sessions))
        .map(
            rows -> {
              var parts = new HashMap<Id, Map<String, String>>();
              rows.forEach(
                  row ->
                      parts
                          .computeIfAbsent(row.getKey(), room -> new TreeMap<>())
                          .put(row.getValue().getKey(), row.getValue().getValue()));
              var rooms = new HashMap<Id, Room>();
              parts.forEach((room, all) -> read(room, all).ifPresent(r -> rooms.put(room, r)));
              return rooms;
            });
  }

  /// A room of a newer release, or one of which not all is written yet, is one that is not seen.
  private static Optional<Room> read(Id room, Map<String, String> parts) {
    try {
      return Optional.of(Parts.read(room, parts));
    } catch (RuntimeException unread) {
      LOG.info("room={} seen=no why={}", room, unread.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private Future<Map<Id, Set<Id>>> poor(List<Id> sessions) {
    return records
        .list(
            LINES,
            row ->
                row.getString("what").equals("line.poor") && row.getString("class") != null
                    ? Optional.of(Map.entry(Records.id(row, "room"), Records.id(row, "class")))
                    : Optional.<Map.Entry<Id, Id>>empty(),
            (Object) texts(sessions))
        .map(
            rows -> {
              var poor = new HashMap<Id, Set<Id>>();
              rows.stream()
                  .flatMap(Optional::stream)
                  .forEach(
                      row ->
                          poor.computeIfAbsent(row.getKey(), room -> new HashSet<>())
                              .add(row.getValue()));
              return poor;
            });
  }

  private static String[] texts(List<Id> ids) {
    return ids.stream().map(Id::text).toArray(String[]::new);
  }
}
