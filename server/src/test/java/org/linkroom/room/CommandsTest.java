package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linkroom.protocol.Wire;

/// A command is read from its frame with its own fields, no more and no fewer.
class CommandsTest {
  private static final String DEVICE = "\"device\":\"oakboard0000\"";
  private static final String SEGMENT = "\"segment\":\"s0\"";
  private static final String QUESTION = ",\"question\":\"asked0000000\"";
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("ready.say", ""),
          Map.entry("ready.unsay", ""),
          Map.entry("promise.make", "\"promise\":\"hands\""),
          Map.entry("cover.on", ""),
          Map.entry("cover.off", ""),
          Map.entry("mic.mute", "\"side\":\"oak000000000\""),
          Map.entry("mic.unmute", "\"side\":\"oak000000000\""),
          Map.entry("camera.stop", "\"side\":\"oak000000000\""),
          Map.entry("camera.start", "\"side\":\"oak000000000\""),
          Map.entry("lead.hand", DEVICE),
          Map.entry("device.admit", DEVICE + ",\"mic\":true,\"cam\":false"),
          Map.entry("device.refuse", DEVICE),
          Map.entry("device.letall", ""),
          Map.entry("device.give", DEVICE + ",\"mic\":false,\"cam\":true"),
          Map.entry("device.remove", DEVICE),
          Map.entry("device.back", DEVICE),
          Map.entry("room.lock", ""),
          Map.entry("room.unlock", ""),
          Map.entry("room.end", ""),
          Map.entry("line.poor", ""),
          Map.entry("line.good", ""),
          Map.entry("note.say", "\"text\":\"Hello\""),
          Map.entry("rehearsal.say", "\"text\":\"x\""),
          Map.entry("rehearsal.cue", ""),
          Map.entry("lesson.next", "\"from\":\"s0\""),
          Map.entry("lesson.back", "\"from\":\"s0\""),
          Map.entry("lesson.skip", "\"from\":\"s0\",\"to\":\"s1\""),
          Map.entry("lesson.minute", "\"from\":\"s0\""),
          Map.entry("lesson.pause", ""),
          Map.entry("lesson.go", ""),
          Map.entry("lesson.down", ""),
          Map.entry("lesson.up", ""),
          Map.entry("cards.turn", SEGMENT + ",\"to\":1"),
          Map.entry("checkin.count", SEGMENT + ",\"counts\":{\"sunny\":3}"),
          Map.entry("show.whose", SEGMENT + ",\"class\":\"oak000000000\""),
          Map.entry("cards.sign", SEGMENT + ",\"class\":\"oak000000000\""),
          Map.entry("cards.unsign", SEGMENT),
          Map.entry("show.both", SEGMENT),
          Map.entry("show.picture", SEGMENT + ",\"to\":1"),
          Map.entry("show.wall", SEGMENT),
          Map.entry("talk.want", SEGMENT),
          Map.entry("talk.unwant", SEGMENT),
          Map.entry("talk.pass", SEGMENT + ",\"turn\":0"),
          Map.entry("talk.swap", SEGMENT + ",\"half\":2"),
          Map.entry("talk.follow", SEGMENT + ",\"on\":true"),
          Map.entry("talk.heard", SEGMENT + ",\"seconds\":3"),
          Map.entry("draw.line", SEGMENT + ",\"line\":\"0a1z\""),
          Map.entry("draw.undo", SEGMENT + ",\"stroke\":\"stroke000000\""),
          Map.entry("draw.clear", SEGMENT),
          Map.entry("game.turn", SEGMENT + ",\"to\":1"),
          Map.entry("game.start", SEGMENT),
          Map.entry("game.stop", SEGMENT),
          Map.entry("together.write", SEGMENT + ",\"kind\":\"same\",\"text\":\"x\",\"sure\":false"),
          Map.entry("together.drop", SEGMENT + ",\"entry\":\"entry0000000\""),
          Map.entry("ballot.tablets", SEGMENT + ",\"on\":true"),
          Map.entry("ballot.cast", SEGMENT + ",\"marks\":[\"a\"]"),
          Map.entry("ballot.close", SEGMENT),
          Map.entry("vote.count", SEGMENT + ",\"voters\":20,\"hands\":{\"a\":1}"),
          Map.entry("vote.again", SEGMENT),
          Map.entry("question.write", SEGMENT + ",\"group\":\"x\",\"text\":\"x\",\"sure\":true"),
          Map.entry("question.approve", SEGMENT + QUESTION + ",\"sure\":true"),
          Map.entry("question.drop", SEGMENT + QUESTION),
          Map.entry("question.air", SEGMENT + QUESTION),
          Map.entry("question.answered", SEGMENT + QUESTION + ",\"yes\":true"),
          Map.entry("question.join", SEGMENT + QUESTION + ",\"into\":\"other0000000\""),
          Map.entry("key.seen", "\"about\":\"oak000000000\",\"seen\":true"));

  static Stream<String> names() {
    return Commands.names().stream();
  }

  @Test
  void theTableNamesEveryCommand() {
    assertThat(new TreeSet<>(FIELDS.keySet())).isEqualTo(new TreeSet<>(Commands.names()));
    assertThat(Commands.knows("ready.say")).isTrue();
    assertThat(Commands.knows("ready.shout")).isFalse();
    assertThat(Commands.read("ready.shout", frame("ready.shout", ""))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadFromItsFrame(String name) {
    assertThat(Commands.read(name, frame(name, fields(name)))).isPresent();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRefusedWithAFieldTooMuch(String name) {
    String fields = fields(name);
    String more = (fields.isEmpty() ? "" : fields + ",") + "\"extra\":1";
    assertThat(Commands.read(name, frame(name, more))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRefusedWithAFieldMissingOrWrong(String name) {
    boolean choice = name.startsWith("mic.") || name.startsWith("camera.");
    for (String field : fields(name).split(",")) {
      if (field.isEmpty()) {
        continue;
      }
      String key = field.substring(0, field.indexOf(':'));
      String others =
          Stream.of(fields(name).split(","))
              .filter(each -> !each.equals(field))
              .reduce("", (all, each) -> all + each + ",");
      for (String wrong : new String[] {"null", "7", "{}", "[]", "\"\""}) {
        if (!fits(name, bare(key), wrong)) {
          assertThat(Commands.read(name, frame(name, others + key + ":" + wrong)))
              .as("%s:%s", key, wrong)
              .isEmpty();
        }
      }
      String missing = others.isEmpty() ? "" : others.substring(0, others.length() - 1);
      boolean may = choice || (name.equals("question.air") && bare(key).equals("question"));
      assertThat(Commands.read(name, frame(name, missing)).isPresent()).isEqualTo(may);
    }
  }

  /// An empty text is a word of its own, refused in words when it is decided; so is a number that
  /// does not fit, and a map or list with nothing in it is one.
  private static boolean fits(String name, String key, String wrong) {
    boolean skips = name.equals("lesson.skip");
    var texts = Set.of("text", "line", "group", "kind", "segment", "from", skips ? "to" : "");
    var counts = Set.of("to", "turn", "voters", "seconds", "half");
    return switch (wrong) {
      case "\"\"" -> texts.contains(key);
      case "7" -> counts.contains(key) && !skips;
      case "{}" -> Set.of("counts", "hands").contains(key);
      case "[]" -> key.equals("marks");
      default -> false;
    };
  }

  @Test
  void fieldsBecomeWhatTheySay() {
    assertThat(read("device.admit"))
        .isEqualTo(new DeviceCommand.Admit(id("oakboard"), true, false));
    assertThat(read("device.give")).isEqualTo(new DeviceCommand.Give(id("oakboard"), false, true));
    assertThat(read("camera.start"))
        .isEqualTo(new SideCommand.Switch(SideCommand.Switch.What.CAMERA, false, OAK));
    assertThat(read("mic.mute"))
        .isEqualTo(new SideCommand.Switch(SideCommand.Switch.What.MIC, true, OAK));
    assertThat(read("promise.make")).isEqualTo(new SideCommand.Promised(Promise.HANDS));
    assertThat(read("room.unlock")).isEqualTo(new RoomCommand.Lock(false));
    assertThat(read("key.seen")).isEqualTo(new RoomCommand.Seen(OAK, true));
  }

  @ParameterizedTest
  @CsvSource({"none,true", "hands,true", "wide,true", "all,false", "WIDER,false", "'',false"})
  void aPromiseIsOneOfThree(String word, boolean is) {
    String fields = "\"promise\":\"" + word + "\"";
    assertThat(Commands.read("promise.make", frame("promise.make", fields)).isPresent())
        .isEqualTo(is);
  }

  private static String bare(String key) {
    return key.replace("\"", "");
  }

  private static String fields(String name) {
    return Objects.requireNonNull(FIELDS.get(name));
  }

  private static Command.FromPerson read(String name) {
    return Commands.read(name, frame(name, fields(name))).orElseThrow();
  }

  private static ObjectNode frame(String name, String fields) {
    String head = "{\"do\":\"" + name + "\",\"tab\":\"tabtabtab\",\"n\":1";
    return (ObjectNode)
        Wire.read(head + (fields.isEmpty() ? "" : "," + fields) + "}").orElseThrow();
  }
}
