package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;

/// A teacher chooses a plan, and both classes go through it together, minute by minute: each board
/// shows the same, whoever presses Next.
@BrowserTest
class LessonTest extends InALesson {
  private LivePage own;

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
    meet();
  }

  @Test
  void bothClassesGoThroughALinkUpTogetherInItsFortyMinutes() {
    meetByFivePresses();
    begun("Hello", 3);
    picture(hers, "5 a running lesson");
    assertThat(his.find(".act .card-text")).hasText("We listen when somebody speaks.");
    hers.find(".act .turn.primary").click();
    assertThat(his.find(".act .card-text")).hasText("We may pass. Nobody has to speak.");
    time.isUp();
    next(his, "How are we today?", 3);
    howAreWe();
    time.isUp();
    next(hers, "Stand up if…", 5);
    time.isUp();
    next(his, "Show and share", 8);
    assertThat(his.find(".stage .pane[data-large]")).hasCount(1);
    showsForTooLong();
    next(hers, "Our questions", 12);
    questions();
    time.isLeft(3);
    next(his, "The same and different", 5);
    assertThat(own.find(".leading .late")).isHidden();
    writes(hers, "The same", "We both like rain");
    assertThat(his.find(".gathered .same")).containsText("We both like rain");
    time.isUp();
    next(hers, "Goodbye", 4);
    comesToItsEnd();
  }

  private void howAreWe() {
    count(hers, "Sunny", 4);
    count(hers, "Rainy", 1);
    assertThat(his.find(".jar").first()).containsText("Sunny: 4");
    assertThat(his.find(".jar").first()).containsText("Rainy: a few");
    assertThat(hers.find(".jar").first()).containsText("Rainy: 1");
    picture("How are we counted");
  }

  /// By the plan it is over after nineteen minutes. Her own screen says what there is to be done;
  /// what is for children does not.
  private void showsForTooLong() {
    own = herOwnScreen();
    time.of(hers, his, own);
    assertThat(own.find(".leading .next")).hasText("Next: Our questions");
    assertThat(own.find(".leading .late")).isHidden();
    time.passesUntil(Duration.ofMinutes(21).plusSeconds(30));
    time.isOver(Pattern.compile("^\\+[23]:\\d\\d$"));
    assertThat(own.find(".leading .late"))
        .hasText(
            "The plan is 3 minutes longer than the time that is left."
                + " Make “Our questions” shorter: 9 minutes.");
    assertThat(own.find(".leading .late")).isVisible();
    assertThat(hers.page().locator("body")).not().containsText("longer than the time");
    picture("A step that runs over");
    picture(own, "What is to be shorter");
  }

  private void questions() {
    writes(hers, "Our question", "What do you play at break?");
    assertThat(his.find(".questions .all li")).hasCount(1);
    assertThat(his.find(".act .asks")).containsText("asks now");
    hers.find(".questions button.air").click();
    assertThat(his.find(".act .aired")).hasText("What do you play at break?");
  }

  /// Having followed the advice they say goodbye when the session was to end.
  private void comesToItsEnd() {
    bothSay("Five more minutes");
    time.passesUntil(Duration.ofMinutes(39).plusSeconds(20));
    bothSay("One more minute");
    time.passesUntil(Duration.ofMinutes(40));
    bothSay("Time to say goodbye. You have until");
    time.isUp();
    picture("Time to say goodbye");
    his.endsForBothOnTheBoard();
    hers.shows("ended");
  }

  @Test
  void aFirstMeetingBeginsWithThePicturesOfBothClasses() {
    Teacher.at(app, "Miss Khan").signsInByOnePress().packsPictures(3);
    Teacher.at(app, "Mr Okafor").signsInByOnePress().packsPictures(2);
    meet("first-meeting", 40);
    begun("Our pictures", 4);
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
    next(hers, "Who are they?", 3);
    next(hers, "How we are together", 3);
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
}
