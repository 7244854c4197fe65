package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.linkroom.testing.Answer;
import org.linkroom.testing.Visitor;

/// Teachers change over: each class stays with an adult of its own in its own room, and each
/// teacher goes to the other's.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClassSwapTest extends SchoolMorning {
  @BeforeAll
  static void takeThePlan() {
    take(visitor("Miss Khan"), "class-swap");
  }

  private static Answer take(Visitor visitor, String plan) {
    String path = "/sessions/" + session + "/plan";
    return visitor.submit(visitor.get(path), path, "plan", plan);
  }

  private static String room(Answer page) {
    assertThat(page.path()).matches("/room/[a-z0-9]{12}/[a-z0-9]{12}");
    return page.path().split("/")[2];
  }

  @Test
  @Order(1)
  void thePageSaysWhoTeachesWhom() {
    assertThat(visitor("Miss Khan").get("/sessions/" + session).says())
        .contains("There is a room for each class")
        .contains("Mr Okafor leads 4B")
        .contains("Miss Khan leads 4K");
  }

  @Test
  @Order(2)
  void eachClassAndEachTeacherComesToTheRightRoom() {
    String ours = room(goIn(visitor("Mr Boyd"), "class"));
    String theirs = room(goIn(visitor("Miss Grant"), "class"));
    assertThat(ours).as("the first class's room is the session's own").isEqualTo(session);
    assertThat(theirs).isNotEqualTo(ours);
    assertThat(room(goIn(visitor("Miss Khan"), "lead"))).isEqualTo(theirs);
    assertThat(room(goIn(visitor("Mr Okafor"), "lead"))).isEqualTo(ours);
    assertThat(room(goIn(visitor("Mr Okafor"), "me"))).as("beside his own class").isEqualTo(theirs);
  }

  @Test
  @Order(3)
  void whoLeadsBringsCameraAndSoundAndIsAKeyOfHerOwnSide() {
    var khan = visitor("Miss Khan");
    var pass = pass(khan, goIn(khan, "lead"));
    assertThat(pass.role().key()).isTrue();
    assertThat(pass.kind().name()).isEqualTo("BOARD");
    assertThat(pass.classId()).hasToString(town.schoolClass("4B"));
  }

  @Test
  @Order(4)
  void aCoverAdultAndATabletComeToTheirOwnClass() {
    var okafor = visitor("Mr Okafor");
    String path = "/sessions/" + session + "/cover";
    var named = okafor.submit(okafor.get(path), path, "name", "Mr Ali");
    String code = named.page().select("li:contains(Mr Ali) .code").text();
    var ali = new Visitor(app.url());
    var his = ali.submit(ali.get("/cover"), "/cover", "code", code, "screen", "class");
    assertThat(room(his)).isEqualTo(room(goIn(visitor("Miss Grant"), "class")));
    var taken = named.page().select("li:contains(Mr Ali) [name=pass]").attr("value");
    okafor.submitRow(named, path + "/withdraw", "pass", taken);
    assertThat(ali.get(his.path()).status()).as("taken back").isEqualTo(401);
  }

  @Test
  @Order(5)
  void aGuestChoosesTheRoomToLookInAt() {
    var ruth = visitor("Ruth Lindley");
    var page = ruth.get(goIn());
    assertThat(page.says()).contains("Look in at 4B, led by Mr Okafor");
    String theirs = room(goIn(visitor("Miss Grant"), "class"));
    assertThat(room(ruth.submit(page, goIn(), "taught", town.schoolClass("4K")))).isEqualTo(theirs);
    assertThat(room(ruth.submit(page, goIn(), "taught", town.schoolClass("4B"))))
        .isEqualTo(session);
  }

  @Test
  @Order(6)
  void theOtherRoomIsNobodysToPlan() {
    var khan = visitor("Miss Khan");
    String theirs = room(goIn(visitor("Miss Grant"), "class"));
    assertThat(khan.get("/sessions/" + theirs).path()).isEqualTo("/sessions/" + session);
    assertThat(khan.get("/sessions/" + theirs + "/move").status()).isEqualTo(404);
    assertThat(khan.get("/sessions/" + theirs + "/plan").status()).isEqualTo(404);
    assertThat(khan.get("/links/" + link).page().select("a[href='/sessions/" + theirs + "']"))
        .isEmpty();
    assertThat(visitor("Ruth Lindley").get("/day").says()).contains("Class swap, another room");
  }

  @Test
  @Order(7)
  void thePlanIsNotTakenAwayUnderAClassThatHasMet() {
    town.database().run("UPDATE session SET state = 'live' WHERE id = ?", session);
    var answer = take(visitor("Miss Khan"), "link-up-40");
    assertThat(answer.wrong("plan")).contains("before the classes meet");
    town.database().run("UPDATE session SET state = 'open' WHERE id = ?", session);
    take(visitor("Miss Khan"), "link-up-40");
    assertThat(room(goIn(visitor("Miss Grant"), "class"))).isEqualTo(session);
    assertThat(visitor("Miss Khan").get(goIn()).page().select("[value=lead]")).isEmpty();
  }
}
