package org.linkroom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// Takes the README's pictures of a link-up of two drawn classes, where that is asked for:
/// `-Dpictures=server/pictures` renews those that the README shows.
@BrowserTest
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class PicturesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pictures", Path.of("target", "pictures").toString()));
  private static final int MOST_BYTES = 200_000;

  @TempDir Path films;

  @Test
  void aLinkUpInPictures() throws IOException {
    Files.createDirectories(FOLDER);
    var hilltop = new Classroom(4, "#fbeccb", "#7b1f5b");
    var riverside = new Classroom(11, "#dcecf6", "#146fa8");
    try (var app = TestApp.start();
        var hers = Chromium.withCamera(film(hilltop, "hilltop"));
        var his = Chromium.withCamera(film(riverside, "riverside"))) {
      take(app, hers, his);
    }
    try (var all = Files.list(FOLDER)) {
      assertThat(all.filter(file -> file.toString().endsWith(".jpg")))
          .hasSizeGreaterThanOrEqualTo(6)
          .allMatch(file -> file.toFile().length() < MOST_BYTES);
    }
  }

  private static void take(TestApp app, Browser hers, Browser his) {
    var khan = Teacher.at(app, "Miss Khan", device(hers, 1280, 800)).signsInByOnePress();
    var okafor = Teacher.at(app, "Mr Okafor", device(his, 1280, 720)).signsInByOnePress();
    picture(khan.page(), "home");
    String session = khan.plansALinkUpForNow();
    khan.page().navigate(app.url(session + "/go-in"));
    picture(khan.page(), "go-in");
    var board = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    var own = khan.goesInWithHerOwnScreen(session).shows("lobby");
    var hilltopBoard = board(app, device(hers, 1280, 720), own);
    own.saysReady();
    hilltopBoard
        .page()
        .waitForFunction(
            "() => document.querySelector('.selftest video').videoWidth > 0"
                + " && document.querySelector('.lobby .light[data-on]')");
    picture(hilltopBoard.page(), "board-lobby");
    board.saysReadyOnTheBoard();
    board.page().keyboard().press("Escape");
    hilltopBoard.shows("stage").seesAndHearsTheOtherClass();
    own.seesTheOtherClass();
    hilltopBoard.seesAPicture();
    picture(hilltopBoard.page(), "board");
    picture(own.page(), "adult");
    own.endsForBoth();
    khan.page().navigate(app.url(session + "/our-link-up"));
    picture(khan.page(), "our-link-up");
  }

  /// The class's board, which comes in by the code and carries camera and microphone.
  private static LivePage board(TestApp app, BrowserContext browser, LivePage own) {
    var device = browser.newPage();
    device.navigate(app.url("/join"));
    device.locator("input[name=code]").fill(own.code());
    device.locator("form[action='/join'] button").click();
    var board = new LivePage(device).shows("waiting");
    own.letsIn(true);
    return board.shows("lobby").joinsWithSound();
  }

  private static BrowserContext device(Browser browser, int width, int height) {
    var context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    return LivePage.handsOn(context);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(FOLDER.resolve(name + ".jpg"))
            .setType(ScreenshotType.JPEG)
            .setQuality(78));
  }

  /// A film for a fake camera: JPEG pictures one after the other.
  private Path film(Classroom classroom, String name) throws IOException {
    var film = new ByteArrayOutputStream();
    try (var context =
        Chromium.context(new Browser.NewContextOptions().setViewportSize(640, 360))) {
      var page = context.newPage();
      for (int frame = 0; frame < Classroom.FRAMES; frame++) {
        page.setContent("<style>body{margin:0}</style>" + classroom.svg(frame));
        film.write(
            page.screenshot(
                new Page.ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(90)));
      }
    }
    return Files.write(films.resolve(name + ".mjpeg"), film.toByteArray());
  }
}
