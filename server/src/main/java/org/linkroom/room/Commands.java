package org.linkroom.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// Reads a person's command from its frame: its name and its fields, no more and no fewer.
public final class Commands {
  private Commands() {}

  private interface Reader {
    Command.FromPerson read(Fields fields);
  }

  private static final Map<String, Reader> BY_NAME =
      Map.ofEntries(
          Map.entry("ready.say", f -> new SideCommand.Ready()),
          Map.entry("ready.unsay", f -> new SideCommand.Unready()),
          Map.entry("promise.make", f -> new SideCommand.Promised(Promise.of(f.text("promise")))),
          Map.entry("cover.on", f -> new SideCommand.Cover()),
          Map.entry("cover.off", f -> new SideCommand.Uncover()),
          Map.entry("mic.mute", f -> change(SideCommand.Switch.What.MIC, true, f)),
          Map.entry("mic.unmute", f -> change(SideCommand.Switch.What.MIC, false, f)),
          Map.entry("camera.stop", f -> change(SideCommand.Switch.What.CAMERA, true, f)),
          Map.entry("camera.start", f -> change(SideCommand.Switch.What.CAMERA, false, f)),
          Map.entry("lead.hand", f -> new SideCommand.Hand(f.id("device"))),
          Map.entry(
              "device.admit",
              f -> new DeviceCommand.Admit(f.id("device"), f.flag("mic"), f.flag("cam"))),
          Map.entry("device.refuse", f -> new DeviceCommand.Refuse(f.id("device"))),
          Map.entry("device.letall", f -> new DeviceCommand.LetAll()),
          Map.entry(
              "device.give",
              f -> new DeviceCommand.Give(f.id("device"), f.flag("mic"), f.flag("cam"))),
          Map.entry("device.remove", f -> new DeviceCommand.Remove(f.id("device"))),
          Map.entry("device.back", f -> new DeviceCommand.Back(f.id("device"))),
          Map.entry("room.lock", f -> new RoomCommand.Lock(true)),
          Map.entry("room.unlock", f -> new RoomCommand.Lock(false)),
          Map.entry("room.end", f -> new RoomCommand.End()),
          Map.entry("line.poor", f -> new RoomCommand.LineIs(true)),
          Map.entry("line.good", f -> new RoomCommand.LineIs(false)),
          Map.entry("note.say", f -> new RoomCommand.Say(f.text("text"))),
          Map.entry("rehearsal.say", f -> new RehearsalCommand.Say(f.text("text"))),
          Map.entry("rehearsal.cue", f -> new RehearsalCommand.Cue()),
          Map.entry("key.seen", f -> new RoomCommand.Seen(f.id("about"), f.flag("seen"))));

  private static Command.FromPerson change(SideCommand.Switch.What what, boolean off, Fields f) {
    return new SideCommand.Switch(what, off, f.idOrNone("side"));
  }

  /// All names, for the page that lists them and the test that reads it.
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /// Tell whether there is a command of this name.
  public static boolean knows(String name) {
    return BY_NAME.containsKey(name);
  }

  /// Read one; empty if a field is missing, wrong or too much.
  public static Optional<Command.FromPerson> read(String name, ObjectNode body) {
    var reader = BY_NAME.get(name);
    if (reader == null) {
      return Optional.empty();
    }
    try {
      var fields = new Fields(body);
      var command = reader.read(fields);
      return fields.allRead() ? Optional.of(command) : Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /// The fields of one frame; every one must be asked for.
  private static final class Fields {
    private final ObjectNode rest;

    Fields(ObjectNode body) {
      rest = body.deepCopy();
      rest.remove(List.of("do", "tab", "n"));
    }

    private JsonNode take(String name) {
      var node = rest.remove(name);
      if (node == null) {
        throw new IllegalArgumentException(name + " is missing");
      }
      return node;
    }

    String text(String name) {
      var node = take(name);
      if (!node.isTextual()) {
        throw new IllegalArgumentException(name + " is not a text");
      }
      return node.textValue();
    }

    boolean flag(String name) {
      var node = take(name);
      if (!node.isBoolean()) {
        throw new IllegalArgumentException(name + " is not true or false");
      }
      return node.booleanValue();
    }

    Id id(String name) {
      return new Id(text(name));
    }

    @Nullable Id idOrNone(String name) {
      return rest.has(name) ? id(name) : null;
    }

    boolean allRead() {
      return rest.isEmpty();
    }
  }
}
