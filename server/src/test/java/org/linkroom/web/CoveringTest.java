package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linkroom.testing.Answer;
import org.linkroom.testing.Visitor;

/// A cover adult with her printed code, and a board that is enrolled for the year.
class CoveringTest extends SchoolMorning {
  private static Answer name(Visitor by, String cover) {
    String path = "/sessions/" + session + "/cover";
    return by.submit(by.get(path), path, "name", cover);
  }

  private static String code(Answer page, String name) {
    return page.page().select("li:contains(" + name + ") .code").text();
  }

  private static Answer cover(Visitor visitor, String code) {
    return visitor.submit(visitor.get("/cover"), "/cover", "code", code, "screen", "class");
  }

  @Test
  void aCoverAdultComesInAsTheClasssKeyAndNobodySignsHerIn() {
    String code = code(name(visitor("Miss Khan"), "Mr Ali"), "Mr Ali");
    assertThat(code).matches("\\w{4} \\w{4}");
    var his = new Visitor(app.url());
    var room = cover(his, code.toLowerCase(java.util.Locale.ROOT));
    assertThat(room.page().body().className()).isEqualTo("board");
    String device = room.path().replaceFirst(".*/", "");
    var pass =
        app.passes()
            .read(his.cookie("pass-" + device).orElseThrow(), app.clock().instant())
            .orElseThrow();
    assertThat(pass.role().key()).isTrue();
    assertThat(pass.name()).isEqualTo("Mr Ali, for Miss Khan");
    assertThat(pass.classId()).hasToString(town.schoolClass("4B"));
    assertThat(his.get("/home").path()).startsWith("/sign-in");
    var on = visitor("Miss Khan").get("/sessions/" + session + "/record");
    assertThat(on.says()).contains("Mr Ali");
  }

  @Test
  void aPassThatIsTakenBackOpensNothing() {
    var khan = visitor("Miss Khan");
    var named = name(khan, "Mrs Wong");
    String code = code(named, "Mrs Wong");
    String id = named.page().select("li:contains(Mrs Wong) [name=pass]").attr("value");
    var early = new Visitor(app.url());
    var room = cover(early, code);
    assertThat(early.get(room.path()).status()).isEqualTo(200);
    khan.submitRow(named, "/sessions/" + session + "/cover/withdraw", "pass", id);
    assertThat(early.get(room.path()).status()).as("who had come in by it").isEqualTo(401);
    assertThat(cover(new Visitor(app.url()), code).wrong("code")).contains("no such code");
  }

  @Test
  void aPassOfThePartnersClassIsNotHersToSeeOrTakeBack() {
    var named = name(visitor("Mr Okafor"), "Mr Tell");
    String id = named.page().select("li:contains(Mr Tell) [name=pass]").attr("value");
    var khan = visitor("Miss Khan");
    String path = "/sessions/" + session + "/cover";
    name(khan, "Ms Own");
    var hers = khan.get(path);
    assertThat(hers.says()).doesNotContain("Mr Tell").contains("Ms Own");
    var fields = khan.fill(hers, path + "/withdraw");
    fields.put("pass", id);
    assertThat(khan.post(path + "/withdraw", fields, java.util.Map.of()).status()).isEqualTo(404);
  }

  @Test
  void aDoubleClickMakesOnePass() {
    var khan = visitor("Miss Khan");
    String path = "/sessions/" + session + "/cover";
    var on = khan.get(path);
    khan.submit(on, path, "name", "Dr Twice");
    var twice = khan.submit(on, path, "name", "Dr Twice");
    assertThat(twice.page().select("li:contains(Dr Twice)")).hasSize(1);
  }

  @Test
  void whoGuessesCoverCodesIsStopped() {
    var visitor = new Visitor(app.url());
    for (int i = 0; i < 10; i++) {
      assertThat(cover(visitor, "AAAAAAAA").status()).isEqualTo(422);
    }
    assertThat(cover(visitor, "AAAAAAAA").status()).isEqualTo(429);
  }

  @Test
  void theSheetHoldsWhatACoverAdultNeeds() {
    var khan = visitor("Miss Khan");
    String code = code(name(khan, "Mr Print"), "Mr Print");
    var sheet = khan.get("/sessions/" + session + "/sheet");
    assertThat(sheet.says())
        .contains("4B, Hilltop Primary", "Monday 15 March, 10:30", "Mr Okafor", "01632 960102")
        .contains("Mr Print, for Miss Khan", code);
    var his = visitor("Mr Okafor").get("/sessions/" + session + "/sheet");
    assertThat(his.says()).contains("4K", "01632 960101").doesNotContain(code);
  }

  private static Visitor enrolled() {
    var board = visitor("Miss Khan");
    String path = "/classes/" + town.schoolClass("4B") + "/board";
    assertThat(board.submit(board.get(path), path).path()).isEqualTo("/today");
    board.submit(board.get("/home"), "/sign-out");
    return board;
  }

  @Test
  void anEnrolledBoardOpensTodaysLobbyAndHoldsNoKey() {
    var board = enrolled();
    var today = board.get("/today");
    assertThat(today.says()).contains("Today in 4B", "10:30");
    var room = board.submit(today, "/today/" + session);
    String device = room.path().replaceFirst(".*/", "");
    var pass =
        app.passes()
            .read(board.cookie("pass-" + device).orElseThrow(), app.clock().instant())
            .orElseThrow();
    assertThat(pass.role().key()).isFalse();
    assertThat(pass.person()).isNull();
    String others = town.nextSession(town.link("8M", "8G"));
    assertThat(
            board
                .post(
                    "/today/" + others, board.fill(today, "/today/" + session), java.util.Map.of())
                .status())
        .isEqualTo(404);
  }

  @Test
  void aBoardThatIsLetGoOpensNothing() {
    var board = enrolled();
    var khan = visitor("Miss Khan");
    String path = "/classes/" + town.schoolClass("4B") + "/board";
    khan.submit(khan.get(path), path + "/end");
    var today = board.get("/today");
    assertThat(today.status()).isEqualTo(404);
    assertThat(today.says()).contains("This board is not enrolled");
  }
}
