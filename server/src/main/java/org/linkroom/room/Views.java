package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Screen;

/// What an audience may see of a room, as a JSON document: what is common to all of it, and the own
/// part of one class. What is not here no page of that audience ever gets.
public final class Views {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String[] SHAPES = {"sun", "wave", "leaf"};

  private Views() {}

  /// The document of one class's devices of an audience: the common part with the own one in it.
  public static ObjectNode document(Room room, Audience audience, @Nullable Id classId) {
    var document = common(room, audience);
    document.set("own", own(room, audience, classId));
    return document;
  }

  /// What everybody of the audience sees.
  public static ObjectNode common(Room room, Audience audience) {
    var document = JSON.objectNode();
    document.set("room", head(room));
    var sides = document.putObject("sides");
    room.sides().forEach((id, side) -> sides.set(id.text(), side(room, side, audience)));
    document.set("door", door(room, audience));
    if (mediaFlow(room)) {
      document.set("media", Media.of(room));
    }
    if (audience != Audience.BOARD) {
      var notes = document.putObject("notes");
      room.notes().list().forEach(note -> notes.set(note.id().text(), note(note)));
      var phones = document.putObject("phones");
      room.sides().forEach((id, side) -> phones.put(id.text(), side.profile().phone()));
    }
    return document;
  }

  /// Tell whether picture or sound may pass between the classes now.
  public static boolean mediaFlow(Room room) {
    return room.door().lets() && room.sides().values().stream().noneMatch(Side::covered);
  }

  private static ObjectNode head(Room room) {
    var head = room.head();
    var node =
        JSON.objectNode()
            .put("id", room.id().text())
            .put("kind", head.kind())
            .put("title", head.title())
            .put("phase", head.phase().name().toLowerCase(Locale.ROOT))
            .put("opens", head.opens().toEpochMilli())
            .put("starts", head.starts().toEpochMilli())
            .put("ends", head.ends().toEpochMilli())
            .put("last", head.last().toEpochMilli());
    if (head.locked()) {
      node.put("locked", true);
    }
    if (head.why() != null) {
      node.put("why", head.why());
    }
    return node;
  }

  private static ObjectNode side(Room room, Side side, Audience audience) {
    boolean shown = room.head().phase() != Phase.LOBBY;
    // Children need not read that an adult is being looked for while all goes on.
    boolean calm = audience == Audience.BOARD && room.door().lets();
    var profile = side.profile();
    var node =
        JSON.objectNode()
            .put("rank", profile.rank())
            .put("label", profile.label())
            .put("school", profile.school())
            .put("motto", profile.motto())
            .put("shape", SHAPES[profile.rank() % SHAPES.length])
            .put("adult", side.adult());
    flag(node, "ready", shown && side.ready());
    flag(node, "keyed", shown && (side.keyed() || calm));
    flag(node, "covered", side.covered());
    flag(node, "muted", side.muted());
    flag(node, "stopped", side.stopped());
    if (side.promise() != null && (shown || audience != Audience.BOARD)) {
      node.put("promise", side.promise().word());
    }
    var next = side.next();
    if (next != null) {
      node.putObject("next").put("promise", next.promise().word()).put("at", ms(next.at()));
    }
    var away = side.awaySince();
    if (shown && away != null && !calm) {
      node.put("away", ms(away));
    }
    return node;
  }

  private static ObjectNode door(Room room, Audience audience) {
    var node = JSON.objectNode();
    switch (room.door()) {
      case Door.Shut shut ->
          node.put("state", "shut").put("why", shut.why()).put("since", ms(shut.since()));
      case Door.Open open -> node.put("state", "open").put("since", ms(open.since()));
      case Door.Asking asking -> {
        // Children need not read that an adult is being looked for.
        node.put("state", audience == Audience.BOARD ? "open" : "asking");
        if (audience != Audience.BOARD) {
          node.put("about", asking.about().text()).put("until", ms(asking.until()));
        }
      }
      case Door.Held held -> {
        node.put("state", audience == Audience.BOARD ? "open" : "held");
        if (audience != Audience.BOARD) {
          node.put("about", held.about().text()).put("until", ms(held.until()));
        }
      }
    }
    return node;
  }

  private static ObjectNode note(Notes.Note note) {
    return JSON.objectNode()
        .put("at", ms(note.at()))
        .put("from", note.from())
        .put("text", note.text());
  }

  /// What only this class's devices of the audience see.
  public static ObjectNode own(Room room, Audience audience, @Nullable Id classId) {
    var node = JSON.objectNode();
    var side = room.side(classId);
    if (side == null) {
      return audience == Audience.BOARD ? node : guests(room, node);
    }
    node.put("class", side.classId().text());
    node.put("ceiling", side.profile().ceiling().word());
    flag(node, "ready", side.ready());
    if (side.promise() != null) {
      node.put("promise", side.promise().word());
    }
    if (side.cam() != null) {
      node.put("cam", side.cam().text());
    }
    if (side.mic() != null) {
      node.put("mic", side.mic().text());
    }
    if (audience == Audience.BOARD && adultScreen(side)) {
      return node;
    }
    node.set("asks", devices(side.asks(), side));
    question(room, side, node);
    if (audience != Audience.BOARD) {
      node.set("devices", devices(side.devices(), side));
      node.set("removed", devices(side.removed(), side));
      node.put("code", side.profile().code());
      if (side.letAllUntil() != null) {
        node.put("letall", ms(side.letAllUntil()));
      }
      guests(room, node);
    }
    return node;
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
            .put("until", ms(asking.until()));
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
    var node = JSON.objectNode();
    for (Map.Entry<Id, Device> entry : devices.entrySet()) {
      var one = device(entry.getValue());
      flag(one, "cam", entry.getKey().equals(side.cam()));
      flag(one, "mic", entry.getKey().equals(side.mic()));
      node.set(entry.getKey().text(), one);
    }
    return node;
  }

  private static ObjectNode device(Device device) {
    var node =
        JSON.objectNode()
            .put("kind", word(device.kind()))
            .put("name", device.name())
            .put("role", device.role().name().toLowerCase(Locale.ROOT));
    flag(node, "here", device.here());
    return node;
  }

  private static String word(DeviceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// What a device sees that is not in: that it waits, or that it was sent out.
  public static ObjectNode waiting(Room room, Member member) {
    var node = JSON.objectNode();
    var state =
        switch (room.standing(member)) {
          case REMOVED -> "removed";
          case ASKING -> "asking";
          case IN, UNKNOWN -> "unknown";
        };
    var waiting = node.putObject("waiting").put("state", state);
    var side = room.side(member.classId());
    if (side != null) {
      waiting.put("class", side.profile().label()).put("school", side.profile().school());
    }
    return node;
  }

  private static void flag(ObjectNode node, String name, boolean value) {
    if (value) {
      node.put(name, true);
    }
  }

  private static long ms(Instant at) {
    return at.toEpochMilli();
  }
}
