package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Who plans is offered what suits both classes, and told what there is to know of another time.
class ForesightTest {
  private static TestApp app;
  private static DemoTown town;
  private static String proposing;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    proposing = "/links/" + town.link("4B", "4K") + "/sessions/new";
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void itIsAMonday() {
    app.clock().set(Instant.parse("2027-03-15T09:00:00Z"));
  }

  private static Visitor as(String name) {
    var visitor = new Visitor(app.url());
    visitor.signInAs(name);
    return visitor;
  }

  private static Answer propose(Visitor who, String day, String clock) {
    return who.submit(who.get(proposing), proposing, "day", day, "clock", clock);
  }

  @Test
  void threeTimesThatSuitBothComeFirstAndOneIsTakenByOnePress() {
    var khan = as("Miss Khan");
    var on = khan.get(proposing);
    var offered = on.page().select("#when input[value~=T]");
    assertThat(offered).hasSize(3);
    assertThat(on.page().select("#when input").eachAttr("value").getFirst())
        .isEqualTo(offered.eachAttr("value").getFirst());
    var made = khan.submit(on, proposing, "when", offered.eachAttr("value").getFirst());
    assertThat(made.path()).matches("/sessions/[a-z0-9]{12}");
    assertThat(
            khan.get(proposing).page().select("#when input[value~=T]").eachAttr("value").getFirst())
        .as("what is on already is not offered again")
        .isNotEqualTo(offered.eachAttr("value").getFirst());
  }

  @Test
  void aHolidayIsSaidFirstAndPlannedAllTheSameByASecondPress() {
    var khan = as("Miss Khan");
    var told = propose(khan, "2027-03-26", "10:30");
    assertThat(told.path()).isEqualTo(proposing);
    assertThat(told.page().select("#notices").text()).contains("bank holiday", "Good Friday");
    assertThat(told.page().select("#notices button").text()).isEqualTo("Plan it all the same");
    assertThat(khan.submit(told, proposing).says()).contains("Friday 26 March, 10:30");
  }

  @Test
  void anotherTimeAfterANoticeIsLookedAtAnew() {
    var khan = as("Miss Khan");
    var told = propose(khan, "2027-03-26", "11:30");
    var again = khan.submit(told, proposing, "day", "2027-03-27");
    assertThat(again.page().select("#notices").text()).contains("weekend");
  }

  @Test
  void aSessionThatMovesIsNotInItsOwnWay() {
    var khan = as("Miss Khan");
    var hers = propose(khan, "2027-03-17", "10:00");
    String move = hers.path() + "/move";
    var moved = khan.submit(khan.get(move), move, "day", "2027-03-17", "clock", "10:20");
    assertThat(moved.path()).isEqualTo(hers.path());
    var twice = propose(khan, "2027-03-17", "10:30");
    assertThat(twice.page().select("#notices").text()).contains("4B has something else on");
  }

  @Test
  void aClassSaysWhenItHasTimeAndIsAskedForNoOther() {
    String page = "/classes/" + town.schoolClass("4K") + "/times";
    var okafor = as("Mr Okafor");
    var wrong = okafor.submit(okafor.get(page), page, "monday", "after lunch");
    assertThat(wrong.wrong("monday")).contains("9:15–10:30");
    var kept =
        okafor.submit(
            okafor.get(page),
            page,
            "monday",
            "13.30-15:00",
            "tuesday",
            "",
            "wednesday",
            "",
            "thursday",
            "",
            "friday",
            "");
    assertThat(kept.typed("monday")).isEqualTo("13:30–15:00");
    var khan = as("Miss Khan");
    var told = propose(khan, "2027-03-18", "10:30");
    assertThat(told.page().select("#notices").text()).contains("4K has usually no time");
    assertThat(khan.get(proposing).page().select("#when label").eachText().getFirst())
        .startsWith("Monday");
    okafor.submit(okafor.get(page), page, "monday", "");
  }

  @Test
  void aSchoolsClosingDaysAreEnteredSeenByWhoPlansAndTakenAway() {
    String page = "/schools/" + town.school("Hilltop Primary") + "/terms";
    var office = as("Mrs Dean");
    String[] typed = {
      "kind", "closed", "name", "Inset day", "first", "2027-03-19", "last", "2027-03-19"
    };
    var kept = office.submit(office.get(page), page, typed);
    assertThat(kept.says()).contains("Inset day");
    var khan = as("Miss Khan");
    assertThat(propose(khan, "2027-03-19", "10:30").page().select("#notices").text())
        .contains("Hilltop Primary is closed: Inset day");
    assertThat(office.submit(kept, page + "/remove").says()).contains("Nothing is entered yet");
  }

  @Test
  void daysThatEndBeforeTheyBeginAreToldBesideTheField() {
    var office = as("Mrs Dean");
    String page = "/schools/" + town.school("Hilltop Primary") + "/terms";
    String[] typed = {"name", "Spring", "first", "2027-03-19", "last", "2027-03-18"};
    var wrong = office.submit(office.get(page), page, typed);
    assertThat(wrong.wrong("last")).contains("must come after");
    assertThat(wrong.typed("name")).isEqualTo("Spring");
  }

  @Test
  void aClassThatHasTheDoorOpenElsewhereComesIntoNoOtherRoom() {
    var khan = as("Miss Khan");
    var one = khan.submit(khan.get(proposing), proposing, "when", "now");
    var other = khan.submit(khan.get(proposing), proposing, "when", "now");
    String in = one.path() + "/go-in";
    assertThat(khan.submit(khan.get(in), in, "screen", "class").status()).isEqualTo(200);
    town.database()
        .run(
            "UPDATE session SET state = 'live', turn = turn + 1 WHERE id = ?",
            one.path().replace("/sessions/", ""));
    String there = other.path() + "/go-in";
    var refused = khan.submit(khan.get(there), there, "screen", "class");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.says()).contains("Your class is in another room");
  }

  @Test
  void aSeniorLeaderWhoObjectsCallsItOffKindly() {
    var khan = as("Miss Khan");
    var hers = propose(khan, "2027-03-24", "10:00");
    as("Mr Okafor").submit(as("Mr Okafor").get(hers.path()), hers.path() + "/accept");
    var head = as("Mrs Holroyd");
    String page = hers.path() + "/leader";
    assertThat(head.get(hers.path()).page().select("a[href=" + page + "]")).isNotEmpty();
    var on = head.get(page);
    assertThat(on.says()).contains("has said yes for the whole year");
    String token = on.page().select("[name=csrf]").attr("value");
    String turn = on.page().select("[name=turn]").attr("value");
    var no = Map.of("csrf", token, "turn", turn, "answer", "no");
    var fields = new HashMap<>(no);
    fields.put("reason", "The hall is needed");
    head.post(page, fields, Map.of());
    assertThat(khan.get(hers.path()).says())
        .contains("Hilltop Primary has asked to call it off: The hall is needed");
  }

  @Test
  void oneSheObjectsToByOnePressNeedsNoReason() {
    var khan = as("Miss Khan");
    var hers = propose(khan, "2027-03-17", "10:00");
    var head = as("Mrs Holroyd");
    String page = hers.path() + "/leader";
    head.submit(head.get(page), page, "answer", "no");
    assertThat(khan.get(hers.path()).says()).contains("Hilltop Primary has asked to call it off.");
  }

  @Test
  void whereEachLinkUpNeedsAYesALeaderFindsItOnHerFirstPageUntilSheHasSaidIt() {
    town.database().run("UPDATE school SET leader_yes = 'each' WHERE name = 'Hilltop Primary'");
    try {
      var hers = propose(as("Miss Khan"), "2027-03-18", "10:00");
      var okafor = as("Mr Okafor");
      okafor.submit(okafor.get(hers.path()), hers.path() + "/accept");
      var head = as("Mrs Holroyd");
      String page = hers.path() + "/leader";
      assertThat(head.get("/home").page().select("a[href=" + page + "]")).hasSize(1);
      head.submit(head.get(page), page, "answer", "yes");
      assertThat(head.get("/home").page().select("a[href=" + page + "]")).isEmpty();
    } finally {
      town.database().run("UPDATE school SET leader_yes = 'standing'");
    }
  }

  @Test
  void aSeniorLeadersYesStandsOnTheSessionsPage() {
    var khan = as("Miss Khan");
    var hers = propose(khan, "2027-03-23", "10:00");
    var lead = as("Mr Patel");
    lead.submit(lead.get(hers.path() + "/leader"), hers.path() + "/leader", "answer", "yes");
    assertThat(khan.get(hers.path()).says()).contains("Mr Patel has said yes");
  }
}
