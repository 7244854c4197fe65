package org.linkroom.web;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.linkroom.protocol.Pass;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// The demo at nine on a Monday in March, whatever time the test runs at: 4B and 4K have agreed to
/// meet at half past ten.
abstract class SchoolMorning {
  static TestApp app;
  static DemoTown town;
  static String link;
  static String session;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    link = town.link("4B", "4K");
    session = town.nextSession(link);
    town.database()
        .run(
            "UPDATE session SET starts_at = '2027-03-15T10:30:00Z', state = 'agreed' WHERE id = ?",
            session);
    app.clock().set(Instant.parse("2027-03-15T09:00:00Z"));
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  static Visitor visitor(String name) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(name);
    return visitor;
  }

  static String goIn() {
    return "/sessions/" + session + "/go-in";
  }

  static Answer goIn(Visitor visitor, String screen) {
    return visitor.submit(visitor.get(goIn()), goIn(), "screen", screen);
  }

  /// The pass of a room's page, as the live door reads it.
  static Pass pass(Visitor visitor, Answer room) {
    String device = room.path().replaceFirst(".*/", "");
    return app.passes()
        .read(visitor.cookie("pass-" + device).orElseThrow(), app.clock().instant())
        .orElseThrow();
  }
}
