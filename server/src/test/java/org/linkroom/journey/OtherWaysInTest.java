package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.TestApp;

/// The days that are not as planned: another adult, more devices, no class at all, a line that lets
/// no picture through.
@BrowserTest
class OtherWaysInTest extends InTheDemo {
  @Test
  void aCoverAdultIsTheKeyOfTheClassAndTheRecordNamesBoth() {
    var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    String session = khan.plansALinkUpForNow();
    String code = khan.namesACoverAdult(session, "Mr Ali");
    var ali = Teacher.coversWith(app, code).shows("lobby").joinsWithSound().saysReadyOnTheBoard();
    var his = okafor.goesInWithHerOwnScreen(session);
    assertThat(his.find(".last")).containsText("Mr Ali, for Miss Khan");
    his.find(".join-sound button").click();
    his.saysReady();
    ali.shows("stage");
    ali.endsForBothOnTheBoard();
    Assertions.assertThat(okafor.record(session)).contains("Mr Ali, for Miss Khan");
  }

  @Test
  void aTabletIsInButNeverHasTheOtherClassesPictureOrSound() {
    var meeting = Meeting.live(app);
    var own = meeting.khan.page().context().newPage();
    own.navigate(app.url(meeting.session + "/go-in"));
    own.locator("button[name=screen][value=me]").click();
    var hers = new LivePage(own);
    var tablet = meeting.khan.bringsADevice("tablet", hers.code()).shows("waiting");
    hers.letsIn(false);
    tablet.shows("holding");
    assertThat(tablet.find("section.holding h1").first()).hasText("You are in");
    assertThat(tablet.find("video[src], .stage video:visible")).hasCount(0);
    Assertions.assertThat(tablet.page().evaluate("() => window.connections.length")).isEqualTo(0);
    meeting.his.seesAndHearsTheOtherClass();
  }

  @Test
  void twoTeachersCallEachOtherWithoutAClass() {
    var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    var okafor = Teacher.at(app, "Mr Okafor").signsInByOnePress();
    var hers = khan.callsTheOtherTeacher().joinsWithSound().saysReady();
    var his = okafor.callsTheOtherTeacher().joinsWithSound().saysReady();
    hers.says("The door is open").seesAndHearsTheOtherClass();
    his.seesAndHearsTheOtherClass();
    his.endsForBoth();
    hers.shows("ended");
  }

  @Test
  void aBoardThatIsEnrolledForTheYearOpensTodaysLobbyAndHoldsNoKey() {
    var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    String session = khan.plansALinkUpForNow();
    var board = khan.enrolsABoard();
    board.locator("form[action='" + session.replace("/sessions/", "/today/") + "'] button").click();
    var live = new LivePage(board).shows("lobby");
    live.opensTheBar();
    assertThat(live.find(".bar button.ready")).isHidden();
    assertThat(live.find(".bar button.end")).isHidden();
    assertThat(live.find(".bar .note")).containsText("no adult signed in");
  }

  @Test
  void whenNoPictureGetsThroughTheAdultIsToldWhomToRing() {
    // Only the relay is allowed, and there is none: as behind a filter that lets nothing out.
    try (var filtered = TestApp.start(Map.of("LINKROOM_VIDEO_RELAY_ONLY", "true"))) {
      var khan = Teacher.at(filtered, "Miss Khan").signsInByOnePress();
      var okafor = Teacher.at(filtered, "Mr Okafor").signsInByOnePress();
      String session = khan.plansALinkUpForNow();
      var board = khan.goesInWithTheClassesScreen(session).joinsWithSound().saysReadyOnTheBoard();
      var his = okafor.goesInWithHerOwnScreen(session);
      his.saysReady();
      board.shows("stage");
      assertThat(his.find(".stuck")).isVisible(patiently());
      assertThat(his.find(".stuck"))
          .containsText("Pictures cannot get through. Ring Hilltop Primary");
      assertThat(his.find(".stuck .phone")).hasText("01632 960101");
      assertThat(board.find(".stuck .phone")).isHidden();
    }
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);
  }

  @Test
  void stillPicturesComeInPlaceOfMovingOnes() {
    var meeting = Meeting.live(app);
    meeting.hers.find(".bar button.still").click();
    meeting.hers.sendsStillPictures();
    meeting.his.seesAPicture();
  }
}
