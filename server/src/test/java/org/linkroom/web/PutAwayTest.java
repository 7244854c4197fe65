package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.linkroom.testing.Visitor;

/// A class gets another teacher; what is over is put away, never deleted, and can come back.
class PutAwayTest extends TheDemo {
  @Test
  void anotherTeacherLeadsTheClassAndItsLinkGoesOn() {
    String change = "/classes/" + town.schoolClass("8M") + "/change";
    String link = "/links/" + town.link("8M", "8G");
    var before = as("Ms Adeyemi");
    assertThat(before.get(link).status()).isEqualTo(200);
    String goIn = "/sessions/" + town.nextSession(town.link("8M", "8G")) + "/go-in";
    var room = before.submit(before.get(goIn), goIn, "screen", "me");
    assertThat(room.status()).isEqualTo(200);
    var head = as("Dr Lowe");
    String lead = change.replace("/change", "/lead");
    head.submit(
        head.get(change), lead, "lead", "Mrs Vale", "email", "vale@marshgateacademy.example");
    var vale = new Visitor(app.url());
    vale.signInByMail("vale@marshgateacademy.example");
    assertThat(vale.get(link).page().select("a[href$=/sessions/new]")).isNotEmpty();
    assertThat(before.get(link).status()).isEqualTo(404);
    assertThat(before.get(room.path()).status()).as("her pass of before").isEqualTo(401);
  }

  @Test
  void aClassInALinkIsNotPutAwayAndOneWithoutComesBackWithItsTeacher() {
    var head = as("Mr Ogden");
    String linked = "/classes/" + town.schoolClass("3 Robins");
    assertThat(head.press(head.get(linked + "/change"), linked + "/archive").says())
        .contains("Please end its links first");
    String alone = "/classes/" + town.schoolClass("8N");
    var lowe = as("Dr Lowe");
    var school = lowe.submit(lowe.get(alone + "/change"), alone + "/archive");
    assertThat(school.says()).contains("This class was put away");
    lowe.submit(lowe.get(alone + "/change"), alone + "/restore");
    assertThat(lowe.get(school.path()).says()).doesNotContain("This class was put away");
    assertThat(as("Mr Lindqvist").get("/home").status()).isEqualTo(200);
  }

  @Test
  void aClassIsChangedByItsOffice() {
    String change = "/classes/" + town.schoolClass("3M") + "/change";
    var office = as("Mr Buckley");
    var wrong = office.press(office.get(change), change, "size", "400");
    assertThat(wrong.wrong("size")).isNotEmpty();
    assertThat(office.submit(office.get(change), change, "motto", "Up and over").says())
        .contains("Up and over");
  }

  @Test
  void aSchoolWhoseLinksHaveEndedIsPutAwayAndComesBack() {
    town.database()
        .run(
            "UPDATE link SET state = 'ended', ended_at = now(), ended_why = 'over'"
                + " WHERE id IN (SELECT lc.link FROM link_class lc JOIN school_class c ON c.id = lc.class"
                + " WHERE c.school = '"
                + town.school("Al-Noor Primary")
                + "')");
    String school = "/schools/" + town.school("Al-Noor Primary");
    var tom = as("Tom Ackroyd");
    var list = tom.submit(tom.get(school), school + "/archive");
    assertThat(list.says()).doesNotContain("Al-Noor Primary");
    var away = tom.get(list.path() + "/archived");
    assertThat(away.says()).contains("Al-Noor Primary");
    tom.submit(away, school + "/restore");
    assertThat(tom.get(list.path()).says()).contains("Al-Noor Primary");
  }
}
