package org.linkroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// Every page and every live state, as those who see little, hear nothing, use no mouse or zoom in
/// need it; walked once, on a laptop and on a phone.
@BrowserTest
class AxeTest {
  private static Inspection found;

  @BeforeAll
  static void walk() {
    try (var app = TestApp.start(EveryPage.SETTINGS)) {
      found = new Inspection(app.url());
      new EveryPage(app, found).walk();
    }
  }

  @AfterAll
  static void closeAllBrowsers() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
  }

  @Test
  void theWalkCameByEverything() {
    assertThat(found.stops()).isGreaterThan(70);
  }

  @Test
  void axeFindsNothing() {
    assertThat(found.axe()).isEmpty();
  }

  @Test
  void nobodyHasToScrollSidewaysOnASmallPhoneOrAt200PerCent() {
    assertThat(found.sideways()).isEmpty();
  }

  @Test
  void whatIsPressedIsLargeEnoughAndLargerOnBoards() {
    assertThat(found.small()).isEmpty();
  }

  @Test
  void noPageAsksAnotherHost() {
    assertThat(found.foreign()).isEmpty();
  }

  @Test
  void noPageComplains() {
    assertThat(found.complaints()).isEmpty();
  }

  @Test
  void noScreenOfChildrenHoldsWhatIsForAdults() {
    assertThat(found.told()).isEmpty();
  }
}
