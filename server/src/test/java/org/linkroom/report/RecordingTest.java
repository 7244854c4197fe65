package org.linkroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

class RecordingTest {
  private static final Instant START = Instant.parse("2026-11-24T10:30:00Z");
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
    town.set(START.plus(Duration.ofDays(1)));
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static void run() {
    await(new Recording(town.records(), town.clock()).run());
  }

  private static Id ended(Instant at) {
    var session = town.session("ended", START, 40);
    town.run("UPDATE session SET ended_at = $2 WHERE id = $1", session, utc(at));
    return session;
  }

  private static void line(
      Id session, int minute, String what, @Nullable Id classId, @Nullable Id person, String by) {
    town.run(
        """
        INSERT INTO room_journal (line, room, at, what, class, person, device, detail)
        VALUES ($1, $2, $3, $4, $5, $6, $7, jsonb_build_object('name', $8::text, 'role', $9::text))""",
        Id.random(),
        session,
        utc(START.plus(Duration.ofMinutes(minute))),
        what,
        classId,
        person,
        by.isEmpty() ? null : "board" + by,
        by,
        by.equals("Board") ? "DEVICE" : "TEACHER");
  }

  private static Id held() {
    var session = ended(START.plus(Duration.ofMinutes(40)));
    line(session, 0, "device.came", town.ours().schoolClass(), town.ours().teacher(), "Miss Khan");
    line(session, 1, "device.came", town.theirs().schoolClass(), null, "Board");
    line(session, 5, "door.open", null, null, "");
    line(session, 15, "door.shut", null, null, "");
    line(session, 20, "door.open", null, null, "");
    line(session, 30, "device.gone", town.ours().schoolClass(), town.ours().teacher(), "Miss Khan");
    line(session, 40, "room.end", null, null, "");
    return session;
  }

  @Test
  void aSessionsFiguresAreWrittenOnceAndStay() {
    var session = held();
    run();
    run();
    assertThat(town.text("SELECT outcome || minutes FROM attendance WHERE session = $1", session))
        .isEqualTo("met30");
    String minutes = "SELECT minutes FROM attendance_class WHERE session = $1 AND class = $2";
    assertThat(town.count(minutes, session, town.ours().schoolClass())).isEqualTo(30);
    assertThat(town.count(minutes, session, town.theirs().schoolClass())).isEqualTo(39);
    assertThat(
            town.text(
                "SELECT string_agg(name || ' ' || role || ' ' || minutes, ',') FROM attendance_adult WHERE session = $1",
                session))
        .as("a board is no adult")
        .isEqualTo("Miss Khan teacher 30");
  }

  @Test
  void theLinesMayGoAndTheFiguresStay() {
    var session = held();
    run();
    town.run("DELETE FROM room_journal WHERE room = $1", session);
    run();
    assertThat(town.count("SELECT minutes FROM attendance WHERE session = $1", session))
        .isEqualTo(30);
  }

  @Test
  void aSessionWhoseDoorNeverOpenedDidNotMeet() {
    var session = ended(START.plus(Duration.ofMinutes(40)));
    run();
    assertThat(town.text("SELECT outcome FROM attendance WHERE session = $1", session))
        .isEqualTo("not-met");
  }

  @Test
  void whatWasCalledOffOrLapsedIsCountedAsThat() {
    var off = town.session("cancelled", START, 40);
    var lapsed = town.session("cancelled", START, 40);
    town.run("UPDATE session SET why = 'lapsed' WHERE id = $1", lapsed);
    run();
    String sql = "SELECT outcome FROM attendance WHERE session = $1";
    assertThat(town.text(sql, off)).isEqualTo("called-off");
    assertThat(town.text(sql, lapsed)).isEqualTo("lapsed");
  }

  @Test
  void aSessionThatJustEndedWaitsForItsLastLines() {
    var session = ended(town.now().minusSeconds(30));
    run();
    assertThat(town.count("SELECT count(*) FROM attendance WHERE session = $1", session)).isZero();
  }
}
