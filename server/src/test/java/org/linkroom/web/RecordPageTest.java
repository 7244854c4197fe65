package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// What a session's record says of it in words, and the page for the wall.
class RecordPageTest {
  private static TestApp app;
  private static DemoTown town;
  private static String session;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    session = town.pastSession(town.link("4B", "4K"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static Answer see(String page) {
    var visitor = new Visitor(app.url());
    visitor.signInAs("Miss Khan");
    return visitor.get("/sessions/" + session + page);
  }

  /// A line of the room, some seconds after the first.
  private static void line(String what, @Nullable String label, int seconds, String detail) {
    town.database()
        .run(
            """
            INSERT INTO room_journal (line, room, at, what, class, device, detail)
            SELECT ?, ?, min(at) + make_interval(secs => ?), ?, (SELECT id FROM school_class WHERE label = ?), 'tablet', ?::jsonb
            FROM room_journal WHERE room = ?""",
            org.linkroom.base.Id.random().text(),
            session,
            seconds,
            what,
            label,
            detail,
            session);
  }

  @Test
  void itSaysWhatWasConnectedAndPressed() {
    var record = see("/record");
    assertThat(record.says())
        .contains("4B", "4K", "Miss Khan (4B): a device was connected for")
        .contains("The door opened: both classes were ready")
        .contains("Miss Khan muted the microphone of 4B")
        .contains("It does not know who was in a room.");
    assertThat(record.page().select("td").eachText()).noneMatch(text -> text.contains("()"));
  }

  @ParameterizedTest
  @CsvSource({
    "wide, The whole class",
    "hands, Hands and work only",
    "none, 'No picture, sound only'"
  })
  void aPromiseStandsInTheWordsInWhichItWasMade(String word, String said) {
    line(
        "promise.make",
        "4B",
        20 + word.length(),
        "{\"name\":\"Miss Khan\",\"to\":\"" + word + "\"}");
    assertThat(see("/record").says())
        .contains("Miss Khan (4B) said what the camera shows: " + said)
        .doesNotContain("shows: " + word);
  }

  @Test
  void oneMinuteIsOneMinute() {
    String who = "{\"name\":\"Mr Short\",\"role\":\"COVER\"}";
    line("device.came", "4B", 5, who);
    line("device.gone", "4B", 45, who);
    assertThat(see("/record").says())
        .contains("Mr Short (4B): a device was connected for 1 minute ")
        .doesNotContain("1 minutes");
  }

  @Test
  void aGuestIsCalledOne() {
    line("device.admit", null, 300, "{\"name\":\"Ruth Lindley\",\"who\":\"Tablet\"}");
    assertThat(see("/record").says()).contains("Ruth Lindley (guest) let in: Tablet");
  }

  @Test
  void thePageForTheWallNamesClassesAndNoChild() {
    var wall = see("/our-link-up");
    assertThat(wall.says())
        .contains("Our link-up", "4B", "Hilltop Primary", "4K", "We meet again on")
        .doesNotContain("Miss Khan", "Mr Okafor");
  }

  @Test
  void aMinuteBeforeItIsAMinute() {
    String next = town.nextSession(town.link("4B", "4K"));
    town.database()
        .run(
            "UPDATE session SET starts_at = '2027-03-15T10:30:00Z', state = 'agreed' WHERE id = ?",
            next);
    app.clock().set(java.time.Instant.parse("2027-03-15T10:29:10Z"));
    var visitor = new Visitor(app.url());
    visitor.signInAs("Miss Khan");
    assertThat(visitor.get("/sessions/" + next).page().select(".countdown").text())
        .isEqualTo("Begins in 1 minute");
    app.clock().set(java.time.Instant.parse("2027-03-15T05:29:10Z"));
    assertThat(visitor.get("/sessions/" + next).page().select(".countdown").text()).isEmpty();
  }
}
