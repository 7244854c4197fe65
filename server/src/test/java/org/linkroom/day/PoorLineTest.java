package org.linkroom.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// What a device says of its line reaches the facilitator's day, and no page of the room.
class PoorLineTest {
  private static final int LOOKS = 400;

  @Test
  void whoLooksAfterTheDayReadsWhichClassHasAPoorLine() {
    try (var app = TestApp.start(Map.of("LINKROOM_ROOM_EARLY", "30 min"))) {
      var session = DemoSession.of(app);
      var day = new Day(app, session.room().text());
      try (var ours = open(app, session.ours().teachersScreen());
          var theirs = open(app, session.theirs().board())) {
        for (LiveClient one : new LiveClient[] {ours, theirs}) {
          one.say("promise.make", Map.of("promise", "wide"));
          assertThat(one.say("ready.say").has("ok")).isTrue();
        }
        theirs.until(doc -> doc.has("media"));
        day.waits(light -> light.contains("Open and well"));
        int patches = ours.count("patch");
        assertThat(theirs.say("line.poor").has("ok")).isTrue();
        day.waits(light -> light.contains("the line is poor"));
        assertThat(ours.count("patch")).as("nothing is shown in the room").isEqualTo(patches);
        assertThat(theirs.say("line.good").has("ok")).isTrue();
        day.waits(light -> light.contains("Open and well"));
        assertThat(theirs.say("line.poor").has("ok")).isTrue();
        day.waits(light -> light.contains("the line is poor"));
      }
    }
  }

  private static LiveClient open(TestApp app, org.linkroom.protocol.Pass pass) {
    return LiveClient.open(app.url(), app.passes(), pass);
  }

  /// The coordinator's page of the day, looked at again and again.
  private static final class Day {
    private final Visitor visitor;
    private final String row;

    Day(TestApp app, String room) {
      row = "[data-row=" + room + "] .light";
      visitor = new Visitor(app.url());
      visitor.signInAs("Mrs Whitfield");
    }

    void waits(Predicate<String> wanted) {
      String seen = "";
      for (int look = 0; look < LOOKS; look++) {
        seen = visitor.get("/day").page().select(row).text();
        if (wanted.test(seen)) {
          return;
        }
      }
      throw new AssertionError("the day says: " + seen);
    }
  }
}
