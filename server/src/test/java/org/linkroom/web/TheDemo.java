package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// What the tests of a group of pages begin with: the demo's network, served, and its people at
/// browsers of their own.
abstract class TheDemo {
  static TestApp app;
  static DemoTown town;

  @BeforeAll
  static void serve() {
    app = TestApp.start();
    town = DemoTown.of(app);
  }

  @AfterAll
  static void close() {
    app.close();
  }

  /// Somebody, signed in by the demo's one press.
  static Visitor as(String who) {
    var visitor = new Visitor(app.url());
    assertThat(visitor.signInAs(who).status()).isEqualTo(200);
    return visitor;
  }
}
