package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// Two classes at their boards go through a plan together, and a lesson's minutes pass at once.
abstract class InALesson {
  final TestApp app = TestApp.start();
  final LessonTime time = LessonTime.begin(app);
  Teacher khan;
  String session;
  LivePage hers;
  LivePage his;

  @AfterEach
  void close() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
    app.close();
  }

  void meet(String plan, int minutes) {
    meet(minutes, () -> khan.choosesAPlan(session, plan));
  }

  /// @param prepares what she does about the plan before they go in
  void meet(int minutes, Runnable prepares) {
    khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    session = khan.plansALinkUpForNow(minutes);
    prepares.run();
    hers = khan.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    hers.saysReadyOnTheBoard();
    his.saysReadyOnTheBoard();
    meet();
  }

  void meet() {
    hers.shows("stage");
    his.shows("stage");
    time.of(hers, his);
  }

  /// The screen that only she sees, beside the board.
  LivePage herOwnScreen() {
    var page = khan.page().context().newPage();
    page.navigate(app.url(session + "/go-in"));
    page.locator("button[name=screen][value=me]").click();
    return new LivePage(page).shows("stage");
  }

  /// Whoever came in with a plan has agreed to it: it has begun by itself.
  void begun(String title, int minutes) {
    assertThat(hers.find(".lesson .title")).hasText(title);
    assertThat(his.find(".lesson .title")).hasText(title);
    time.begins(minutes);
  }

  /// One of them presses the one big button, and both boards show this.
  void next(LivePage who, String title, int minutes) {
    if (who.find("section.bar").isHidden()) {
      who.opensTheBar();
    }
    var press = who.find(".bar .leading .next");
    assertThat(press).containsText(title);
    press.click();
    assertThat(hers.find(".lesson .title")).hasText(title);
    assertThat(his.find(".lesson .title")).hasText(title);
    time.begins(minutes);
    picture(title);
  }

  /// Both boards tell the classes how much time they have together.
  void bothSay(String words) {
    assertThat(hers.find("p.sign")).containsText(words);
    assertThat(his.find("p.sign")).containsText(words);
  }

  void picture(String title) {
    picture(hers, title);
  }

  static void picture(LivePage who, String title) {
    who.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        "target", "pictures", "lesson", title.replaceAll("\\W+", "-") + ".png")));
  }

  static void press(LivePage who, String what, int times) {
    for (int i = 0; i < times; i++) {
      who.find(".act " + what).click();
    }
  }

  static void count(LivePage who, String word, int times) {
    var more =
        who.page()
            .getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("One more: " + word).setExact(true));
    for (int i = 0; i < times; i++) {
      more.click();
    }
  }

  static void writes(LivePage who, String label, String text) {
    var form =
        who.page()
            .locator(".act form.writing", new Page.LocatorOptions().setHasText(label))
            .first();
    form.locator("input").fill(text);
    form.locator("button.primary").click();
  }
}
