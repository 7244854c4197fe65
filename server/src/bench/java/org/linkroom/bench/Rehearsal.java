package org.linkroom.bench;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linkroom.base.Id;
import org.linkroom.people.Passes;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Place;
import org.linkroom.protocol.Screen;

/// A room to try things in, and the passes that open it.
record Rehearsal(Id room, Passes passes) {
  private static final Duration DAY = Duration.ofHours(12);
  private static final int PROGRAMMES = 28;
  private static final int CLASSES = 2;

  /// Plan some that have begun.
  static List<Rehearsal> plan(String database, Passes passes, int count) {
    var rooms = Stream.generate(Id::random).limit(count).toList();
    var now = OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC);
    try (var connection = DriverManager.getConnection(jdbc(database));
        var insert =
            connection.prepareStatement(
                "INSERT INTO rehearsal (id, title, starts_at, ends_at) VALUES (?, 'Bench', ?, ?)")) {
      for (Id room : rooms) {
        insert.setString(1, room.text());
        insert.setObject(2, now.minusMinutes(1));
        insert.setObject(3, now.plus(DAY));
        insert.addBatch();
      }
      insert.executeBatch();
      return rooms.stream().map(room -> new Rehearsal(room, passes)).toList();
    } catch (SQLException fault) {
      throw new IllegalStateException("a rehearsal cannot be planned", fault);
    }
  }

  private static String jdbc(String database) {
    var at = URI.create(database);
    var user = at.getUserInfo().split(":", 2);
    return "jdbc:postgresql://%s:%d%s?user=%s&password=%s"
        .formatted(at.getHost(), at.getPort(), at.getPath(), user[0], user[1]);
  }

  /// Passes for so many devices, each of a class of its own, two of a school, over 28 programmes;
  /// dealt out to nodes in turn.
  List<Ticket> tickets(int count, int... ports) {
    var expires = Instant.now().plus(DAY);
    var programmes = Stream.generate(Id::random).limit(PROGRAMMES).toList();
    var places =
        IntStream.rangeClosed(0, count / CLASSES)
            .mapToObj(i -> new Place(programmes.get(i % PROGRAMMES), Id.random(), Id.random()))
            .toList();
    return IntStream.range(0, count)
        .mapToObj(i -> ticket(i, places.get(i / CLASSES), expires, ports[i % ports.length]))
        .toList();
  }

  private Ticket ticket(int i, Place place, Instant expires, int port) {
    var classId = Id.random();
    var pass =
        new Pass(
            room,
            Id.random(),
            classId,
            null,
            "Rehearsal " + (i + 1),
            PassRole.DEVICE,
            Screen.CLASS,
            DeviceKind.TABLET,
            false,
            expires,
            place);
    return new Ticket(port, "/live/" + room, passes.sign(pass), classId.text());
  }
}
