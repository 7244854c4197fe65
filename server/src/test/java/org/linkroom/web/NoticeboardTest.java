package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.testing.Answer;
import org.linkroom.testing.DemoTown;
import org.linkroom.testing.TestApp;
import org.linkroom.testing.Visitor;

/// Teachers of one programme share and ask; nobody else reads it, and it is never about a child.
class NoticeboardTest {
  private static final Map<String, Visitor> PEOPLE = new HashMap<>();
  private static TestApp app;
  private static DemoTown town;
  private static String board;

  @BeforeAll
  static void start() {
    app = TestApp.start();
    town = DemoTown.of(app);
    board = "/programmes/" + town.programme("Hilltop Primary") + "/board";
  }

  @AfterAll
  static void stop() {
    app.close();
    PEOPLE.clear();
  }

  @AfterEach
  void clean() {
    town.database().run("DELETE FROM notice_post");
    town.database().run("DELETE FROM notice_seen");
  }

  private static Visitor as(String who) {
    return PEOPLE.computeIfAbsent(
        who,
        name -> {
          var visitor = new Visitor(app.url());
          visitor.signInAs(name);
          return visitor;
        });
  }

  private static Answer puts(String who, String... typed) {
    var visitor = as(who);
    return visitor.submit(visitor.get(board), board, typed);
  }

  @Test
  void whatATeacherSharesIsReadWithHerNameAndSchoolAndAnsweredBeneath() {
    puts("Miss Khan", "kind", "practice", "body", "We drew maps of our streets first.");
    var okafor = as("Mr Okafor");
    assertThat(okafor.get("/home").says()).contains("1 new");
    var his = okafor.get(board);
    assertThat(his.page().select(".notices").text())
        .contains("Miss Khan", "Hilltop Primary", "maps of our streets", "New");
    var answer = okafor.get(his.page().select(".notices .actions a").attr("href"));
    assertThat(answer.says()).contains("Answer to Miss Khan");
    okafor.submit(answer, board, "body", "Ours made a rubbing of its bark.");
    assertThat(as("Miss Khan").get(board).page().select(".notices .thread").text())
        .contains("Mr Okafor", "rubbing of its bark");
    assertThat(okafor.get("/home").says()).doesNotContain("1 new");
    assertThat(okafor.get(board).page().select(".badge")).as("seen already").isEmpty();
    assertThat(as("Tom Ackroyd").get(board).status()).as("of another programme").isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Write to me at khan@hilltop.example, an address",
    "Ring me on 07700 900123, a phone number",
    "See www.maps.example, a link",
    "We met at BD1 1HY, a postcode"
  })
  void whatCouldReachAChildIsRefusedInWords(String body, String what) {
    var refused = puts("Miss Khan", "kind", "advice", "body", body);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.wrong("body")).contains(what);
    assertThat(refused.typed("body")).isEqualTo(body);
  }

  @Test
  void aFullNameIsAskedAboutOnce() {
    var asked = puts("Miss Khan", "kind", "advice", "body", "What would Zadie Oyelaran do?");
    assertThat(asked.wrong("body")).contains("Zadie Oyelaran");
    assertThat(as("Miss Khan").submit(asked, board).says()).contains("What would Zadie Oyelaran");
  }

  @Test
  void itsAuthorAndTheFacilitatorTakeAPostDownAndNobodyElse() {
    puts("Miss Khan", "kind", "practice", "body", "The first one.");
    app.clock().pass(Duration.ofMinutes(1));
    puts("Miss Khan", "kind", "practice", "body", "The second one.");
    String down = board + "/down";
    var okafor = as("Mr Okafor");
    assertThat(okafor.get(board).page().select("form[action=" + down + "]")).isEmpty();
    String post = town.database().one("SELECT id FROM notice_post LIMIT 1");
    var csrf = okafor.get(board).page().select("[name=csrf]").attr("value");
    var his = okafor.post(down, Map.of("csrf", csrf, "post", post), Map.of());
    assertThat(his.status()).isEqualTo(404);
    as("Miss Khan").submit(as("Miss Khan").get(board), down);
    var ruth = as("Ruth Lindley");
    assertThat(ruth.submit(ruth.get(board), down).page().select(".notices")).isEmpty();
    assertThat(town.database().one("SELECT count(*)::text FROM audit WHERE what = 'notice.down'"))
        .isEqualTo("2");
  }

  @Test
  void nobodyFillsTheBoard() {
    town.database()
        .run(
            """
            INSERT INTO notice_post (id, programme, kind, author, body, at)
            SELECT 'z' || lpad(n::text, 11, '0'), s.programme, 'advice', p.id, 'Again', now() - make_interval(mins => n)
            FROM generate_series(1, 45) n, person p, school s WHERE p.name = 'Miss Khan' AND s.name = 'Hilltop Primary'""");
    assertThat(puts("Miss Khan", "kind", "advice", "body", "And again").status()).isEqualTo(429);
    var first = as("Ruth Lindley").get(board);
    assertThat(first.page().select(".notices > li")).hasSize(30);
    var older = as("Ruth Lindley").get(first.page().select("a[href*=before]").attr("href"));
    assertThat(older.page().select(".notices > li")).hasSize(15);
  }
}
