package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

class AttendanceKeptTest {
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static void forget() {
    await(new Forgetting(town.vertx(), town.records(), town.clock()).run());
  }

  @Test
  void anAdultsNameLeavesTheAttendanceAfterAYearAndHerRoleStays() {
    var sessions =
        Stream.of(-1, 1)
            .map(
                late -> {
                  var went = town.now().minus(Retention.YEAR).plus(Duration.ofMinutes(late));
                  var session = town.session("ended", went.minus(Duration.ofMinutes(40)), 40);
                  attended(session, went);
                  return session;
                })
            .toList();
    forget();
    String sql = "SELECT name || '/' || role FROM attendance_adult WHERE session = $1";
    assertThat(town.text(sql, sessions.get(0))).isEqualTo("/teacher");
    assertThat(town.text(sql, sessions.get(1))).isEqualTo("Miss Khan/teacher");
  }

  @Test
  void attendanceItselfGoesAfterSixYears() {
    var old = town.session("ended", town.now().minus(Duration.ofDays(6 * 365 + 3)), 40);
    var young = town.session("ended", town.now().minus(Duration.ofDays(6 * 365 - 3)), 40);
    attended(old, town.now().minus(Duration.ofDays(6 * 365 + 3)));
    attended(young, town.now().minus(Duration.ofDays(6 * 365 - 3)));
    forget();
    String sql = "SELECT count(*) FROM attendance WHERE session = $1";
    assertThat(town.count(sql, old)).isZero();
    assertThat(town.count(sql, young)).isEqualTo(1);
  }

  private static void attended(Id session, Instant at) {
    town.run(
        """
        INSERT INTO attendance (session, link, programme, year, kind, outcome, starts_at, planned, minutes)
        SELECT $1, l.id, l.programme, l.year, 'link-up', 'met', $3, 40, 30 FROM link l WHERE l.id = $2""",
        session,
        town.link(),
        utc(at));
    town.run(
        "INSERT INTO attendance_adult (session, place, class, person, name, role, came, went, minutes) VALUES ($1, 0, $2, $3, 'Miss Khan', 'teacher', $4, $4, 30)",
        session,
        town.ours().schoolClass(),
        town.ours().teacher(),
        utc(at));
  }
}
