package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Limits;

/// Going in with the one question, on the day, with a pass of one's own.
class ComingInTest extends SchoolMorning {
  @ParameterizedTest
  @CsvSource({
    "Miss Khan, class, board, TEACHER, CLASS",
    "Miss Khan, me, adult, TEACHER, ADULT",
    "Mr Boyd, class, board, ASSISTANT, CLASS",
    "Mr Okafor, me, adult, TEACHER, ADULT",
    "Mrs Holroyd, me, adult, OBSERVER, ADULT",
    "Mr Patel, me, adult, OBSERVER, ADULT",
    "Ruth Lindley, me, adult, FACILITATOR, ADULT"
  })
  void oneQuestionDecidesWhatAPageShows(
      String name, String screen, String page, String role, String seen) {
    var visitor = visitor(name);
    var room = goIn(visitor, screen);
    assertThat(room.path()).matches("/room/" + session + "/[a-z0-9]{12}");
    assertThat(room.page().body().className()).isEqualTo(page);
    var pass = pass(visitor, room);
    assertThat(pass.role().name()).isEqualTo(role);
    assertThat(pass.screen().name()).isEqualTo(seen);
    assertThat(pass.asks()).isFalse();
    assertThat(pass.role().key())
        .isEqualTo(!role.equals("OBSERVER") && !role.equals("FACILITATOR"));
  }

  @Test
  void theAnswerIsRememberedForTheDevice() {
    var visitor = visitor("Miss Khan");
    assertThat(visitor.get(goIn()).page().select("button.first")).isEmpty();
    var once = goIn(visitor, "me");
    var page = visitor.get(goIn()).page();
    assertThat(page.select("button.first").attr("value")).isEqualTo("me");
    assertThat(goIn(visitor, "me").path()).as("the same device comes back").isEqualTo(once.path());
    assertThat(goIn(visitor, "class").path()).as("another device").isNotEqualTo(once.path());
  }

  @Test
  void comingInToAProposedSessionAcceptsIt() {
    town.database()
        .run(
            "UPDATE session SET state = 'proposed', by_class = ? WHERE id = ?",
            town.schoolClass("4B"),
            session);
    goIn(visitor("Miss Khan"), "me");
    goIn(visitor("Mrs Holroyd"), "me");
    assertThat(state()).isEqualTo("proposed");
    goIn(visitor("Miss Grant"), "class");
    assertThat(state()).isEqualTo("agreed");
  }

  private static String state() {
    return town.database().one("SELECT state FROM session WHERE id = ?", session);
  }

  @Test
  void nobodyGoesInForAnotherClass() {
    var visitor = visitor("Miss Khan");
    var fields = visitor.fill(visitor.get(goIn()), goIn(), "screen", "class");
    fields.put("class", town.schoolClass("4K"));
    assertThat(visitor.post(goIn(), fields, Map.of()).status()).isEqualTo(400);
  }

  @Test
  void theDoorIsOpenOnTheDayAlone() {
    var visitor = visitor("Miss Khan");
    String tomorrow =
        town.database()
            .one(
                "SELECT id FROM session WHERE link = ? AND note = 'Bring your three questions.'",
                link);
    var answer = visitor.get("/sessions/" + tomorrow + "/go-in");
    assertThat(answer.says()).contains("The door is not open today");
    assertThat(answer.page().select("main form")).isEmpty();
  }

  @Test
  void aRoomsPageNeedsThePassOfItsOwnDevice() {
    var hers = visitor("Miss Khan");
    var room = goIn(hers, "me");
    var his = visitor("Mr Okafor");
    var without = his.get(room.path());
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.says()).contains("This device has no place in the room");
    String device = room.path().replaceFirst(".*/", "");
    String other = goIn(his, "me").path().replaceFirst(".*/", "");
    his.hold("pass-" + device, his.cookie("pass-" + other).orElseThrow());
    assertThat(his.get(room.path()).status()).as("another device's pass").isEqualTo(401);
  }

  @Test
  void whoSignsOutLeavesNoPassBehind() {
    var visitor = visitor("Miss Khan");
    var room = goIn(visitor, "me");
    visitor.submit(visitor.get("/home"), "/sign-out");
    assertThat(visitor.cookieNames()).noneMatch(name -> name.startsWith("pass-"));
    assertThat(visitor.get(room.path()).status()).isEqualTo(401);
  }

  @Test
  void whoLooksInAtManyRoomsKeepsTheNewest() {
    var visitor = visitor("Miss Khan");
    for (int i = 0; i < 30; i++) {
      visitor.hold("pass-old" + i, "x".repeat(300));
      visitor.hold("seat-old" + i, "a1b2c3d4e5f6");
    }
    var room = goIn(visitor, "me");
    assertThat(room.status()).isEqualTo(200);
    assertThat(visitor.cookieNames().stream().filter(name -> name.startsWith("pass-")))
        .hasSize(Limits.PASSES_OF_BROWSER)
        .contains("pass-old29")
        .doesNotContain("pass-old0");
    assertThat(visitor.cookieNames().stream().filter(name -> name.startsWith("seat-")))
        .hasSize(Limits.PASSES_OF_BROWSER);
  }
}
