package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotType;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linkroom.records.Records;
import org.linkroom.report.Recording;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestApp;

/// Walks the tour of server/TOUR.md to the letter: what it tells somebody to press is there, under
/// that very word, and leads to where it says. Its pictures land in target/pictures/tour;
/// `-Dpictures=server/pictures` renews those that the tour shows.
@BrowserTest
class TourTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("pictures", Path.of("target", "pictures").toString()), "tour");
  private static final int MOST_BYTES = 120_000;
  private static final int MOST_CLICKS = 3;

  private static final Map<String, Page> people = new HashMap<>();
  private static TestApp app;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(PICTURES);
    app = TestApp.start();
    lastWeekIsOnRecord();
  }

  /// As it is by itself soon after a start; nobody waits for it here.
  private static void lastWeekIsOnRecord() {
    var vertx = Vertx.vertx();
    var records = Records.open(vertx, app.settings().database().url(), 1);
    Soon.get(new Recording(records, app.clock()).run());
    Soon.get(records.close());
    Soon.get(vertx.close());
  }

  @AfterAll
  static void stop() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
    app.close();
  }

  static List<Tour.Task> tasks() throws IOException {
    return Tour.tasks();
  }

  @Test
  void thereAreTenTasksForEverybodyInAtMostThreeClicksEach() throws IOException {
    assertThat(tasks()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(tasks()).allMatch(task -> task.clicks().size() <= MOST_CLICKS);
    assertThat(tasks()).extracting(Tour.Task::picture).doesNotHaveDuplicates();
    assertThat(tasks())
        .extracting(Tour.Task::who)
        .contains("Miss Khan", "Ruth Lindley", "Mrs Holroyd", "Mr Patel", "Mrs Whitfield");
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void whoPressesWhatTheTourSaysFindsWhatItSays(Tour.Task task) throws IOException {
    var page = people.computeIfAbsent(task.who(), TourTest::signedIn);
    page.navigate(app.url("/home"));
    for (var click : task.clicks()) {
      toPress(page, click).click();
    }
    assertThat(page).not().hasURL(app.url("/home"));
    assertThat(heading(page, task.heading())).isVisible();
    assertThat(page.locator("main")).containsText(task.says());
    picture(page, task.picture());
  }

  private static Page signedIn(String who) {
    var window = new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB");
    var device = LivePage.handsOn(Chromium.context(window));
    return Teacher.at(app, who, device).signsInByOnePress().page();
  }

  /// The one link or button of this very name. If there were two, nobody could tell which is meant.
  private static Locator toPress(Page page, Tour.Click click) {
    var link = new Page.GetByRoleOptions().setName(click.name()).setExact(true);
    return page.getByRole(AriaRole.LINK, link).or(page.getByRole(AriaRole.BUTTON, link));
  }

  private static Locator heading(Page page, String text) {
    var options = new Page.GetByRoleOptions().setLevel(1);
    if (text.endsWith("…")) {
      options.setName(text.substring(0, text.length() - 1));
    } else {
      options.setName(text).setExact(true);
    }
    return page.getByRole(AriaRole.HEADING, options);
  }

  private static void picture(Page page, String name) throws IOException {
    var file = PICTURES.resolve(name + ".jpg");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(file).setType(ScreenshotType.JPEG).setQuality(72));
    assertThat(Files.size(file)).isLessThan(MOST_BYTES);
  }
}
