package org.linkroom.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.session.Connected;

/// What a session came to, reckoned from the lines of its room: for how long the door between the
/// classes was open, for how long each class had a device connected, and which adults had. It says
/// what was connected, never who was in a room.
///
/// @param minutes the door was open, in whole minutes, rounded up
/// @param classes minutes for which any device of the class was connected, a board included
public record Held(boolean met, int minutes, Map<Id, Integer> classes, List<Adult> adults) {
  /// The lines that count here.
  public static final Set<String> LINES =
      Set.of(
          "door.open",
          "door.back",
          "door.shut",
          "door.unseen",
          "room.end",
          "device.came",
          "device.gone");

  /// A whole day: what is longer is a fault of a clock, not a session.
  static final int MOST_MINUTES = 1440;

  /// More adults than a room of two classes ever lets in.
  static final int MOST_ADULTS = 200;

  private static final Set<String> ROLES =
      Set.of("teacher", "cover", "assistant", "facilitator", "observer");

  /// One line of a room.
  ///
  /// @param role as the pass says it, in small letters; "device" for a board that nobody is signed
  ///     in at
  public record Line(
      Instant at,
      String what,
      @Nullable Id classId,
      @Nullable Id person,
      String device,
      String name,
      String role) {}

  /// An adult whose device was connected.
  ///
  /// @param minutes with one device or more, those of two at once counted once
  public record Adult(
      @Nullable Id classId,
      @Nullable Id person,
      String name,
      String role,
      Instant came,
      Instant went,
      int minutes) {}

  private record Who(@Nullable Id classId, @Nullable Id person, String name, String role) {}

  private record Open(Who who, Instant since) {}

  /// Reckon it.
  ///
  /// @param lines in the order of their times
  public static Held of(List<Line> lines) {
    var stays = new LinkedHashMap<Who, List<Connected.Stay>>();
    var ofClass = new HashMap<Id, List<Connected.Stay>>();
    var open = new LinkedHashMap<String, Open>();
    for (Line line : lines) {
      if (line.what().equals("device.came")) {
        var who = new Who(line.classId(), line.person(), line.name(), line.role());
        open.putIfAbsent(key(line), new Open(who, line.at()));
      } else if (line.what().equals("device.gone")) {
        close(stays, ofClass, open.remove(key(line)), line.at());
      }
    }
    Instant last = lines.isEmpty() ? Instant.EPOCH : lines.getLast().at();
    open.values().forEach(one -> close(stays, ofClass, one, last));
    var classes = new HashMap<Id, Integer>();
    ofClass.forEach((id, all) -> classes.put(id, minutes(all)));
    var door = door(lines, last);
    return new Held(!door.isEmpty(), minutes(door), Map.copyOf(classes), adults(stays));
  }

  private static String key(Line line) {
    return line.classId() + "/" + line.device();
  }

  private static void close(
      Map<Who, List<Connected.Stay>> stays,
      Map<Id, List<Connected.Stay>> ofClass,
      @Nullable Open one,
      Instant at) {
    if (one == null) {
      return;
    }
    var stay = new Connected.Stay(one.since(), at);
    stays.computeIfAbsent(one.who(), who -> new ArrayList<>()).add(stay);
    if (one.who().classId() != null) {
      ofClass.computeIfAbsent(one.who().classId(), id -> new ArrayList<>()).add(stay);
    }
  }

  /// From each opening until the door shuts or the room ends.
  private static List<Connected.Stay> door(List<Line> lines, Instant last) {
    var open = new ArrayList<Connected.Stay>();
    Instant since = null;
    for (Line line : lines) {
      boolean opens = line.what().equals("door.open") || line.what().equals("door.back");
      boolean shuts =
          line.what().equals("door.shut")
              || line.what().equals("door.unseen")
              || line.what().equals("room.end");
      if (opens && since == null) {
        since = line.at();
      } else if (shuts && since != null) {
        open.add(new Connected.Stay(since, line.at()));
        since = null;
      }
    }
    if (since != null) {
      open.add(new Connected.Stay(since, last));
    }
    return open;
  }

  private static List<Adult> adults(Map<Who, List<Connected.Stay>> stays) {
    var adults = new ArrayList<Adult>();
    stays.forEach(
        (who, all) -> {
          if (!who.role().equals("device") && adults.size() < MOST_ADULTS) {
            adults.add(adult(who, all));
          }
        });
    return List.copyOf(adults);
  }

  private static Adult adult(Who who, List<Connected.Stay> all) {
    var came = all.stream().map(Connected.Stay::from).min(Instant::compareTo).orElseThrow();
    var went = all.stream().map(Connected.Stay::to).max(Instant::compareTo).orElseThrow();
    String role = ROLES.contains(who.role()) ? who.role() : "other";
    return new Adult(
        who.classId(), who.person(), shortened(who.name()), role, came, went, minutes(all));
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= 120
        ? name
        : name.substring(0, name.offsetByCodePoints(0, 120));
  }

  private static int minutes(List<Connected.Stay> stays) {
    return (int) Math.min(MOST_MINUTES, Connected.minutes(stays));
  }

  /// How long after its end a session is reckoned: by then the lines of its last devices are there.
  public static Duration settled() {
    return Duration.ofMinutes(2);
  }
}
