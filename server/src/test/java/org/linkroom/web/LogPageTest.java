package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Who answers for children can read who did what, and is then on record as having read it.
class LogPageTest extends TheDemo {
  private static String school(String name) {
    return "/schools/" + town.school(name);
  }

  @Test
  void whatIsDoneIsReadAtTheSchoolAndEachLookIsDoneToo() {
    String hilltop = school("Hilltop Primary");
    var head = as("Mrs Holroyd");
    String board = "/classes/" + town.schoolClass("4B") + "/board";
    var teacher = as("Miss Khan");
    teacher.submit(teacher.get(board), board);
    var first = head.get(hilltop + "/log");
    assertThat(first.says())
        .contains("Miss Khan enrolled a board 4B")
        .doesNotContain("looked into");
    assertThat(as("Mr Patel").get(hilltop + "/log").says())
        .contains("Mrs Holroyd looked into the audit log Hilltop Primary");
    assertThat(as("Mr Thwaite").get(school("Riverside C of E Primary") + "/log").says())
        .doesNotContain("enrolled");
  }

  @Test
  void itIsReadByKindByAdultByDayAndPageByPage() {
    String school = town.school("Mill Lane Primary");
    String log = "/schools/" + school + "/log";
    String head = town.person("Mr Ogden");
    town.database()
        .run(
            "INSERT INTO audit (at, who, what, subject) SELECT now() - make_interval(days => 3, mins => n), ?, 'school.change', ? FROM generate_series(1, 150) n",
            head,
            school);
    var ogden = as("Mr Ogden");
    var all = ogden.get(log + "?kind=school");
    assertThat(all.page().select("tbody tr")).hasSize(100);
    var older = ogden.get(all.page().select("a:contains(Older lines)").attr("href"));
    assertThat(older.page().select("tbody tr")).hasSize(50);
    assertThat(ogden.get(log + "?who=" + head).says()).contains("Only what Mr Ogden did.");
    assertThat(ogden.get(log + "?kind=board").says()).contains("Nothing is on record here.");
    String longAgo = ogden.get(log + "?until=2020-01-01").says();
    assertThat(longAgo).contains("Nothing is on record here.");
    assertThat(ogden.get(log + "?until=nonsense&kind=%27&before=x").status()).isEqualTo(200);
  }

  @Test
  void theNetworkReadsEverythingAndAFacilitatorHerProgramme() {
    String log = "/programmes/" + town.programme("Hilltop Primary") + "/log";
    assertThat(as("Ruth Lindley").get(log).status()).isEqualTo(200);
    var all = as("Mrs Whitfield").get("/network/log?kind=audit");
    assertThat(all.says()).contains("Ruth Lindley looked into the audit log Bradford");
  }
}
