package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// What a class sees of the other while they meet: two pictures of the same size, whole, with their
/// names, whatever the screen and whether the adult's bar is open.
@BrowserTest
class StageTest {
  private static TestApp app;
  private static LivePage board;

  @BeforeAll
  static void meet() {
    app = TestApp.start();
    board = Meeting.live(app).hers();
  }

  @AfterAll
  static void part() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
    app.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1920, 1080, true", "1920, 1080, false", "1280, 800, true", "1280, 800, false",
    "820, 1180, true", "820, 1180, false", "390, 844, true", "390, 844, false",
    "640, 400, true", "640, 400, false"
  })
  void bothPicturesAreEqualAndWholeWithTheirNamesBesideTheBar(int width, int height, boolean bar) {
    var page = board.page();
    page.setViewportSize(width, height);
    open(bar);
    var pictures = boxes(page, ".stage .pane video");
    var names = boxes(page, ".stage .pane .label");
    assertThat(pictures).hasSize(2);
    assertThat(pictures.get(0).width).isEqualTo(pictures.get(1).width, within(1.0));
    assertThat(pictures.get(0).height).isEqualTo(pictures.get(1).height, within(1.0));
    assertThat(pictures.get(0).width / pictures.get(0).height).isEqualTo(16.0 / 9, within(0.02));
    double edge = boxes(page, ".base").getFirst().y;
    assertThat(pictures).allSatisfy(box -> assertThat(isWhole(box, width, edge)).isTrue());
    assertThat(names).hasSize(2).allSatisfy(box -> assertThat(isWhole(box, width, edge)).isTrue());
  }

  private static boolean isWhole(BoundingBox box, int width, double edge) {
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= edge;
  }

  private static List<BoundingBox> boxes(Page page, String selector) {
    return page.locator(selector).all().stream().map(one -> one.boundingBox()).toList();
  }

  private static void open(boolean wanted) {
    var bar = board.find("section.bar");
    if (wanted && bar.isHidden()) {
      board.opensTheBar();
    } else if (!wanted && bar.isVisible()) {
      board.find(".bar .shut").click();
      assertThat(bar).isHidden();
    }
  }

  @ParameterizedTest
  @CsvSource({"1920, 1080", "1280, 800"})
  void theBarIsOneRowOfAnEighthOfTheScreenAtMost(int width, int height) {
    board.page().setViewportSize(width, height);
    open(true);
    assertThat(board.find("section.bar").boundingBox().height).isLessThan(height / 8.0);
  }

  @Test
  void aNameCanBeReadFromTheBackOfTheRoom() {
    board.page().setViewportSize(1920, 1080);
    open(false);
    // Six metres from a board of 1.5 m width: a thirtieth of its height is a letter of 3 cm.
    for (var name : boxes(board.page(), ".stage .pane .label")) {
      assertThat(name.height).isGreaterThan(1080 / 20.0);
    }
  }

  @Test
  void nothingMovesForWhomMovementDisturbs() {
    var page = board.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    var moving =
        page.evaluate(
            """
            () => [...document.querySelectorAll('*')].filter((one) => {
              const style = getComputedStyle(one);
              return style.animationName !== 'none' || style.transitionDuration !== '0s';
            }).length""");
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
    assertThat(moving).isEqualTo(0);
  }
}
