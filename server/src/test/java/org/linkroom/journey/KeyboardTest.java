package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// A teacher who uses no mouse: from her first page to the goodbye by Tab, Enter, Space and Escape.
/// Wherever the focus goes it can be seen, and where something closes it goes back.
@BrowserTest
class KeyboardTest {
  private static final int FAR = 60;

  private static final String FOCUS_IS_SEEN =
      """
      () => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      }""";

  @AfterEach
  void closeAllBrowsers() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
  }

  @Test
  void aTeacherGoesInAndSaysReadyAndCoversAndEndsByKeyboard() {
    try (var app = TestApp.start()) {
      var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
      var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
      String session = khan.plansALinkUpForNow();
      var his = okafor.goesInWithTheClassesScreen(session).joinsWithSound().saysReadyOnTheBoard();
      var page = khan.page();
      page.navigate(app.url(session));
      goesIn(page);
      saysReady(page);
      var hers = new LivePage(page).shows("stage");
      his.shows("stage");
      covers(hers, his);
      ends(hers);
    }
  }

  private static void goesIn(Page page) {
    tabTo(page, "a[href$='/go-in']");
    page.keyboard().press("Enter");
    page.waitForURL("**/go-in");
    tabTo(page, "button[name=screen][value=class]");
    page.keyboard().press("Enter");
    page.waitForURL("**/room/**");
    assertThat(page.locator(".join-sound button")).isVisible();
    tabTo(page, ".join-sound button");
    page.keyboard().press("Enter");
    assertThat(page.locator(".lobby")).isVisible();
  }

  private static void saysReady(Page page) {
    holds(page, "Enter");
    // The key that was held down still repeats: it must press nothing of what it has opened.
    assertThat(page.locator("dialog[open]")).hasCount(0);
    tabTo(page, ".bar button.ready");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog.ready")).isVisible();
    focusIs(page, "dialog.ready button.yes");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog.ready")).isHidden();
    focusIs(page, ".bar button.ready");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog.ready")).isHidden();
    page.keyboard().press("Escape");
    assertThat(page.locator("section.bar")).isHidden();
    focusIs(page, "button.hold");
  }

  private static void covers(LivePage hers, LivePage his) {
    var page = hers.page();
    page.keyboard().press("b");
    hers.shows("covered");
    his.shows("covered");
    holds(page, " ");
    tabTo(page, ".bar button.cover");
    page.keyboard().press(" ");
    hers.shows("stage");
  }

  private static void ends(LivePage hers) {
    var page = hers.page();
    tabTo(page, ".bar button.end");
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog.sure")).isVisible();
    page.keyboard().press("Escape");
    focusIs(page, ".bar button.end");
    page.keyboard().press("Enter");
    tabTo(page, "dialog.sure button.yes");
    page.keyboard().press("Enter");
    hers.shows("ended");
    tabTo(page, ".ended a.our-link-up");
    page.keyboard().press("Enter");
    assertThat(page.locator(".wall h1")).isVisible();
  }

  /// Hold a key on the teacher's button until the bar is there, with the repeats of a real
  /// keyboard.
  private static void holds(Page page, String key) {
    tabTo(page, "button.hold");
    page.keyboard().down(key);
    var bar = page.locator("section.bar");
    page.waitForCondition(
        () -> {
          page.keyboard().down(key);
          return bar.isVisible();
        });
    page.keyboard().down(key);
    page.keyboard().up(key);
    assertThat(bar).isVisible();
  }

  /// Press Tab until the focus is there; it is visible at every step of the way.
  private static void tabTo(Page page, String wanted) {
    for (int i = 0; i < FAR; i++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("() => document.activeElement !== document.body")) {
        assertThat(page.evaluate(FOCUS_IS_SEEN))
            .as(() -> "focus on " + page.evaluate("() => document.activeElement.outerHTML"))
            .isEqualTo(true);
      }
      if (focused(page, wanted)) {
        return;
      }
    }
    throw new AssertionError("Tab never came to " + wanted);
  }

  private static boolean focused(Page page, String wanted) {
    return (boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", wanted);
  }

  private static void focusIs(Page page, String wanted) {
    page.waitForFunction("wanted => document.activeElement.matches(wanted)", wanted);
  }
}
