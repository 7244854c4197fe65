package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Screen;

/// The own part of a document: what one class's devices of an audience see beside what is common.
final class OwnView {
  private OwnView() {}

  /// What only this class's devices of the audience see.
  static ObjectNode of(Room room, Audience audience, @Nullable Id classId) {
    var node = JsonNodeFactory.instance.objectNode();
    var side = room.side(classId);
    if (side == null) {
      return audience == Audience.BOARD ? node : guests(room, node);
    }
    node.put("class", side.classId().text());
    node.put("ceiling", side.profile().ceiling().word());
    Views.flag(node, "ready", side.ready());
    Views.flag(node, "calm", side.profile().needs().calm());
    Views.flag(node, "hushed", side.profile().needs().hushed());
    if (side.promise() != null) {
      node.put("promise", side.promise().word());
    }
    if (side.cam() != null) {
      node.put("cam", side.cam().text());
    }
    if (side.mic() != null) {
      node.put("mic", side.mic().text());
    }
    if (audience != Audience.BOARD || !adultScreen(side)) {
      hosts(room, side, audience, node);
    }
    var act = LessonView.own(room, audience, classId);
    if (!act.isEmpty()) {
      node.set("act", act);
    }
    return node;
  }

  /// What only those see who look after the class's devices.
  private static void hosts(Room room, Side side, Audience audience, ObjectNode node) {
    node.set("asks", devices(side.asks(), side));
    question(room, side, node);
    if (audience != Audience.BOARD) {
      node.set("devices", devices(side.devices(), side));
      node.set("removed", devices(side.removed(), side));
      node.put("code", side.profile().code());
      if (side.letAllUntil() != null) {
        node.put("letall", Views.ms(side.letAllUntil()));
      }
      guests(room, node);
    }
  }

  /// The board asks its adult only where she has no screen of her own.
  private static boolean adultScreen(Side side) {
    return side.devices().values().stream()
        .anyMatch(d -> d.here() && d.role().key() && d.screen() == Screen.ADULT);
  }

  private static void question(Room room, Side side, ObjectNode node) {
    if (room.door() instanceof Door.Asking asking && !asking.about().equals(side.classId())) {
      var about = room.sides().get(asking.about());
      if (about != null) {
        node.putObject("question")
            .put("about", asking.about().text())
            .put("adult", about.adult())
            .put("until", Views.ms(asking.until()));
      }
    }
  }

  private static ObjectNode guests(Room room, ObjectNode node) {
    var guests = node.putObject("guests");
    room.guests().devices().forEach((id, device) -> guests.set(id.text(), device(device)));
    var asks = node.putObject("guestasks");
    room.guests().asks().forEach((id, device) -> asks.set(id.text(), device(device)));
    return node;
  }

  private static ObjectNode devices(SortedMap<Id, Device> devices, Side side) {
    var node = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<Id, Device> entry : devices.entrySet()) {
      var one = device(entry.getValue());
      Views.flag(one, "cam", entry.getKey().equals(side.cam()));
      Views.flag(one, "mic", entry.getKey().equals(side.mic()));
      node.set(entry.getKey().text(), one);
    }
    return node;
  }

  private static ObjectNode device(Device device) {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", word(device.kind()))
            .put("name", device.name())
            .put("role", device.role().name().toLowerCase(Locale.ROOT));
    Views.flag(node, "here", device.here());
    return node;
  }

  private static String word(DeviceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
