package org.linkroom.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import org.linkroom.journey.LivePage;
import org.linkroom.journey.Meeting;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// From the second teacher's "Yes, we are ready" until the other class's picture stands on both
/// boards and is not black: the door's opening, its way through Redis, the grant, the signalling
/// and the first frame. Both boards run in one real Chromium on this machine.
final class ClickToPicture implements Row {
  private static final String WATCH =
      """
      () => {
        const canvas = document.createElement('canvas');
        canvas.width = 16; canvas.height = 9;
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        const look = () => {
          const video = document.querySelector('.stage figure.pane:not([data-own]) video, .panes figure.pane:not([data-own]) video');
          if (video && video.videoWidth && video.currentTime > 0) {
            pen.drawImage(video, 0, 0, 16, 9);
            const dots = pen.getImageData(0, 0, 16, 9).data;
            if (dots.some((value, i) => i % 4 !== 3 && value > 60)) {
              window.pictureAt = Date.now();
              return;
            }
          }
          requestAnimationFrame(look);
        };
        look();
      }""";

  private static final String CLICK =
      "() => { window.clickedAt = Date.now(); document.querySelector('dialog.ready button.yes').click(); }";

  @Override
  public String name() {
    return "picture";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal("from the second teacher's press to both classes' moving pictures", "s", 2, 2));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    ground.rest();
    Cores.ALL.take();
    var app = TestApp.start();
    return new Runs() {
      @Override
      public Reading run() {
        double seconds = once(Meeting.inTheLobby(app)) / 1_000.0;
        Chromium.browser().contexts().forEach(context -> context.close());
        return Reading.of(seconds, "on loopback, in one browser");
      }

      @Override
      public void close() {
        app.close();
        Cores.GENERATOR.take();
      }
    };
  }

  private static long once(Meeting meeting) {
    meeting.hers().saysReadyOnTheBoard();
    meeting.his().opensTheBar();
    Page his = meeting.his().page();
    his.locator(".bar button.ready").click();
    meeting.hers().page().evaluate(WATCH);
    his.evaluate(WATCH);
    his.evaluate(CLICK);
    long clicked = (long) number(his, "window.clickedAt");
    return (long) Math.max(seen(meeting.hers()), seen(meeting.his())) - clicked;
  }

  private static double seen(LivePage page) {
    page.page().waitForFunction("() => window.pictureAt");
    return number(page.page(), "window.pictureAt");
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }
}
