package org.linkroom.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.BrowserTest;
import org.linkroom.testing.Database;
import org.linkroom.testing.Outage;
import org.linkroom.testing.Servers;

/// What a class sees when lines, servers and clocks fail in the middle of a link-up.
@BrowserTest
class WhenThingsBreakTest extends InTheDemo {
  @Test
  void aPageThatHearsNothingLetsGoOfItsCameraAndCoverReachesThePartnerWithoutTheServer() {
    var meeting = Meeting.live(app);
    var hers = meeting.hers;
    hers.cutsTheWire();
    hers.page().keyboard().press("b");
    hers.shows("covered");
    meeting.his.shows("covered");
    hers.shows("holding").sendsNothing();
    hers.mendsTheWire();
    // The press was not lost: it is said again as soon as the line is back.
    hers.shows("covered");
    meeting.his.shows("covered");
  }

  @Test
  void aRoomGoesOnWhileRedisIsAwayAndSaysWhatItCannotDo() {
    var meeting = Meeting.live(app);
    goesOnDuring(Servers.redisAway(), meeting);
    meeting.hers.page().waitForFunction("async () => (await fetch('/health/ready')).ok");
    // Redis may have done after all what it was asked for while it was away; so something else.
    meeting.hers.endsForBothOnTheBoard();
    meeting.his.shows("ended");
  }

  @Test
  void aRoomGoesOnWhilePostgresqlIsAwayAndLosesNothing() {
    var meeting = Meeting.live(app);
    try (var _ = Servers.postgresAway()) {
      meeting.hers.find(".bar button.mute").click();
      assertThat(meeting.his.find("figure.pane[data-muted]")).hasCount(1);
      meeting.his.seesTheOtherClass();
    }
    meeting.hers.endsForBothOnTheBoard();
    meeting.his.shows("ended");
    org.assertj.core.api.Assertions.assertThat(meeting.khan.record(meeting.session))
        .contains("Miss Khan");
  }

  /// For as long as the store is away both classes see each other.
  private static void goesOnDuring(Outage outage, Meeting meeting) {
    try (outage) {
      meeting.his.seesAndHearsTheOtherClass();
      meeting.hers.seesAndHearsTheOtherClass();
      meeting.hers.find(".bar button.mute").click();
      assertThat(meeting.hers.find(".toast")).containsText("cannot save right now", within(15_000));
      meeting.his.shows("stage").seesTheOtherClass();
    }
  }

  private static LocatorAssertions.ContainsTextOptions within(double milliseconds) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(milliseconds);
  }

  @Test
  void aComputerWhoseClockIsWrongByAnHourCountsDownRightly() {
    var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    khan.page()
        .context()
        .addInitScript(
            """
            const begun = performance.timeOrigin + 3_600_000;
            Object.defineProperty(Performance.prototype, 'timeOrigin', { get: () => begun });
            const now = Date.now;
            Date.now = () => now() + 3_600_000;""");
    String session = khan.plansALinkUpForNow();
    var hers = khan.goesInWithHerOwnScreen(session).shows("lobby");
    assertThat(hers.find(".countdown:visible").first())
        .containsText(java.util.regex.Pattern.compile("(39|40) minutes left"));
  }

  @Test
  void whoeverWaitsInTheLobbyIsToldWhenTheSessionIsMoved() {
    var database = Database.of(app);
    var meeting = Meeting.inTheLobby(app);
    // That it opens is a change too: a form from before it would be told that somebody was quicker.
    String id = meeting.session.replace("/sessions/", "");
    String state = "SELECT state FROM session WHERE id = ?";
    meeting.khan.page().waitForCondition(() -> database.one(state, id).equals("open"));
    var other = meeting.khan.page().context().newPage();
    other.navigate(app.url(meeting.session + "/move"));
    String tomorrow =
        java.time.LocalDate.now(org.linkroom.session.SchoolClock.LONDON).plusDays(1).toString();
    other.locator("input[name=day]").fill(tomorrow);
    other.locator("input[name=clock]").fill("10:30");
    other.locator("form[action$='/move'] button").click();
    // Where tomorrow is a Saturday that is said first.
    if (other.locator("#notices").count() > 0) {
      other.locator("#notices button").click();
    }
    assertThat(meeting.his.find(".countdown:visible").first()).containsText("10:30");
    assertThat(meeting.hers.find(".countdown:visible").first()).containsText("10:30");
  }

  @Test
  void aTeacherInTwoTabsIsOneDeviceAndTheNewerTabHasIt() {
    var khan = Teacher.at(app, "Miss Khan").signsInByOnePress();
    String session = khan.plansALinkUpForNow();
    var first = khan.goesInWithHerOwnScreen(session).shows("lobby");
    Page second = khan.page().context().newPage();
    second.navigate(first.page().url());
    new LivePage(second).shows("lobby");
    first.shows("ended");
    assertThat(first.find("button.here")).isVisible();
  }
}
