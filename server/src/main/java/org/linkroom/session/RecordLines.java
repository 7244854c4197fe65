package org.linkroom.session;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// The record of a session, read from the lines of its room: what was connected, switched, let in
/// and seen. Nothing in it is about a child.
public final class RecordLines {
  /// The lines that the record's page tells; comings and goings are told as minutes.
  static final Set<String> TOLD =
      Set.of(
          "door.open",
          "door.back",
          "door.shut",
          "door.ask",
          "door.seen",
          "door.unseen",
          "cover.on",
          "cover.off",
          "mic.mute",
          "mic.unmute",
          "camera.stop",
          "camera.start",
          "promise.make",
          "room.lock",
          "room.unlock",
          "device.admit",
          "device.letall",
          "device.refuse",
          "device.remove",
          "device.back",
          "lead.hand",
          "lesson.next",
          "lesson.down",
          "lesson.up",
          "room.end",
          "cover-pass.make",
          "cover-pass.used",
          "cover-pass.withdraw");

  private final Records records;

  /// Make the reader.
  public RecordLines(Records records) {
    this.records = records;
  }

  /// One line as it is kept.
  public record Kept(
      Instant at, String what, @Nullable String classLabel, String device, JsonObject detail) {}

  /// An adult whose devices were connected.
  public record Adult(String name, String classLabel, String role, long minutes) {}

  /// Something that happened; `who` may be empty.
  public record Event(Instant at, String what, String who, String classLabel, String more) {}

  /// All that is known.
  public record Whole(
      Optional<Instant> began, Optional<Instant> ended, List<Adult> adults, List<Event> events) {}

  /// Read a session's record.
  public Future<Whole> of(Id session) {
    return records
        .list(
            "SELECT j.at, j.what, c.label, coalesce(j.device, '') AS device, j.detail FROM room_journal j LEFT JOIN school_class c ON c.id = j.class WHERE j.room = $1 ORDER BY j.at, j.id",
            row ->
                new Kept(
                    row.getOffsetDateTime("at").toInstant(),
                    row.getString("what"),
                    row.getString("label"),
                    row.getString("device"),
                    row.getJsonObject("detail")),
            session)
        .map(RecordLines::whole);
  }

  static Whole whole(List<Kept> lines) {
    return new Whole(
        lines.stream().filter(l -> l.what().equals("door.open")).map(Kept::at).findFirst(),
        lines.stream().filter(l -> l.what().equals("room.end")).map(Kept::at).findFirst(),
        adults(lines),
        lines.stream().filter(l -> TOLD.contains(l.what())).map(RecordLines::event).toList());
  }

  private static Event event(Kept line) {
    var detail = line.detail();
    String more =
        switch (line.what()) {
          case "device.admit", "device.refuse", "device.remove", "device.back" ->
              detail.getString("who", "");
          case "door.seen" -> detail.getString("whom", "");
          case "promise.make" -> detail.getString("to", "");
          default -> "";
        };
    String who = detail.getString("name", detail.getString("by", ""));
    String label = line.classLabel() == null ? "" : line.classLabel();
    return new Event(line.at(), line.what(), who, label, more);
  }

  private record Who(String name, String classLabel) {}

  private static List<Adult> adults(List<Kept> lines) {
    var stays = new LinkedHashMap<Who, List<Connected.Stay>>();
    var roles = new HashMap<Who, String>();
    var open = new HashMap<String, Map.Entry<Who, Instant>>();
    Instant last = lines.isEmpty() ? Instant.EPOCH : lines.getLast().at();
    for (Kept line : lines) {
      String role = line.detail().getString("role", "");
      if (line.what().equals("device.came") && !role.equals("DEVICE")) {
        String label = line.classLabel() == null ? "" : line.classLabel();
        var who = new Who(line.detail().getString("name", ""), label);
        roles.putIfAbsent(who, role);
        open.putIfAbsent(key(line), Map.entry(who, line.at()));
      } else if (line.what().equals("device.gone")) {
        close(stays, open.remove(key(line)), line.at());
      }
    }
    open.values().forEach(one -> close(stays, one, last));
    var adults = new ArrayList<Adult>();
    stays.forEach(
        (who, all) ->
            adults.add(
                new Adult(
                    who.name(),
                    who.classLabel(),
                    roles.getOrDefault(who, ""),
                    Connected.minutes(all))));
    return adults;
  }

  private static String key(Kept line) {
    return line.classLabel() + "/" + line.device();
  }

  private static void close(
      Map<Who, List<Connected.Stay>> stays, Map.@Nullable Entry<Who, Instant> one, Instant at) {
    if (one != null) {
      stays
          .computeIfAbsent(one.getKey(), who -> new ArrayList<>())
          .add(new Connected.Stay(one.getValue(), at));
    }
  }
}
