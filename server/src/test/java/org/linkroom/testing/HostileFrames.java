package org.linkroom.testing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linkroom.room.Commands;

/// What somebody might send who means harm: commands of all kinds with fields of all kinds. The
/// same seed gives the same frames.
public final class HostileFrames {
  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("promise.make", List.of("promise")),
          Map.entry("lead.hand", List.of("device")),
          Map.entry("device.admit", List.of("device", "mic", "cam")),
          Map.entry("device.give", List.of("device", "mic", "cam")),
          Map.entry("device.refuse", List.of("device")),
          Map.entry("device.remove", List.of("device")),
          Map.entry("device.back", List.of("device")),
          Map.entry("mic.mute", List.of("side")),
          Map.entry("camera.stop", List.of("side")),
          Map.entry("note.say", List.of("text")),
          Map.entry("rehearsal.say", List.of("text")),
          Map.entry("key.seen", List.of("about", "seen")),
          Map.entry("signal.send", List.of("to", "data")));

  private static final List<String> NAMES =
      Stream.concat(
              Commands.names().stream().sorted(),
              List.of(
                  "signal.send", "video.grant", "__proto__", "", "READY.SAY", "ready.say\\u0000")
                  .stream())
          .toList();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "2.5",
          "1e999",
          "-1e999",
          "1e-999",
          "9007199254740993",
          "9223372036854775808",
          "1" + "0".repeat(400),
          "\"\"",
          "\"17\"",
          "\"__proto__\"",
          "\"constructor\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u0000\"",
          "\"\\u202eevil\\u202d\"",
          "\"\\u200f\\u2066\"",
          "\"" + "e\\u0301\\u0302\\u0303".repeat(60) + "\"",
          "\"" + "\\ud83d\\udc69\\u200d".repeat(80) + "\"",
          "\"" + "x".repeat(5000) + "\"",
          "\"" + "\\u20ac".repeat(500) + "\"",
          "\"" + "<script>".repeat(25) + "\"",
          "[]",
          "{}",
          "[null]",
          "{\"__proto__\":{\"in\":true}}",
          "{\"1\":1,\"0\":null}",
          "[" + "[".repeat(20) + "]".repeat(20) + "]",
          "{\"a\":".repeat(30) + "1" + "}".repeat(30),
          "[".repeat(2000),
          "{\"a\":".repeat(900) + "1" + "}".repeat(900));

  private final Random random;
  private final List<String> ids;

  /// @param ids of rooms, classes and devices that are known: those of others, too
  public HostileFrames(long seed, List<String> ids) {
    random = new Random(seed);
    this.ids = List.copyOf(ids);
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// The next frame's text.
  public String next() {
    String name = any(NAMES);
    var fields =
        FIELDS.getOrDefault(name, List.of()).stream()
            .filter(field -> !oneIn(12))
            .map(field -> "\"" + field + "\":" + (oneIn(4) ? any(VALUES) : fitting(field)))
            .collect(Collectors.joining(","));
    String tab = oneIn(8) ? any(VALUES) : "\"tabtabtab" + random.nextInt(3) + "\"";
    String n = oneIn(8) ? any(VALUES) : Integer.toString(random.nextInt(1, 100_000));
    String said = oneIn(30) ? any(VALUES) : "\"" + name + "\"";
    var frame = new StringBuilder("{\"do\":" + said + ",\"tab\":" + tab + ",\"n\":" + n);
    if (!fields.isEmpty()) {
      frame.append(',').append(fields);
    }
    if (oneIn(12)) {
      frame.append(",\"").append(any(List.of("__proto__", "1", "do", "n", "at", "clock", "by")));
      frame.append("\":").append(any(VALUES));
    }
    return spoiled(frame.append('}').toString());
  }

  private String fitting(String field) {
    return switch (field) {
      case "mic", "cam", "seen" -> Boolean.toString(random.nextBoolean());
      case "promise" -> "\"" + any(List.of("none", "hands", "wide", "WIDE", "all")) + "\"";
      case "text" -> any(VALUES.stream().filter(value -> value.startsWith("\"")).toList());
      case "data" -> any(List.of("{}", "{\"sdp\":\"v=0\"}", "{\"__proto__\":null}"));
      default -> "\"" + any(ids) + "\"";
    };
  }

  private String spoiled(String frame) {
    return switch (random.nextInt(60)) {
      case 0 -> frame.substring(0, random.nextInt(frame.length()));
      case 1 -> frame + frame;
      case 2 -> "[" + frame + "]";
      case 3 -> "\ufeff" + frame;
      case 4 -> frame.replace('"', '\'');
      case 5 -> {
        int at = random.nextInt(frame.length());
        yield frame.substring(0, at) + (char) random.nextInt(0x10000) + frame.substring(at + 1);
      }
      case 6 -> "{\"clock\":{\"t0\":" + any(VALUES) + "}}";
      case 7 -> "{\"clock\":" + any(VALUES) + "}";
      case 8 -> any(VALUES);
      default -> frame;
    };
  }
}
