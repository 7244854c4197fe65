package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;

/// What one device says and is shown at its live socket.
class LiveSocketTest {
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

  private static LiveClient open(Pass pass) {
    return LiveClient.open(app.url(), app.passes(), pass);
  }

  private static String token(Pass pass) {
    return app.passes().sign(pass);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "not json | frame.malformed",
        "[] | frame.malformed",
        "{} | frame.malformed",
        "{\"clock\":5} | frame.malformed",
        "{\"do\":\"ready.say\",\"tab\":\"tabtabtab\"} | frame.malformed",
        "{\"do\":\"ready.say\",\"tab\":\"tabtabtab\",\"n\":0} | frame.malformed",
        "{\"do\":\"ready.say\",\"tab\":\"short\",\"n\":1} | frame.malformed",
        "{\"do\":\"ready.say\",\"tab\":\"tabtabtab\",\"n\":1,\"more\":1} | frame.malformed",
        "{\"do\":\"device.admit\",\"tab\":\"tabtabtab\",\"n\":1} | frame.malformed",
        "{\"do\":\"device.back\",\"tab\":\"tabtabtab\",\"n\":1,\"device\":7} | frame.malformed",
        "{\"do\":\"device.back\",\"tab\":\"tabtabtab\",\"n\":1,\"device\":\"x\"} | frame.malformed",
        "{\"do\":\"note.say\",\"tab\":\"tabtabtab\",\"n\":1,\"text\":null} | frame.malformed",
        "{\"do\":\"promise.make\",\"tab\":\"tabtabtab\",\"n\":1,\"promise\":\"all\"} | frame.malformed",
        "{\"do\":\"signal.send\",\"tab\":\"tabtabtab\",\"n\":1,\"to\":\"x\",\"data\":{}} | frame.malformed",
        "{\"do\":\"no.such\",\"tab\":\"tabtabtab\",\"n\":1} | command.unknown",
        "{\"do\":\"device.back\",\"tab\":\"tabtabtab\",\"n\":1,\"device\":\"abcdefghijkl\"} | device.unknown",
        "{\"do\":\"device.remove\",\"tab\":\"tabtabtab\",\"n\":1,\"device\":\"abcdefghijkl\"} | device.unknown",
        "{\"do\":\"video.grant\",\"tab\":\"tabtabtab\",\"n\":1} | door.shut",
        "{\"do\":\"signal.send\",\"tab\":\"tabtabtab\",\"n\":1,\"to\":\"abcdefghijkl\",\"data\":{}} | door.shut",
      })
  void aFrameThatCannotBeReadIsRefusedAndTheSocketLives(String frame, String code) {
    try (var client = open(session.ours().teachersScreen())) {
      client.send(frame);
      assertThat(client.await("no").get("code").asText()).isEqualTo(code);
      client.send("{\"clock\":{\"t0\":1}}");
      client.await("clock");
    }
  }

  @Test
  void aFrameTooLargeEndsTheSocket() {
    String large = "{\"do\":\"" + "x".repeat(20_000) + "\"}";
    try (var client = open(session.ours().board())) {
      client.sendInTwo(large);
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.TOO_MUCH.code());
      assertThat(client.closed()).isEqualTo(Goodbye.TOO_MUCH.code());
    }
    try (var client = open(session.ours().board())) {
      client.send(large);
      assertThat(client.closed()).isIn(1006, 1009, (int) Goodbye.TOO_MUCH.code());
    }
  }

  @Test
  void bytesEndTheSocket() {
    try (var client = open(session.ours().board())) {
      client.send(new byte[] {1, 2, 3});
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.TOO_MUCH.code());
    }
  }

  @Test
  void moreFramesThanAPageSendsEndTheSocket() {
    try (var client = open(session.ours().board())) {
      for (int i = 0; i < 260 && client.isOpen(); i++) {
        client.send("{\"clock\":{\"t0\":" + i + "}}");
      }
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.TOO_MUCH.code());
      assertThat(client.closed()).isEqualTo(Goodbye.TOO_MUCH.code());
    }
  }

  @Test
  void theClockAnswersWithItsOwnStampsAndTheOneItGot() {
    try (var client = open(session.ours().board())) {
      long before = System.currentTimeMillis();
      client.send("{\"clock\":{\"t0\":12345.5}}");
      var clock = client.await("clock").get("clock");
      assertThat(clock.get("t0").asDouble()).isEqualTo(12345.5);
      double within = clock.get("within").asDouble();
      assertThat(within).isBetween(0.0, 1000.0);
      assertThat(clock.get("t1").asDouble())
          .isBetween(before - within - 1, System.currentTimeMillis() + within);
      assertThat(clock.get("t2").asLong()).isGreaterThanOrEqualTo(clock.get("t1").asLong());
    }
  }

  @Test
  void aNumberSaidAgainGetsItsFirstAnswerAndHappensOnce() {
    try (var client = open(session.theirs().teachersScreen())) {
      var note = Map.of("text", "Said once");
      assertThat(client.say(7, "note.say", note).get("ok").asLong()).isEqualTo(7);
      assertThat(client.say(7, "note.say", note).get("ok").asLong()).isEqualTo(7);
      client.say("note.say", Map.of("text", "And done"));
      var notes =
          client.until(doc -> doc.get("notes").toString().contains("And done")).get("notes");
      assertThat(notes.findValuesAsText("text").stream().filter("Said once"::equals)).hasSize(1);
    }
  }

  @Test
  void aPageThatAsksWhereItIsGetsTheWholeDocument() {
    try (var client = open(session.ours().board())) {
      client.send("{\"at\":{\"epoch\":\"gone\",\"version\":3}}");
      var again = client.await("welcome").get("welcome");
      assertThat(again.get("doc").get("room").get("id").asText()).isEqualTo(session.room().text());
      assertThat(again.get("now").asLong()).isPositive();
    }
  }

  @Test
  void aTabletWaitsUntilItsTeacherLetsItIn() {
    var pass = session.ours().tablet();
    try (var teacher = open(session.ours().teachersScreen());
        var tablet = LiveClient.knock(app.url(), session.room(), token(pass))) {
      var waiting = tablet.await("welcome").get("welcome");
      assertThat(waiting.at("/you/in").asBoolean()).isFalse();
      assertThat(waiting.at("/doc/waiting/state").asText()).isEqualTo("asking");
      assertThat(waiting.get("doc")).hasSize(1);
      assertThat(waiting.has("here")).isFalse();
      assertThat(tablet.say("ready.say").get("code").asText()).isEqualTo("not.in");
      teacher.until(doc -> doc.at("/own/asks").has(pass.device().text()));
      var admit = Map.of("device", pass.device(), "mic", false, "cam", false);
      assertThat(teacher.say("device.admit", admit).has("ok")).isTrue();
      var in = tablet.await("welcome").get("welcome");
      assertThat(in.at("/you/in").asBoolean()).isTrue();
      assertThat(in.get("doc").has("sides")).isTrue();
      assertThat(tablet.say("ready.say").get("code").asText()).isEqualTo("not.allowed");
    }
  }

  @Test
  void aSecondTabIsTheSameMemberAndTakesTheFirstOnesPlace() {
    var pass = session.ours().teachersScreen();
    try (var first = open(pass);
        var second = open(pass)) {
      assertThat(first.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.REPLACED.code());
      assertThat(first.closed()).isEqualTo(Goodbye.REPLACED.code());
      var devices = second.until(doc -> doc.at("/own/devices").has(pass.device().text()));
      assertThat(devices.at("/own/devices/" + pass.device() + "/here").asBoolean()).isTrue();
    }
  }

  @Test
  void aChangeIsShownToBothClassesAndNotesToAdultsAlone() {
    try (var ours = open(session.ours().teachersScreen());
        var theirs = open(session.theirs().teachersScreen());
        var board = open(session.theirs().board())) {
      ours.say("note.say", Map.of("text", "We are two minutes late"));
      theirs.until(doc -> doc.get("notes").toString().contains("two minutes late"));
      ours.say("promise.make", Map.of("promise", "none"));
      var shown = "/sides/" + session.ours().schoolClass() + "/promise";
      theirs.until(doc -> doc.at(shown).asText().equals("none"));
      var seen = board.until(doc -> doc.at(shown).asText().equals("none"));
      assertThat(seen.has("notes")).isFalse();
      assertThat(seen.has("phones")).isFalse();
    }
  }
}
