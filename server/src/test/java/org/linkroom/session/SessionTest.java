package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;

class SessionTest {
  @ParameterizedTest(name = "a session at {0} lets people in at {1}: {2}")
  @CsvSource({
    "2026-11-24T10:30, 2026-11-24T00:01, true",
    "2026-11-24T10:30, 2026-11-24T23:59, true",
    "2026-11-24T10:30, 2026-11-23T23:59, false",
    "2026-11-24T10:30, 2026-11-25T00:01, false",
    "2026-11-24T23:50, 2026-11-25T00:10, true",
    "2026-11-24T23:50, 2026-11-25T01:31, false",
    "2026-11-25T00:05, 2026-11-24T23:55, true",
    "2026-11-25T00:05, 2026-11-24T23:01, false",
  })
  void peopleComeInAllItsDayAndAcrossMidnight(String starts, String now, boolean lets) {
    assertThat(at(starts, SessionState.AGREED).lets(london(now))).isEqualTo(lets);
  }

  @Test
  void nobodyComesInOnceItIsOver() {
    var ended = at("2026-11-24T10:30", SessionState.ENDED);
    assertThat(ended.lets(ended.starts())).isFalse();
  }

  @ParameterizedTest(name = "passes for a session at {0} end at {1}")
  @CsvSource({
    "2026-11-24T10:30, 2026-11-24T22:00",
    "2026-11-24T22:30, 2026-11-25T00:10",
    "2026-11-24T23:50, 2026-11-25T01:30",
  })
  void aPassOutlivesItsSession(String starts, String end) {
    assertThat(at(starts, SessionState.AGREED).passesEnd()).isEqualTo(london(end));
  }

  private static Instant london(String local) {
    return LocalDateTime.parse(local).atZone(SchoolClock.LONDON).toInstant();
  }

  private static Session at(String starts, SessionState state) {
    var id = Id.random();
    return new Session(
        id, "link-up", id, state, london(starts), 40, "", id, null, null, null, "", 0, null, null);
  }
}
