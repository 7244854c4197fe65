package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;

/// What an audience may see of a room, as a JSON document: what is common to all of it, and the own
/// part of one class. What is not here no page of that audience ever gets.
public final class Views {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String[] SHAPES = {"sun", "wave", "leaf"};

  private Views() {}

  /// The document of one class's devices of an audience: the common part with the own one in it.
  public static ObjectNode document(Room room, Audience audience, @Nullable Id classId) {
    var document = common(room, audience);
    if (!room.head().gathering()) {
      document.set("own", OwnView.of(room, audience, classId));
    }
    return document;
  }

  /// What everybody of the audience sees.
  public static ObjectNode common(Room room, Audience audience) {
    var document = JSON.objectNode();
    document.set("room", head(room));
    if (room.head().gathering()) {
      document.set("rehearsal", RehearsalView.of(room.rehearsal()));
      return document;
    }
    var sides = document.putObject("sides");
    room.sides().forEach((id, side) -> sides.set(id.text(), side(room, side, audience)));
    document.set("door", door(room, audience));
    if (mediaFlow(room)) {
      document.set("media", Media.of(room));
    }
    var lesson = room.running().lesson();
    if (lesson != null) {
      document.set("lesson", LessonView.of(room, lesson, audience));
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
    flag(node, "waits", profile.waits());
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

  static void flag(ObjectNode node, String name, boolean value) {
    if (value) {
      node.put(name, true);
    }
  }

  static long ms(Instant at) {
    return at.toEpochMilli();
  }
}
