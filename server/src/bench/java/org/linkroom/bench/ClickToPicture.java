package org.linkroom.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.linkroom.journey.LivePage;
import org.linkroom.journey.Meeting;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// From the second teacher's "Yes, we are ready" until the other class's picture stands on both
/// boards and is not black: the door's opening, its way through Redis, the grant, the signalling
/// and the first frame. Both boards run in one real Chromium on this machine.
final class ClickToPicture {
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

  private ClickToPicture() {}

  static List<Long> measure() {
    var runs = new ArrayList<Long>();
    try (var app = TestApp.start()) {
      for (int i = 0; i < Bench.RUNS; i++) {
        runs.add(once(Meeting.inTheLobby(app)));
        Chromium.browser().contexts().forEach(context -> context.close());
      }
    }
    return runs;
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
