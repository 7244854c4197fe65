package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Way;

/// The three ways to a room are one wire: the same frames, the same answers, the same end.
class LiveLinesTest {
  private static TestApp app;
  private static DemoSession session;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    session = DemoSession.of(app);
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static LiveClient open(Way way, Pass pass) {
    return LiveClient.open(way, app.url(), app.passes(), pass);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aChangeIsShownToBothClassesAndNotesToAdultsAlone(Way way) {
    try (var ours = open(way, session.ours().teachersScreen());
        var theirs = open(way, session.theirs().teachersScreen());
        var board = open(way, session.theirs().board())) {
      String text = "We are late, says " + way + ", “très tard”";
      assertThat(ours.say("note.say", Map.of("text", text)).has("ok")).isTrue();
      theirs.until(doc -> doc.get("notes").toString().contains(text));
      ours.say("promise.make", Map.of("promise", "none"));
      var shown = "/sides/" + session.ours().schoolClass() + "/promise";
      theirs.until(doc -> doc.at(shown).asText().equals("none"));
      var seen = board.until(doc -> doc.at(shown).asText().equals("none"));
      assertThat(seen.has("notes")).isFalse();
      ours.say("promise.make", Map.of("promise", "hands"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aNumberSaidAgainGetsItsFirstAnswerAndHappensOnce(Way way) {
    try (var client = open(way, session.theirs().teachersScreen())) {
      String text = "Said once by " + way;
      var note = Map.of("text", text);
      assertThat(client.say(7, "note.say", note).get("ok").asLong()).isEqualTo(7);
      assertThat(client.say(7, "note.say", note).get("ok").asLong()).isEqualTo(7);
      client.say("note.say", Map.of("text", "And done by " + way));
      var notes = client.until(doc -> doc.get("notes").toString().contains("And done by " + way));
      assertThat(notes.get("notes").findValuesAsText("text").stream().filter(text::equals))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not json | frame.malformed",
        "{} | frame.malformed",
        "{\"do\":\"ready.say\",\"tab\":\"tabtabtab\",\"n\":0} | frame.malformed",
        "{\"do\":\"signal.send\",\"tab\":\"tabtabtab\",\"n\":1,\"to\":\"x\",\"data\":{}} | frame.malformed",
        "{\"do\":\"no.such\",\"tab\":\"tabtabtab\",\"n\":1} | command.unknown",
        "{\"do\":\"device.remove\",\"tab\":\"tabtabtab\",\"n\":1,\"device\":\"abcdefghijkl\"} | device.unknown",
        "{\"do\":\"video.grant\",\"tab\":\"tabtabtab\",\"n\":1} | door.shut",
        "{\"do\":\"signal.send\",\"tab\":\"tabtabtab\",\"n\":1,\"to\":\"abcdefghijkl\",\"data\":{}} | door.shut",
      })
  void aFrameThatCannotBeReadIsRefusedAndTheLineLives(String frame, String code) {
    for (Way way : List.of(Way.EVENTS, Way.POLL)) {
      try (var client = open(way, session.ours().teachersScreen())) {
        client.send(frame);
        assertThat(client.await("no").get("code").asText()).isEqualTo(code);
        long before = System.currentTimeMillis();
        client.send("{\"clock\":{\"t0\":12345.5}}");
        var clock = client.await("clock").get("clock");
        assertThat(clock.get("t0").asDouble()).isEqualTo(12345.5);
        assertThat(clock.get("t1").asLong()).isBetween(before, System.currentTimeMillis());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aPageThatAsksWhereItIsGetsTheWholeDocument(Way way) {
    try (var client = open(way, session.ours().board())) {
      client.send("{\"at\":{\"epoch\":\"gone\",\"version\":3}}");
      var again = client.await("welcome").get("welcome");
      assertThat(again.at("/doc/room/id").asText()).isEqualTo(session.room().text());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aTabletWaitsUntilItsTeacherLetsItIn(Way way) {
    var pass = session.ours().tablet();
    String token = app.passes().sign(pass);
    try (var teacher = open(way, session.ours().teachersScreen());
        var tablet = LiveClient.knock(way, app.url(), session.room(), token)) {
      assertThat(tablet.await("welcome").at("/welcome/you/in").asBoolean()).isFalse();
      assertThat(tablet.say("ready.say").get("code").asText()).isEqualTo("not.in");
      teacher.until(doc -> doc.at("/own/asks").has(pass.device().text()));
      var admit = Map.of("device", pass.device(), "mic", false, "cam", false);
      assertThat(teacher.say("device.admit", admit).has("ok")).isTrue();
      assertThat(tablet.await("welcome").at("/welcome/you/in").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aSecondTabTakesTheFirstOnesPlaceWhicheverWayItComes(Way way) {
    var pass = session.ours().teachersScreen();
    for (Way first : Way.values()) {
      try (var before = open(first, pass);
          var after = open(way, pass)) {
        assertThat(before.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.REPLACED.code());
        assertThat(before.closed()).isEqualTo(Goodbye.REPLACED.code());
        var devices = after.until(doc -> doc.at("/own/devices").has(pass.device().text()));
        assertThat(devices.at("/own/devices/" + pass.device() + "/here").asBoolean()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"EVENTS", "POLL"})
  void whatAPageSendsWithoutASocketIsBoundedAsByOne(Way way) {
    try (var client = open(way, session.ours().board())) {
      client.send("{\"do\":\"" + "x".repeat(20_000) + "\"}");
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.TOO_MUCH.code());
    }
    try (var client = open(way, session.ours().board())) {
      for (int i = 0; i < 260 && client.isOpen(); i++) {
        client.send("{\"clock\":{\"t0\":" + i + "}}");
      }
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.TOO_MUCH.code());
      assertThat(client.closed()).isEqualTo(Goodbye.TOO_MUCH.code());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"EVENTS", "POLL"})
  void aPageThatTakesNothingIsNotQueuedForAndGetsAWholeDocumentWhenItCan(Way way) {
    try (var teller = open(way, session.theirs().teachersScreen());
        var slow = open(way, session.ours().teachersScreen())) {
      IntStream.range(0, 80)
          .forEach(i -> teller.say("note.say", Map.of("text", "long ".repeat(99))));
      slow.pause(true);
      for (int i = 0; i < 60; i++) {
        slow.send("{\"at\":{\"epoch\":\"gone\",\"version\":3}}");
      }
      teller.say("note.say", Map.of("text", "Last of all, " + way));
      slow.pause(false);
      // A patch that did not fit would end the client's reading.
      slow.until(doc -> doc.get("notes").toString().contains("Last of all, " + way));
      assertThat(slow.count("welcome")).isBetween(1, 50);
    }
  }
}
