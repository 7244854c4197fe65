package org.linkroom.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Wire;

/// A room as it is kept and sent: by parts, each with its format's number, so that two releases can
/// run side by side during a deploy.
public final class Parts {
  private Parts() {}

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
    return changed;
  }

  /// Write every part.
  public static Map<String, String> all(Room room) {
    var all = new TreeMap<String, String>();
    all.put("head", write(room.head(), Head.class));
    all.put("door", write(room.door(), Door.class));
    all.put("notes", write(room.notes(), Notes.class));
    all.put("guests", write(room.guests(), Guests.class));
    room.sides().forEach((id, side) -> all.put("side:" + id, write(side, Side.class)));
    return all;
  }

  /// Read a room from all its parts.
  ///
  /// @throws IllegalStateException if a part is missing, broken or of a newer format
  public static Room read(Id id, Map<String, String> parts) {
    var sides = new TreeMap<Id, Side>();
    parts.forEach(
        (name, text) -> {
          if (name.startsWith("side:")) {
            sides.put(new Id(name.substring(5)), part(text, Side.class));
          }
        });
    return new Room(
        id,
        part(parts.get("head"), Head.class),
        sides,
        part(parts.get("door"), Door.class),
        part(parts.get("notes"), Notes.class),
        part(parts.get("guests"), Guests.class));
  }

  /// Put newer parts into a room; the others stay the same objects.
  public static Room renew(Room room, Map<String, String> newer) {
    Room next = room;
    for (Map.Entry<String, String> entry : newer.entrySet()) {
      String text = entry.getValue();
      next =
          switch (entry.getKey()) {
            case "head" -> next.with(part(text, Head.class));
            case "door" -> next.with(part(text, Door.class));
            case "notes" -> next.with(part(text, Notes.class));
            case "guests" -> next.with(part(text, Guests.class));
            default -> next.with(part(text, Side.class));
          };
    }
    return next;
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
        throw new IllegalStateException("a part of a newer format");
      }
      return Wire.JSON.treeToValue(tree.path("part"), type);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(
          "a room's part cannot be read: " + type.getSimpleName(), broken);
    }
  }
}
