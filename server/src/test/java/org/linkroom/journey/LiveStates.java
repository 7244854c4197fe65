package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.linkroom.testing.TestApp;

/// The states of one link-up, in the order in which they come. One class has one laptop and her
/// teacher's own page beside it; the other has its teacher's own page and a board that she let in.
final class LiveStates {
  private final EveryPage.Look look;
  private final Teacher khan;
  private final Teacher okafor;
  private final String session;
  private final TestApp app;
  private LivePage board;
  private LivePage own;
  private LivePage his;
  private LivePage hisBoard;
  private LivePage tablet;

  LiveStates(TestApp app, EveryPage.Look look, Teacher khan, Teacher okafor, String session) {
    this.app = app;
    this.look = look;
    this.khan = khan;
    this.okafor = okafor;
    this.session = session;
  }

  private void board(String where) {
    look.at("board, " + where, board.page(), true);
  }

  private void adult(String where) {
    look.at("adult, " + where, own.page(), false);
  }

  void lobby() {
    board = khan.goesInWithTheClassesScreen(session).shows("lobby");
    board("first look");
    board.joinsWithSound();
    board("lobby");
    own = ownPage(khan);
    adult("lobby");
    his = okafor.goesInWithHerOwnScreen(session);
    hisBoard = okafor.bringsADevice("board", his.code()).shows("waiting");
    assertThat(his.find(".asks li")).hasCount(1);
    look.at("adult, a board asks", his.page(), false);
    his.letsIn(true);
    hisBoard.shows("lobby").joinsWithSound();
    his.saysReady();
    board("lobby, the partner is ready");
    board.opensTheBar();
    board("lobby, bar");
    board.find(".bar button.ready").click();
    board("are we ready?");
    board.find("dialog.ready button.yes").click();
  }

  private LivePage ownPage(Teacher teacher) {
    Page page = teacher.page().context().newPage();
    page.navigate(app.url(session + "/go-in"));
    page.locator("button[name=screen][value=me]").click();
    return new LivePage(page).shows("lobby");
  }

  void live() {
    board.shows("stage").seesTheOtherClass();
    board("live, bar");
    board.find(".bar .unfold").click();
    board("live, camera and sound");
    board.page().keyboard().press("Escape");
    board("live");
    hisBoard.shows("stage");
    look.at("board, let in and live", hisBoard.page(), true);
    own.find(".notes input").fill("The hamster is in the blue box.");
    own.find(".notes form button").click();
    assertThat(own.find(".notes li")).hasCount(1);
    adult("live");
    tablet = khan.bringsADevice("tablet", own.code()).shows("waiting");
    look.at("tablet, waiting", tablet.page(), true);
    assertThat(own.find(".asks li")).hasCount(1);
    adult("a tablet asks");
    board.opensTheBar();
    board("a tablet asks, bar");
    own.letsIn(false);
    tablet.shows("holding");
    look.at("tablet, in", tablet.page(), true);
  }

  /// Each activity of an enquiry, and its quiet, as boards, adults and tablets see it.
  void lesson() {
    var seen = new HashSet<String>();
    var next = own.find(".leading .next");
    for (String what = "";
        !seen.contains("vote");
        what = own.find(".act").getAttribute("data-do")) {
      if (seen.add(what)) {
        board("in a lesson: " + what);
        adult("in a lesson: " + what);
      }
      String then = next.textContent().replaceFirst("^[^:]*: ", "");
      next.click();
      assertThat(board.find(".lesson .title")).hasText(then);
      assertThat(board.find(".lesson .clock")).not().hasText(Pattern.compile(":00$"));
    }
    look.at("tablet, in a lesson", tablet.page(), true);
    own.find(".leading .down").click();
    assertThat(board.find(".lesson")).isHidden();
    adult("the plan is put down");
  }

  void covered() {
    own.find(".controls .cover").click();
    board.shows("covered");
    board("covered");
    adult("covered");
    hisBoard.shows("covered");
    look.at("board, covered by the partner", hisBoard.page(), true);
    own.find(".controls .cover").click();
    board.shows("stage");
  }

  /// The partner's adult is gone while the partner's camera is still here.
  void questioned() {
    his.page().close();
    assertThat(own.find(".question"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    adult("asked whether the partner's adult is seen");
    if (board.find("section.bar").isHidden()) {
      board.opensTheBar();
    }
    board("asked whether the partner's adult is seen, bar");
    own.find(".question .no").click();
    board.shows("holding");
    board("holding");
    adult("the door is shut for want of a key");
  }

  void ended() {
    own.find(".live button.end").click();
    adult("end for both?");
    own.find("dialog.sure button.yes").click();
    own.shows("ended");
    adult("ended");
    board.shows("ended");
    board("ended");
    own.page().reload();
    adult("over");
  }
}
