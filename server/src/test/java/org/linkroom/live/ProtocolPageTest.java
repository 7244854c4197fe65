package org.linkroom.live;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.room.Command;
import org.linkroom.room.Commands;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;

/// server/PROTOCOL.md says what the server does, all of it and nothing else.
class ProtocolPageTest {
  /// Said by a device of its socket, and no command of the room's.
  private static final Set<String> MEDIA = Set.of("video.grant", "signal.send");

  private static final Map<Command.Allowed, String> WHO =
      Map.of(
          Command.Allowed.ANYBODY, "any device that is in",
          Command.Allowed.KEY, "an adult of the class",
          Command.Allowed.ADULT, "any adult",
          Command.Allowed.HOST, "an adult of a class, or the facilitator");

  private final String page = page();
  private final List<ObjectNode> examples = examples();

  private static String page() {
    try {
      return Files.readString(Path.of("server", "PROTOCOL.md"));
    } catch (java.io.IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  private List<ObjectNode> examples() {
    var all = new ArrayList<ObjectNode>();
    Pattern.compile("```json\n(.*?)```", Pattern.DOTALL)
        .matcher(page)
        .results()
        .forEach(
            fence -> {
              try (MappingIterator<ObjectNode> values =
                  Wire.JSON.readerFor(ObjectNode.class).readValues(fence.group(1))) {
                all.addAll(values.readAll());
              } catch (java.io.IOException fault) {
                throw new java.io.UncheckedIOException(fault.getMessage(), fault);
              }
            });
    return all;
  }

  private List<String[]> rows(String pattern) {
    return Pattern.compile("(?m)^\\| " + pattern + " \\|")
        .matcher(page)
        .results()
        .map(ProtocolPageTest::cells)
        .toList();
  }

  private static String[] cells(MatchResult row) {
    return Stream.of(row.group(1), row.group(2)).toArray(String[]::new);
  }

  @Test
  void everyCommandIsThereWithAnExampleThatTheServerReads() {
    var named = new TreeSet<String>();
    for (ObjectNode example : examples) {
      String name = example.path("do").asText();
      if (example.has("do") && !MEDIA.contains(name)) {
        named.add(name);
        assertThat(Commands.read(name, example)).as(example.toString()).isPresent();
      }
    }
    assertThat(named).isEqualTo(new TreeSet<>(Commands.names()));
  }

  @Test
  void whoMaySayACommandIsWhoTheServerLetsSayIt() {
    var said =
        rows("`([a-z]+\\.[a-z]+)` \\| (any [a-z ]+|an adult [a-z ,]+) \\|[^|]+").stream()
            .collect(toMap(row -> row[0], row -> row[1]));
    assertThat(said.keySet()).isEqualTo(Commands.names());
    for (ObjectNode example : examples) {
      Commands.read(example.path("do").asText(), example)
          .ifPresent(
              command ->
                  assertThat(said.get(example.path("do").asText()))
                      .as(example.toString())
                      .isEqualTo(WHO.get(command.allowed())));
    }
  }

  @Test
  void everyRefusalIsThereInItsWordsAndNoOther() {
    var said =
        rows("`([a-z]+\\.[a-z]+)` \\| ([A-Z][^|]+[.])").stream()
            .collect(toMap(row -> row[0], row -> row[1]));
    assertThat(said)
        .isEqualTo(Stream.of(Refusal.values()).collect(toMap(Refusal::code, Refusal::why)));
  }

  @Test
  void everyGoodbyeIsThereInItsWordsAndNoOther() {
    var said =
        rows("(\\d{4}) \\| ([A-Z][^|]+[.])").stream()
            .collect(toMap(row -> Short.parseShort(row[0]), row -> row[1]));
    assertThat(said)
        .isEqualTo(Stream.of(Goodbye.values()).collect(toMap(Goodbye::code, Goodbye::why)));
  }

  @Test
  void whatTheServerSendsHasTheShapeOfTheExamples() {
    try (var app = TestApp.start()) {
      var session = DemoSession.of(app);
      try (var tablet = knock(app, session, session.ours().tablet());
          var board = LiveClient.open(app.url(), app.passes(), session.theirs().board())) {
        assertThat(shape(tablet.await("welcome"))).isEqualTo(shape(welcome(false)));
        board.await("here");
        meet(app, session, board);
      }
    }
  }

  private void meet(TestApp app, DemoSession session, LiveClient board) {
    var screen = session.ours().teachersScreen();
    try (var adult = knock(app, session, screen)) {
      assertThat(shape(adult.await("welcome"))).isEqualTo(shape(welcome(true)));
      assertThat(shape(adult.await("here"))).isEqualTo(example("here"));
      assertThat(shape(adult.say("note.say", Map.of("text", "Late")))).isEqualTo(example("ok"));
      assertThat(shape(adult.await("patch"))).isEqualTo(example("patch"));
      assertThat(shape(adult.say("no.such"))).isEqualTo(example("no"));
      adult.send(clock(1).toString());
      assertThat(shape(adult.await("clock"))).isEqualTo(shape(clock(4)));
      adult.send(only(frame -> frame.has("at")).toString());
      adult.await("welcome");
      opened(board, adult);
      assertThat(shape(board.say("video.grant"))).isEqualTo(example("give"));
      var signal = only(frame -> frame.path("do").asText().equals("signal.send"));
      var sent = Map.of("to", screen.device(), "data", signal.get("data"));
      assertThat(board.say("signal.send", sent).has("ok")).isTrue();
      assertThat(shape(adult.await("signal"))).isEqualTo(example("signal"));
      app.restart();
      assertThat(adult.await("bye")).isEqualTo(only(frame -> frame.has("bye")));
    }
  }

  private static LiveClient knock(
      TestApp app, DemoSession session, org.linkroom.protocol.Pass pass) {
    return LiveClient.knock(app.url(), session.room(), app.passes().sign(pass));
  }

  private static void opened(LiveClient... both) {
    for (LiveClient one : both) {
      one.say("promise.make", Map.of("promise", "wide"));
      assertThat(one.say("ready.say").has("ok")).isTrue();
    }
    both[0].until(doc -> doc.has("media"));
  }

  private ObjectNode welcome(boolean in) {
    return only(frame -> frame.has("welcome") && frame.at("/welcome/you/in").asBoolean() == in);
  }

  private ObjectNode clock(int stamps) {
    return only(frame -> frame.path("clock").size() == stamps);
  }

  private Set<String> example(String field) {
    return shape(only(frame -> frame.has(field) && !(field.equals("ok") && frame.has("give"))));
  }

  private ObjectNode only(Predicate<ObjectNode> wanted) {
    return examples.stream().filter(wanted).findFirst().orElseThrow();
  }

  /// The paths of a frame with the kinds of their values; ids are all alike.
  private static Set<String> shape(JsonNode node) {
    if (!node.isObject() || node.isEmpty()) {
      return Set.of(": " + node.getNodeType());
    }
    return node.properties().stream()
        .flatMap(
            field -> {
              String name = Id.fits(field.getKey()) ? "*" : field.getKey();
              return requireNonNull(shape(field.getValue())).stream()
                  .map(path -> "/" + name + path);
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
