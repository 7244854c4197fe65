package org.linkroom.testing;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;

/// The demo's link-up of two classes that begins in a few minutes, and passes for who comes to it.
///
/// @param room the room, which bears the session's id
/// @param ours one class and its teacher
/// @param theirs the other
public record DemoSession(Id room, Side ours, Side theirs) {
  private static final String SOON =
      """
      SELECT s.id, l.class, c.lead FROM session s
      JOIN link_class l ON l.link = s.link JOIN school_class c ON c.id = l.class
      WHERE s.id = (SELECT id FROM session WHERE state IN ('agreed', 'open', 'live') AND kind = 'link-up'
        AND starts_at BETWEEN now() AND now() + interval '10 minutes'
        AND link IN (SELECT link FROM link_class GROUP BY link HAVING count(*) = 2) ORDER BY starts_at LIMIT 1)
      ORDER BY l.place""";

  /// One class of the session.
  public record Side(Id room, Id schoolClass, Id teacher) {
    /// Her own screen.
    public Pass teachersScreen() {
      return pass(teacher, PassRole.TEACHER, Screen.ADULT, DeviceKind.ADULT, false);
    }

    /// The class's board, signed in by its teacher.
    public Pass board() {
      return pass(teacher, PassRole.TEACHER, Screen.CLASS, DeviceKind.BOARD, false);
    }

    /// A tablet that asks to be let in.
    public Pass tablet() {
      return pass(null, PassRole.DEVICE, Screen.CLASS, DeviceKind.TABLET, true);
    }

    private Pass pass(Id person, PassRole role, Screen screen, DeviceKind kind, boolean asks) {
      return new Pass(
          room, Id.random(), schoolClass, person, "A " + role, role, screen, kind, asks, later());
    }
  }

  private static Instant later() {
    return Instant.now().plus(Duration.ofHours(2));
  }

  /// Find it in an app's database.
  public static DemoSession of(TestApp app) {
    return of(app.settings().database().url());
  }

  /// Find it in a demo's database.
  public static DemoSession of(String database) {
    var url = URI.create(database);
    String[] who = url.getUserInfo().split(":");
    String address = "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath();
    try (var connection = DriverManager.getConnection(address, who[0], who[1]);
        var rows = connection.createStatement().executeQuery(SOON)) {
      rows.next();
      var room = new Id(rows.getString(1));
      var ours = new Side(room, new Id(rows.getString(2)), new Id(rows.getString(3)));
      rows.next();
      return new DemoSession(
          room, ours, new Side(room, new Id(rows.getString(2)), new Id(rows.getString(3))));
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
