package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linkroom.testing.LiveClient;
import org.linkroom.testing.Soon;
import org.linkroom.testing.Visitor;

/// A head or safeguarding lead sees on one page what goes on with her school's classes today.
class SchoolTodayTest extends TheDemo {
  private static String today(String school) {
    return "/schools/" + town.school(school) + "/today";
  }

  private static LiveClient goesIn(String who, String session) {
    var visitor = as(who);
    String goIn = "/sessions/" + session + "/go-in";
    var room = visitor.submit(visitor.get(goIn), goIn, "screen", "me");
    String device = room.path().replaceFirst(".*/", "");
    var pass =
        app.passes().read(visitor.cookie("pass-" + device).orElseThrow(), app.clock().instant());
    return LiveClient.open(app.url(), app.passes(), pass.orElseThrow());
  }

  @Test
  void sheSeesWhoIsInWithHerClassesAndWhoLooksOn() {
    String session = town.nextSession(town.link("8M", "8G"));
    var lead = as("Ms Chen");
    String page = today("Marshgate Academy");
    assertThat(lead.get(page).says()).contains("8M and 8G").doesNotContain("teacher of 8M");
    try (var teacher = goesIn("Ms Adeyemi", session);
        var head = goesIn("Mrs Sandhu", session)) {
      assertThat(teacher.isOpen() && head.isOpen()).isTrue();
      Soon.until(() -> lead.get(page).says().contains("Ms Adeyemi teacher of 8M"));
      Soon.until(() -> lead.get(page).says().contains("Mrs Sandhu looks on, a guest"));
    }
  }

  @Test
  void sheSeesWhoStandsInAndWhetherSheCame() {
    String session = town.nextSession(town.link("4B", "4K"));
    String cover = "/sessions/" + session + "/cover";
    var khan = as("Miss Khan");
    var named = khan.submit(khan.get(cover), cover, "name", "Mr Ali");
    String code = named.page().select("li:contains(Mr Ali) .code").text();
    var patel = as("Mr Patel");
    assertThat(patel.get(today("Hilltop Primary")).says())
        .contains("Mr Ali", "has not come in yet");
    assertThat(as("Mrs Ellis").get(today("Riverside C of E Primary")).says())
        .as("the partner's pass")
        .doesNotContain("Mr Ali");
    assertThat(code).isNotEmpty();
    var his = new Visitor(app.url());
    his.submit(his.get("/cover"), "/cover", "code", code, "screen", "class");
    assertThat(patel.get(today("Hilltop Primary")).says()).contains("came in at");
  }

  @Test
  void aBoardThatNobodyKnowsIsLetGoByTheOffice() {
    var khan = as("Miss Khan");
    String board = "/classes/" + town.schoolClass("4B") + "/board";
    khan.submit(khan.get(board), board);
    var office = as("Mrs Dean");
    String page = today("Hilltop Primary");
    assertThat(office.get(page).says()).contains("The newest was enrolled by Miss Khan.");
    var after = office.submit(office.get(page), page.replace("/today", "/boards/end"));
    assertThat(after.says()).contains("No board is enrolled.");
    assertThat(khan.get("/today").status()).isEqualTo(404);
  }

  @Test
  void whereAStricterSettingHoldsItSaysWhichWhoseAndWhoCanChangeIt() {
    String says =
        "Cameras: Hands and work only. Set so by Thornfield Special School, whose head or office can change it. Hilltop Primary would allow more.";
    assertThat(as("Mrs Holroyd").get(today("Hilltop Primary")).says()).contains(says);
    assertThat(as("Mr Nowak").get("/links/" + town.link("5H", "Kingfishers")).says())
        .contains(says);
  }
}
