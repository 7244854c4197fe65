package org.linkroom.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Wire;

/// A room as it is kept and sent: by parts, each with its format's number, so that two releases can
/// run side by side during a deploy.
public final class Parts {
  private Parts() {}

  /// A part that only a newer release can read: whoever is in its room is sent on to a node of that
  /// release.
  public static final class NewerFormat extends RuntimeException {
    private static final long serialVersionUID = 1;

    NewerFormat(String what) {
      super(what);
    }
  }

  /// The number of the form in which parts are written.
  public static final int FORMAT = 1;

  /// Write the parts that differ, by the part's name.
  public static Map<String, String> changed(Room before, Room after) {
    var changed = new TreeMap<String, String>();
    if (before.head() != after.head()) {
      changed.put("head", write(after.head(), Head.class));
    }
    if (before.door() != after.door()) {
      changed.put("door", write(after.door(), Door.class));
    }
    if (before.notes() != after.notes()) {
      changed.put("notes", write(after.notes(), Notes.class));
    }
    if (before.guests() != after.guests()) {
      changed.put("guests", write(after.guests(), Guests.class));
    }
    after
        .sides()
        .forEach(
            (id, side) -> {
              if (before.sides().get(id) != side) {
                changed.put("side:" + id, write(side, Side.class));
              }
            });
    rehearsal(changed, before.rehearsal(), after.rehearsal());
    running(changed, before.running(), after.running());
    return changed;
  }

  private static void rehearsal(Map<String, String> changed, Rehearsal before, Rehearsal after) {
    if (before == after) {
      return;
    }
    after
        .pages()
        .forEach(
            (place, page) -> {
              if (before.pages().get(place) != page) {
                changed.put("lines:" + place, write(page, Rehearsal.Page.class));
              }
            });
    if (after.cue() != null && !after.cue().equals(before.cue())) {
      changed.put("cue", write(after.cue(), Instant.class));
    }
  }

  private static void running(Map<String, String> changed, Running before, Running after) {
    if (before.lesson() != after.lesson()) {
      changed.put("lesson", write(new Running.Taught(after.lesson()), Running.Taught.class));
    }
    after
        .acts()
        .forEach(
            (segment, act) -> {
              if (before.acts().get(segment) != act) {
                changed.put(
                    "act:" + segment, write(new Running.Acted(segment, act), Running.Acted.class));
              }
            });
  }

  /// Write every part.
  public static Map<String, String> all(Room room) {
    var all = new TreeMap<String, String>();
    all.put("head", write(room.head(), Head.class));
    all.put("door", write(room.door(), Door.class));
    all.put("notes", write(room.notes(), Notes.class));
    all.put("guests", write(room.guests(), Guests.class));
    room.sides().forEach((id, side) -> all.put("side:" + id, write(side, Side.class)));
    rehearsal(all, Rehearsal.NONE, room.rehearsal());
    running(all, Running.NONE, room.running());
    return all;
  }

  /// Read a room from all its parts.
  ///
  /// @throws NewerFormat if a part is of a newer format
  /// @throws IllegalStateException if a part is missing or broken
  public static Room read(Id id, Map<String, String> parts) {
    var first =
        new Room(
            id,
            part(parts.get("head"), Head.class),
            Collections.emptySortedMap(),
            part(parts.get("door"), Door.class),
            part(parts.get("notes"), Notes.class),
            part(parts.get("guests"), Guests.class),
            Rehearsal.NONE,
            Running.NONE);
    var rest = new TreeMap<>(parts);
    rest.keySet().removeAll(Set.of("head", "door", "notes", "guests"));
    return renew(first, rest);
  }

  /// The parts of a lesson alone.
  public static Map<String, String> of(Running running) {
    var all = new TreeMap<String, String>();
    running(all, Running.NONE, running);
    return all;
  }

  /// Read a lesson from its parts alone; others are passed over.
  public static Running running(Map<String, String> parts) {
    Running running = Running.NONE;
    for (Map.Entry<String, String> entry : parts.entrySet()) {
      if (entry.getKey().equals("lesson")) {
        running = running.with(part(entry.getValue(), Running.Taught.class));
      } else if (entry.getKey().startsWith("act:")) {
        running = running.with(part(entry.getValue(), Running.Acted.class));
      }
    }
    return running;
  }

  /// Put newer parts into a room; the others stay the same objects.
  public static Room renew(Room room, Map<String, String> newer) {
    Room next = room;
    for (Map.Entry<String, String> entry : newer.entrySet()) {
      next = renew(next, entry.getKey(), entry.getValue());
    }
    return next;
  }

  private static Room renew(Room room, String name, String text) {
    String kind = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    return switch (kind) {
      case "head" -> room.with(part(text, Head.class));
      case "door" -> room.with(part(text, Door.class));
      case "notes" -> room.with(part(text, Notes.class));
      case "guests" -> room.with(part(text, Guests.class));
      case "side" -> room.with(part(text, Side.class));
      case "lines" -> room.with(room.rehearsal().with(part(text, Rehearsal.Page.class)));
      case "lesson" -> room.with(room.running().with(part(text, Running.Taught.class)));
      case "act" -> room.with(room.running().with(part(text, Running.Acted.class)));
      case "cue" -> room.with(room.rehearsal().at(part(text, Instant.class)));
      default -> throw new NewerFormat("a part that this release does not know: " + kind);
    };
  }

  /// Written as its declared type: a sealed part would lose the name of its kind otherwise.
  private static <T> String write(T part, Class<T> type) {
    try {
      String body = Wire.JSON.writerFor(type).writeValueAsString(part);
      return "{\"format\":" + FORMAT + ",\"part\":" + body + "}";
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a room's part cannot be written", broken);
    }
  }

  private static <T> T part(@Nullable String text, Class<T> type) {
    try {
      var tree = Wire.JSON.readTree(Objects.requireNonNull(text, type.getSimpleName()));
      if (tree.path("format").asInt() > FORMAT) {
        throw new NewerFormat("a part of a newer format");
      }
      return Wire.JSON.treeToValue(tree.path("part"), type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "a room's part cannot be read: " + type.getSimpleName(), broken);
    }
  }
}
