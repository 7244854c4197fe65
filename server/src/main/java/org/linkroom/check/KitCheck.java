package org.linkroom.check;

import java.util.List;

/// Judges what was measured: which of it will do tomorrow, which with care, which not at all.
public final class KitCheck {
  /// Kilobits a second each way with which a class's picture is whole: twice what 360p needs, for
  /// others of the school are on the line too.
  public static final int GOOD_SPEED = 1_500;

  /// With which sound is heard, and a still picture comes now and then.
  public static final int LEAST_SPEED = 150;

  /// The least screen on which a whole class reads a live page from its seats.
  static final int WIDTH = 1_000;

  static final int HEIGHT = 550;

  /// Hundredths of full scale: what a room makes of itself is below, a voice above.
  static final int HEARD = 12;

  private KitCheck() {}

  /// What this server's settings ask of a network.
  ///
  /// @param relay whether they name a relay
  /// @param relayOnly whether pictures may go by it alone
  public record Asks(boolean relay, boolean relayOnly) {}

  /// Judge it, thing by thing in the order in which a teacher would look.
  public static List<Finding> judge(Measured found, Asks asks) {
    return List.of(
        camera(found.own().camera()),
        microphone(found.own()),
        switch (found.speaker()) {
          case "heard" -> Finding.SPEAKER_GOOD;
          case "unheard" -> Finding.SPEAKER_UNHEARD;
          default -> Finding.SPEAKER_UNTRIED;
        },
        found.sound().equals("stopped") ? Finding.SOUND_STOPPED : Finding.SOUND_GOOD,
        pictures(found.route(), asks),
        line(found.line()),
        speed(found.speed()),
        screen(found.screen()),
        switch (found.browser()) {
          case "good" -> Finding.BROWSER_GOOD;
          case "ageing" -> Finding.BROWSER_AGEING;
          default -> Finding.BROWSER_OLD;
        });
  }

  private static Finding camera(String state) {
    return switch (state) {
      case "on" -> Finding.CAMERA_GOOD;
      case "blocked" -> Finding.CAMERA_BLOCKED;
      case "busy" -> Finding.CAMERA_BUSY;
      default -> Finding.CAMERA_MISSING;
    };
  }

  private static Finding microphone(Measured.Own own) {
    return switch (own.microphone()) {
      case "on" -> own.level() >= HEARD ? Finding.MICROPHONE_GOOD : Finding.MICROPHONE_SILENT;
      case "blocked" -> Finding.MICROPHONE_BLOCKED;
      case "busy" -> Finding.MICROPHONE_BUSY;
      default -> Finding.MICROPHONE_MISSING;
    };
  }

  private static Finding pictures(Measured.Route route, Asks asks) {
    if (!route.webrtc()) {
      return Finding.PICTURES_OFF;
    }
    if (!asks.relay()) {
      return asks.relayOnly() ? Finding.PICTURES_UNSET : direct(route, Finding.PICTURES_GOOD);
    }
    if (route.relays().contains("udp")) {
      return Finding.PICTURES_GOOD;
    }
    if (!route.relays().isEmpty()) {
      return Finding.PICTURES_SLOW;
    }
    return asks.relayOnly() ? Finding.PICTURES_NONE : direct(route, Finding.PICTURES_DIRECT);
  }

  private static Finding direct(Measured.Route route, Finding then) {
    return route.host() + route.srflx() > 0 ? then : Finding.PICTURES_NONE;
  }

  private static Finding line(Measured.Line line) {
    if (line.socket()) {
      return Finding.LINE_GOOD;
    }
    if (!line.posts()) {
      return Finding.LINE_NONE;
    }
    if (line.events()) {
      return Finding.LINE_EVENTS;
    }
    return line.polls() ? Finding.LINE_POLLS : Finding.LINE_NONE;
  }

  private static Finding speed(Measured.Speed speed) {
    int least = Math.min(speed.down(), speed.up());
    if (least < 0) {
      return Finding.SPEED_UNKNOWN;
    }
    if (least < LEAST_SPEED) {
      return Finding.SPEED_NONE;
    }
    return least < GOOD_SPEED ? Finding.SPEED_SLOW : Finding.SPEED_GOOD;
  }

  private static Finding screen(Measured.Screen screen) {
    boolean large = screen.width() >= WIDTH && screen.height() >= HEIGHT;
    return large ? Finding.SCREEN_GOOD : Finding.SCREEN_SMALL;
  }
}
