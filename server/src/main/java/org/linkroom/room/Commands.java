package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linkroom.activity.Acts;
import org.linkroom.protocol.Fields;

/// Reads a person's command from its frame: its name and its fields, no more and no fewer.
public final class Commands {
  private Commands() {}

  private interface Reader {
    Command.FromPerson read(Fields fields);
  }

  private static final Map<String, Reader> OF_THE_ROOM =
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
          Map.entry("lesson.next", f -> new LessonCommand.Next(f.text("from"))),
          Map.entry("lesson.back", f -> new LessonCommand.Back(f.text("from"))),
          Map.entry("lesson.skip", f -> new LessonCommand.Skip(f.text("from"), f.text("to"))),
          Map.entry("lesson.minute", f -> new LessonCommand.Minute(f.text("from"))),
          Map.entry("lesson.pause", f -> new LessonCommand.Pause(true)),
          Map.entry("lesson.go", f -> new LessonCommand.Pause(false)),
          Map.entry("lesson.down", f -> new LessonCommand.Put(true)),
          Map.entry("lesson.up", f -> new LessonCommand.Put(false)),
          Map.entry("key.seen", f -> new RoomCommand.Seen(f.id("about"), f.flag("seen"))));

  private static final Map<String, Reader> BY_NAME = all();

  private static Map<String, Reader> all() {
    var all = new HashMap<>(OF_THE_ROOM);
    Acts.byName()
        .forEach(
            (name, act) -> all.put(name, f -> new ActCommand(f.text("segment"), act.apply(f))));
    return Map.copyOf(all);
  }

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
}
