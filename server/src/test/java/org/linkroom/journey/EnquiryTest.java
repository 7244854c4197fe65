package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;

/// Both classes go through an enquiry of sixty minutes, which nobody ends.
@BrowserTest
class EnquiryTest extends InALesson {
  @Test
  void anEnquirysQuestionIsAskedVotedForAndChosenInItsSixtyMinutes() {
    meet("enquiry-60", 60);
    begun("Getting ready", 5);
    time.isUp();
    next(hers, "Something to think about", 5);
    time.isUp();
    next(his, "Thinking time", 2);
    assertThat(hers.find(".think .quiet")).hasText("All microphones are off. Just think.");
    time.isUp();
    next(hers, "Making questions", 10);
    writes(hers, "Our question", "What makes a friend?");
    writes(his, "Our question", "Was Rosa Parks brave?");
    his.find(".name-asked button").click();
    assertThat(hers.find(".questions .all li")).hasCount(2);
    picture("Questions asked");
    time.isUp();
    next(his, "Hearing the questions", 6);
    hearsThemForLonger();
    next(hers, "Choosing a question", 4);
    votesByATablet("Was Rosa Parks brave?");
    assertThat(his.find(".vote .state")).containsText("Still voting: 4K");
    assertThat(his.find(".vote .result").first()).isEmpty();
    votes(his, 4, 1, 4);
    assertThat(hers.find(".vote .state")).hasText("Chosen: Was Rosa Parks brave?");
    picture("Chosen");
    time.isUp();
    thinksItThrough();
    runsOutOfTime();
  }

  /// A minute more, and a stand of two, of which the step loses nothing.
  private void hearsThemForLonger() {
    his.find(".act button.pass").click();
    assertThat(hers.find(".act .next-speaks")).containsText("Next: 4");
    time.isUp();
    time.isAMinuteMore(his);
    time.standsStill(his, Duration.ofMinutes(2));
    time.isUp();
  }

  /// The talk about it, by two circles, and what it has changed.
  private void thinksItThrough() {
    next(hers, "First thoughts", 5);
    hers.find(".act form.writing input").first().fill("A friend can be brave.");
    hers.find(".act form.writing button.primary").first().click();
    assertThat(his.find(".act")).containsText("A friend can be brave.");
    time.isUp();
    next(his, "Thinking together", 15);
    assertThat(his.find(".act .circle")).containsText("The inner circle speaks.");
    hers.find(".act button.swap").click();
    assertThat(his.find(".act .circle")).containsText("We have swapped.");
    picture(his, "Swapped");
    time.isLeft(3);
    next(hers, "Last thoughts", 5);
    assertThat(his.find(".act")).containsText("A friend can be brave.");
    time.isUp();
    next(his, "Looking back", 3);
    count(his, "We cared", 3);
    assertThat(hers.find(".jar").last()).containsText("We cared: 3");
    time.isUp();
  }

  /// Nobody ends it: both boards say until when they may say goodbye, and then it is over.
  private void runsOutOfTime() {
    time.passesUntil(Duration.ofMinutes(60));
    bothSay("Time to say goodbye. You have until");
    time.passesUntil(Duration.ofMinutes(69));
    hers.seesAndHearsTheOtherClass();
    time.passesUntil(Duration.ofMinutes(70));
    for (LivePage board : List.of(hers, his)) {
      board.shows("ended");
      assertThat(board.find(".ended h1, .ended h2").first()).hasText("Goodbye!");
      board.sendsNothing();
    }
    picture("Out of time");
  }

  /// Her class's one tablet has one voice, however often it is pressed.
  private void votesByATablet(String question) {
    var own = herOwnScreen();
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
    own.page().close();
  }

  private static void votes(LivePage who, int voters, int first, int second) {
    press(who, ".voters .more", voters);
    press(who, ".choices li:nth-child(1) .more", first);
    press(who, ".choices li:nth-child(2) .more", second);
    who.find(".act button.send").click();
    assertThat(who.find(".act button.send, .vote .state")).not().hasCount(0);
  }
}
