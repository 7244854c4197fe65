package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linkroom.protocol.Goodbye;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.TestApp;

/// How a socket ends when its room or its server does.
class LiveEndTest {
  @Test
  void aServerThatStopsTellsPagesToComeBackAndKnowsWhatTheySaid() {
    try (var app = TestApp.start()) {
      var session = DemoSession.of(app);
      var pass = session.ours().teachersScreen();
      try (var client = LiveClient.open(app.url(), app.passes(), pass)) {
        client.say("note.say", Map.of("text", "Kept"));
        app.restart();
        assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.RESTART.code());
        assertThat(client.closed()).isEqualTo(Goodbye.RESTART.code());
      }
      try (var again = LiveClient.open(app.url(), app.passes(), pass)) {
        again.until(doc -> doc.path("notes").toString().contains("Kept"));
        assertThat(again.say("room.end").has("ok")).isTrue();
        assertThat(again.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.ENDED.code());
        assertThat(again.closed()).isEqualTo(Goodbye.ENDED.code());
      }
      var late = app.passes().sign(session.theirs().board());
      try (var after = LiveClient.knock(app.url(), session.room(), late)) {
        assertThat(after.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.ENDED.code());
      }
    }
  }
}
