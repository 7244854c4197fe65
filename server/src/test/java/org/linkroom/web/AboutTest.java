package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Words;
import org.linkroom.safety.Retention;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// The pages on privacy and accessibility say what is so.
class AboutTest {
  private static TestApp app;

  @BeforeAll
  static void start() {
    app = TestApp.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void whatIsErasedStandsOnThePageWithItsTime() {
    var page = new Visitor(app.url()).get("/privacy").page();
    var rows = page.select("tbody tr");
    assertThat(rows).hasSameSizeAs(Retention.RULES);
    var words = new Words();
    for (int i = 0; i < rows.size(); i++) {
      var rule = Retention.RULES.get(i);
      assertThat(rows.get(i).select("th").text())
          .isEqualTo(words.say(FrontHandler.key(rule.what())));
      if (rule.kept().isZero()) {
        assertThat(words.has(FrontHandler.key(rule.what()) + ".time")).as(rule.what()).isTrue();
      }
      if (rule.kept().equals(Duration.ofDays(30))) {
        assertThat(rows.get(i).select("td").text()).isEqualTo("30 days");
      }
    }
    assertThat(page.select("tr:contains(That there was a concern) td").text()).isEqualTo("6 years");
  }

  /// Whoever adds a cookie says so on the page, and here.
  @Test
  void everyCookieIsSpokenOf() {
    var visitor = new Visitor(app.url());
    visitor.get("/sign-in?to=/home");
    visitor.signInAs("Miss Khan");
    assertThat(visitor.cookieNames())
        .allMatch(name -> name.matches("browser|linkroom|to|screen|board|(seat|pass)-.*"));
    assertThat(visitor.get("/privacy").says())
        .contains("protects forms", "keeps you signed in", "where you were going")
        .contains("who can see this screen", "enrolled board", "two for each device");
    var listed = visitor.get("/cookies").page().select("tbody code").eachText();
    assertThat(listed)
        .containsExactlyInAnyOrder("browser", "linkroom", "to", "screen", "board", "seat", "pass");
  }

  @Test
  void theyAreWholePagesWithHeadings() {
    for (String path : new String[] {"/privacy", "/accessibility", "/assessment"}) {
      var page = new Visitor(app.url()).get(path).page();
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("h2")).hasSizeGreaterThan(3);
      assertThat(page.select("main p")).hasSizeGreaterThan(8);
    }
  }
}
