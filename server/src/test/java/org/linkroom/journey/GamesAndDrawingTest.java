package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;

/// What both classes do at once, without a word: a beat, one sheet that both draw on, a game.
@BrowserTest
class GamesAndDrawingTest extends InALesson {
  private static final String LINES = ".drawing .sheet polyline[data-key]";

  @Test
  void bothClassesWaveByOneBeatDrawOnOneSheetAndPlay() {
    meet(40, this::prepares);
    begun("Hello", 1);
    theyWaveByOneBeat();
    next(hers, "We draw it", 5);
    whatOneDrawsTheOtherSees();
    eachTakesAwayOnlyWhatIsItsOwn();
    next(his, "Stand up if…", 5);
    thePromptsGoOn();
  }

  /// A quick hello without its talk, in which they draw and play.
  private void prepares() {
    khan.choosesAPlan(session, "quick-hello");
    khan.addsAStep(session, "goodbye/draw");
    khan.addsAStep(session, "link-up-40/game");
    for (String dropped : new String[] {"weather", "question"}) {
      khan.page().locator("input[name=keep-" + dropped + "]").uncheck();
    }
    khan.keepsThePlan();
  }

  private void theyWaveByOneBeat() {
    presses(hers, "Count us in");
    // It is counted down before, so that it has come to both.
    var soon = new LocatorAssertions.HasAttributeOptions().setTimeout(10_000);
    assertThat(his.find(".beat")).hasAttribute("data-on", "", soon);
    assertThat(hers.find(".beat")).hasAttribute("data-on", "", soon);
    presses(his, "Stop");
    assertThat(hers.find(".beat")).isHidden();
    assertThat(his.find(".beat")).isHidden();
  }

  private void whatOneDrawsTheOtherSees() {
    drags(hers, 0.2, 0.8, 0.3, 0.3, 0.4, 0.8);
    assertThat(his.find(LINES)).hasCount(1);
    assertThat(his.find(LINES)).hasAttribute("data-shape", "sun");
    assertThat(his.find(LINES).getAttribute("points"))
        .isEqualTo(hers.find(LINES).getAttribute("points"))
        .matches("\\d+,\\d+( \\d+,\\d+)+");
    presses(his, "Add a heart");
    assertThat(hers.find(LINES)).hasCount(2);
    assertThat(hers.find(LINES).last()).hasAttribute("data-shape", "wave");
    picture(hers, "Drawing");
  }

  private void eachTakesAwayOnlyWhatIsItsOwn() {
    presses(hers, "Take our last line away");
    assertThat(his.find(LINES)).hasCount(1);
    assertThat(his.find(LINES)).hasAttribute("data-shape", "wave");
    assertThat(hers.find(".drawing .undo")).isDisabled();
    presses(hers, "Add a star");
    assertThat(his.find(LINES)).hasCount(2);
    presses(his, "Clear what our class drew");
    assertThat(hers.find(LINES)).hasCount(1);
    assertThat(hers.find(LINES)).hasAttribute("data-shape", "sun");
  }

  private void thePromptsGoOn() {
    String first = hers.find(".game .card-text").innerText();
    assertThat(his.find(".game .card-text")).hasText(first);
    hers.find(".game .turn").last().click();
    assertThat(his.find(".game .card-text")).not().hasText(first);
    assertThat(his.find(".game .start")).isHidden();
    picture(his, "Game");
  }

  /// Hold the mouse down along these points, which are parts of the sheet's width and height.
  private static void drags(LivePage who, double... points) {
    var sheet = who.find(".drawing .sheet");
    sheet.scrollIntoViewIfNeeded();
    var box = sheet.boundingBox();
    var mouse = who.page().mouse();
    for (int i = 0; i < points.length; i += 2) {
      mouse.move(box.x + points[i] * box.width, box.y + points[i + 1] * box.height);
      if (i == 0) {
        mouse.down();
      }
    }
    mouse.up();
  }

  private static void presses(LivePage who, String name) {
    who.page().getByRole(AriaRole.BUTTON, named(name)).click();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
