package org.linkroom.journey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.Database;
import org.linkroom.testing.TestApp;

/// One running demo for all tests of a class; each test leaves no browser open behind it.
abstract class InTheDemo {
  static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @AfterEach
  void closeAllBrowsers() {
    Chromium.browser().contexts().forEach(context -> context.close());
  }

  /// A class is in one live room at a time: where classes were a day before is over. A door that
  /// was just open is marked live a second later, so what is live already does not tell it all.
  @BeforeEach
  void nothingIsLiveAnyMore() {
    Database.of(app)
        .run(
            """
            UPDATE session SET state = 'ended', ended_at = now()
            WHERE state = 'live' OR state IN ('agreed', 'open') AND id IN (SELECT session FROM class_room)""");
  }
}
