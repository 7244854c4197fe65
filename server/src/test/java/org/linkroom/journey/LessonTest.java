package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Chromium;
import org.linkroom.testing.TestApp;

/// A teacher chooses a plan, and both classes go through it together: each board shows the same,
/// whoever presses Next.
@BrowserTest
class LessonTest {
  private final TestApp app = TestApp.start();
  private Teacher khan;
  private String session;
  private LivePage hers;
  private LivePage his;

  @AfterEach
  void close() {
    Chromium.browser().contexts().forEach(BrowserContext::close);
    app.close();
  }

  /// From her first page to a running lesson: five presses, and no plan to choose, for a link-up is
  /// given the one that fits.
  private LivePage fivePresses(Teacher who) {
    var page = who.page();
    page.navigate(app.url("/home"));
    page.getByText("Go in", new Page.GetByTextOptions().setExact(true)).first().click();
    picture(new LivePage(page), "1 go in");
    page.locator("button[name=screen][value=class]").click();
    picture(new LivePage(page), "2 the class");
    var board = new LivePage(page).shows("lobby").joinsWithSound();
    picture(board, "3 join with sound");
    board.find(".lobby button.ready").click();
    picture(board, "4 our class is ready");
    board.find("dialog.ready button.yes").click();
    return board;
  }

  private void meetByFivePresses() {
    khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    session = khan.plansALessonForNow();
    var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    his.saysReadyOnTheBoard();
    hers = fivePresses(khan);
    hers.shows("stage");
    his.shows("stage");
  }

  private void meet(String plan) {
    khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    session = khan.plansALinkUpForNow();
    khan.choosesAPlan(session, plan);
    hers = khan.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    his = okafor.goesInWithTheClassesScreen(session).shows("lobby").joinsWithSound();
    hers.saysReadyOnTheBoard();
    his.saysReadyOnTheBoard();
    hers.shows("stage");
    his.shows("stage");
  }

  /// Whoever came in with a plan has agreed to it: it has begun by itself.
  private void begun(String title) {
    assertThat(hers.find(".lesson .title")).hasText(title);
    assertThat(his.find(".lesson .title")).hasText(title);
    assertThat(hers.find(".lesson .clock")).not().hasText(Pattern.compile(":00$"));
  }

  /// One of them presses the one big button, and both boards show this.
  private void next(LivePage who, String title) {
    if (who.find("section.bar").isHidden()) {
      who.opensTheBar();
    }
    var press = who.find(".bar .leading .next");
    assertThat(press).containsText(title);
    press.click();
    assertThat(hers.find(".lesson .title")).hasText(title);
    assertThat(his.find(".lesson .title")).hasText(title);
    // A step right after another is none: a key that sticks runs through no lesson.
    assertThat(hers.find(".lesson .clock")).not().hasText(Pattern.compile(":00$"));
    picture(title);
  }

  private void picture(String title) {
    picture(hers, title);
  }

  private static void picture(LivePage who, String title) {
    who.page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        "target", "pictures", "lesson", title.replaceAll("\\W+", "-") + ".png")));
  }

  @Test
  void bothClassesGoThroughALinkUpTogether() {
    meetByFivePresses();
    begun("Hello");
    picture(hers, "5 a running lesson");
    assertThat(his.find(".act .card-text")).hasText("We listen when somebody speaks.");
    hers.find(".act .turn.primary").click();
    assertThat(his.find(".act .card-text")).hasText("We may pass. Nobody has to speak.");
    next(his, "How are we today?");
    count(hers, "Sunny", 4);
    count(hers, "Rainy", 1);
    assertThat(his.find(".jar").first()).containsText("Sunny: 4");
    assertThat(his.find(".jar").first()).containsText("Rainy: a few");
    assertThat(hers.find(".jar").first()).containsText("Rainy: 1");
    picture("How are we counted");
    next(hers, "Stand up if…");
    next(his, "Show and share");
    assertThat(his.find(".stage .pane[data-large]")).hasCount(1);
    next(hers, "Our questions");
    writes(hers, "Our question", "What do you play at break?");
    assertThat(his.find(".questions .all li")).hasCount(1);
    assertThat(his.find(".act .asks")).containsText("asks now");
    hers.find(".questions button.air").click();
    assertThat(his.find(".act .aired")).hasText("What do you play at break?");
    next(his, "The same and different");
    writes(hers, "The same", "We both like rain");
    assertThat(his.find(".gathered .same")).containsText("We both like rain");
    next(hers, "Goodbye");
    his.endsForBothOnTheBoard();
    hers.shows("ended");
  }

  @Test
  void anEnquirysQuestionIsAskedVotedForAndChosen() {
    meet("enquiry-60");
    begun("Getting ready");
    next(hers, "Something to think about");
    next(his, "Thinking time");
    assertThat(hers.find(".think .quiet")).hasText("All microphones are off. Just think.");
    next(hers, "Making questions");
    writes(hers, "Our question", "What makes a friend?");
    writes(his, "Our question", "Was Rosa Parks brave?");
    his.find(".name-asked button").click();
    assertThat(hers.find(".questions .all li")).hasCount(2);
    picture("Questions asked");
    next(his, "Hearing the questions");
    his.find(".act button.pass").click();
    assertThat(hers.find(".act .next-speaks")).containsText("Next: 4");
    next(hers, "Choosing a question");
    votesByATablet("Was Rosa Parks brave?");
    assertThat(his.find(".vote .state")).containsText("Still voting: 4K");
    assertThat(his.find(".vote .result").first()).isEmpty();
    votes(his, 4, 1, 4);
    assertThat(hers.find(".vote .state")).hasText("Chosen: Was Rosa Parks brave?");
    picture("Chosen");
    thinksItThrough();
  }

  /// The talk about it, by two circles, and what it has changed.
  private void thinksItThrough() {
    next(hers, "First thoughts");
    hers.find(".act form.writing input").first().fill("A friend can be brave.");
    hers.find(".act form.writing button.primary").first().click();
    assertThat(his.find(".act")).containsText("A friend can be brave.");
    next(his, "Thinking together");
    assertThat(his.find(".act .circle")).containsText("The inner circle speaks.");
    hers.find(".act button.swap").click();
    assertThat(his.find(".act .circle")).containsText("We have swapped.");
    picture(his, "Swapped");
    next(hers, "Last thoughts");
    assertThat(his.find(".act")).containsText("A friend can be brave.");
    next(his, "Looking back");
    count(his, "We cared", 3);
    assertThat(hers.find(".jar").last()).containsText("We cared: 3");
    his.endsForBothOnTheBoard();
    hers.shows("ended");
  }

  @Test
  void aFirstMeetingBeginsWithThePicturesOfBothClasses() {
    Teacher.at(app, "Miss Khan").signsInByOnePress().packsPictures(3);
    Teacher.at(app, "Mr Okafor").signsInByOnePress().packsPictures(2);
    meet("first-meeting");
    begun("Our pictures");
    assertThat(his.find(".wall .tile")).hasCount(5);
    loaded(his, ".wall img", 5);
    picture("Our pictures");
    his.page().setViewportSize(1920, 1080);
    picture(his, "Our pictures there");
    hers.find(".act .turning .begin").click();
    assertThat(his.find(".still figcaption").first()).hasText("Picture 1 of 4B");
    loaded(his, ".showing > .still img", 1);
    hers.find(".act .turning .on").click();
    assertThat(his.find(".act .turning .on")).isHidden();
    assertThat(his.find(".still figcaption").first()).hasText("Picture 2 of 4B");
    picture("One picture");
    picture(his, "One picture there");
    his.page().setViewportSize(390, 844);
    picture(his, "One picture narrow");
    his.page().setViewportSize(1280, 720);
    next(hers, "Who are they?");
    next(hers, "How we are together");
    signsLarge();
    picture("Somebody signs");
  }

  private void signsLarge() {
    hers.find(".signing summary").click();
    hers.find(".signing .pick").first().click();
    assertThat(his.find(".stage .pane[data-signer]")).hasCount(1);
    var signer = his.find(".stage .pane[data-signer] video").boundingBox();
    var screen = his.page().viewportSize();
    assertThat(signer.width * signer.height)
        .as("a sixth of the screen, as broadcasters hold to")
        .isGreaterThan(screen.width * screen.height / 6.0);
  }

  /// Each of these has come to this board, by its own pass.
  private static void loaded(LivePage who, String images, int many) {
    who.page()
        .waitForFunction(
            "([images, many]) => [...document.querySelectorAll(images)].filter(i => i.naturalWidth > 0).length === many",
            List.of(images, many));
  }

  /// Her class's one tablet has one voice, however often it is pressed.
  private void votesByATablet(String question) {
    Page page = khan.page().context().newPage();
    page.navigate(app.url(session + "/go-in"));
    page.locator("button[name=screen][value=me]").click();
    var own = new LivePage(page).shows("stage");
    var tablet = khan.bringsADevice("tablet", own.code());
    own.letsIn(false);
    own.find(".act button.tablets").click();
    var option = tablet.find(".ballot .option:has-text('" + question + "')");
    option.click();
    assertThat(own.find(".act .cast")).hasText("Tablets that have answered: 1 of 1");
    option.click();
    assertThat(own.find(".act .cast")).hasText("Tablets that have answered: 0 of 1");
    option.click();
    assertThat(tablet.find(".ballot .done")).hasText("We have it. You can still change it.");
    picture(tablet, "Tablet votes");
    assertThat(own.find(".act .cast")).hasText("Tablets that have answered: 1 of 1");
    picture(own, "Adult asks the tablets");
    own.find(".act button.close").click();
    assertThat(tablet.find(".ballot")).isHidden();
    page.close();
  }

  private static void votes(LivePage who, int voters, int first, int second) {
    press(who, ".voters .more", voters);
    press(who, ".choices li:nth-child(1) .more", first);
    press(who, ".choices li:nth-child(2) .more", second);
    who.find(".act button.send").click();
    assertThat(who.find(".act button.send, .vote .state")).not().hasCount(0);
  }

  private static void press(LivePage who, String what, int times) {
    for (int i = 0; i < times; i++) {
      who.find(".act " + what).click();
    }
  }

  private static void count(LivePage who, String word, int times) {
    var more =
        who.page()
            .getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("One more: " + word).setExact(true));
    for (int i = 0; i < times; i++) {
      more.click();
    }
  }

  private static void writes(LivePage who, String label, String text) {
    var form =
        who.page()
            .locator(".act form.writing", new Page.LocatorOptions().setHasText(label))
            .first();
    form.locator("input").fill(text);
    form.locator("button.primary").click();
  }
}
