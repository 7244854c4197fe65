package org.linkroom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.records.Records;
import org.linkroom.session.RecordLines;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;

class DemoTest {
  private static final Vertx VERTX = Vertx.vertx();
  private Instant now = Instant.parse("2026-11-24T09:00:00Z");
  private Records records;

  @BeforeEach
  void load() {
    records = Records.open(VERTX, Servers.database(), 4);
    again();
  }

  @AfterEach
  void close() {
    await(records.close());
  }

  @AfterAll
  static void end() {
    await(VERTX.close());
  }

  private void again() {
    await(new Demo(records, () -> now).load());
  }

  @Test
  void nodesThatBeginAtOnceMakeItOnce() {
    var fresh = Records.open(VERTX, Servers.database(), 4);
    var loads = Stream.generate(() -> new Demo(fresh, InstantSource.system()).load()).limit(3);
    Soon.get(Future.all(loads.toList()));
    assertThat(Soon.get(fresh.list("SELECT name FROM programme", row -> row.getString(0))))
        .hasSize(28);
    Soon.get(fresh.close());
  }

  @Test
  void thereAreTheTwentyEightProgrammesAndTheirOtherNames() {
    assertThat(list("SELECT name::text FROM programme ORDER BY name"))
        .hasSize(28)
        .contains("Bradford", "Kirklees", "Tower Hamlets", "Waltham Forest");
    assertThat(
            list(
                "SELECT a.alias || ' is ' || p.name FROM programme_alias a JOIN programme p ON p.id = a.programme"))
        .containsExactlyInAnyOrder(
            "Blackburn with Darwen is Blackburn", "EDIT is Kent", "Nottingham is Nottinghamshire");
  }

  @Test
  void fourProgrammesHaveSchoolsOfManyPhasesAndCharactersWithTheirAdults() {
    assertThat(
            list(
                "SELECT DISTINCT p.name::text FROM school s JOIN programme p ON p.id = s.programme ORDER BY 1"))
        .containsExactly("Bradford", "Calderdale", "Kent", "Oldham");
    assertThat(list("SELECT DISTINCT phase FROM school"))
        .containsExactlyInAnyOrder("primary", "secondary", "all-through", "special");
    assertThat(list("SELECT DISTINCT character FROM school")).hasSizeGreaterThanOrEqualTo(5);
    for (String kind : List.of("headteacher", "safeguarding", "office")) {
      assertThat(
              list(
                  "SELECT s.name::text FROM school s WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.school = s.id AND r.kind = '"
                      + kind
                      + "')"))
          .as(kind)
          .isEmpty();
    }
    assertThat(
            list(
                "SELECT c.label::text FROM school_class c WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.class = c.id AND r.person = c.lead AND r.kind = 'teacher')"))
        .as("a class without its teacher")
        .isEmpty();
    assertThat(
            list(
                "SELECT s.name::text FROM school s WHERE NOT EXISTS (SELECT 1 FROM school_class c WHERE c.school = s.id)"))
        .isEmpty();
    assertThat(
            list(
                "SELECT p.name::text FROM programme p JOIN school s ON s.programme = p.id WHERE NOT EXISTS (SELECT 1 FROM role r WHERE r.programme = p.id AND r.kind = 'facilitator')"))
        .isEmpty();
  }

  @Test
  void eachOfThemHasSessionsTodayTomorrowAndLastWeek() {
    assertThat(
            list(
                """
                SELECT p.name || ': ' || string_agg(DISTINCT CASE
                  WHEN x.starts_at::date = '2026-11-24' THEN 'today'
                  WHEN x.starts_at::date = '2026-11-25' THEN 'tomorrow'
                  WHEN x.starts_at::date BETWEEN '2026-11-17' AND '2026-11-23' AND x.state = 'ended' THEN 'last week' END, ', ')
                FROM session x JOIN link l ON l.id = x.link JOIN programme p ON p.id = l.programme GROUP BY p.name ORDER BY p.name"""))
        .containsExactly(
            "Bradford: last week, today, tomorrow",
            "Calderdale: last week, today, tomorrow",
            "Kent: last week, today, tomorrow",
            "Oldham: last week, today, tomorrow");
  }

  @Test
  void todaysSessionsBeginWithinMinutes() {
    assertThat(
            list(
                "SELECT DISTINCT starts_at::text FROM session WHERE starts_at::date = '2026-11-24'"))
        .singleElement()
        .satisfies(at -> assertThat(at).startsWith("2026-11-24 09:08:00"));
  }

  @Test
  void aSessionOfLastWeekHasItsRecord() {
    var session =
        await(
                records.one(
                    "SELECT id FROM session WHERE state = 'ended' LIMIT 1",
                    row -> Records.id(row, "id")))
            .orElseThrow();
    var whole = await(new RecordLines(records).of(session));
    assertThat(whole.began()).isPresent();
    assertThat(whole.ended()).isPresent();
    assertThat(whole.adults()).hasSize(2).allMatch(adult -> adult.minutes() > 20);
    assertThat(whole.events()).isNotEmpty();
  }

  @Test
  void loadingAgainAddsNothingTwice() {
    var before = counts();
    again();
    now = now.plus(Duration.ofHours(3));
    again();
    assertThat(counts()).isEqualTo(before);
  }

  @Test
  void aNewDayAddsTheSessionsThatItIsMissingAndNothingElse() {
    var before = counts();
    now = now.plus(Duration.ofDays(1));
    again();
    assertThat(
            list(
                "SELECT count(*)::text FROM session WHERE starts_at::date = '2026-11-25' GROUP BY link"))
        .as("a link that had its session of the day has no second one")
        .containsOnly("1");
    assertThat(
            list(
                "SELECT DISTINCT p.name::text FROM session x JOIN link l ON l.id = x.link JOIN programme p ON p.id = l.programme WHERE x.starts_at::date = '2026-11-26' ORDER BY 1"))
        .containsExactly("Bradford", "Calderdale", "Kent", "Oldham");
    var after = counts();
    for (String table : List.of("person", "school", "school_class", "link", "role", "programme")) {
      assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
    }
    assertThat(after.get("session")).isGreaterThan(before.get("session"));
  }

  @Test
  void afterTodaysSessionHasEndedAFreshStartBringsAnother() {
    await(records.run("UPDATE session SET state = 'ended' WHERE starts_at::date = '2026-11-24'"));
    now = now.plus(Duration.ofHours(2));
    again();
    assertThat(
            list(
                "SELECT DISTINCT starts_at::text FROM session WHERE starts_at::date = '2026-11-24' AND state = 'agreed'"))
        .singleElement()
        .satisfies(at -> assertThat(at).startsWith("2026-11-24 11:08:00"));
  }

  @Test
  void everyAddressAndNumberIsOneThatNobodyHas() {
    assertThat(list("SELECT email FROM person UNION SELECT governors_email FROM school"))
        .allMatch(email -> email.endsWith(".example"));
    assertThat(list("SELECT phone FROM school UNION SELECT phone FROM programme"))
        .as("Ofcom keeps these for drama")
        .allMatch(phone -> phone.matches("01632 960\\d{3}|0161 496 0\\d{3}"));
  }

  private Map<String, Long> counts() {
    var counts = new LinkedHashMap<String, Long>();
    for (String table :
        List.of(
            "programme",
            "programme_alias",
            "person",
            "school",
            "school_class",
            "role",
            "link",
            "link_class",
            "session",
            "room_journal")) {
      counts.put(
          table,
          await(records.one("SELECT count(*) FROM " + table, row -> row.getLong(0))).orElseThrow());
    }
    return counts;
  }

  private List<String> list(String sql) {
    return await(records.list(sql, row -> row.getString(0)));
  }
}
