package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.session.Transitions.Event;

class TransitionsTest {
  /// The whole table: a row for each state, a column for each event; a dash where it cannot happen.
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      value = {
        "from,      ACCEPT, MOVE,     SETTLE, CANCEL,    DUE,  DOOR, OVER,  LAPSE",
        "PROPOSED,  AGREED, PROPOSED, AGREED, CANCELLED, -,    -,    -,     CANCELLED",
        "AGREED,    AGREED, PROPOSED, AGREED, CANCELLED, OPEN, -,    ENDED, -",
        "OPEN,      OPEN,   PROPOSED, AGREED, CANCELLED, -,    LIVE, ENDED, -",
        "LIVE,      LIVE,   -,        -,      -,         -,    -,    ENDED, -",
        "ENDED,     -,      -,        -,      -,         -,    -,    -,     -",
        "CANCELLED, -,      -,        -,      -,         -,    -,    -,     -",
      })
  void eachEventLeadsWhereTheTableSays(
      SessionState from,
      String accept,
      String move,
      String settle,
      String cancel,
      String due,
      String door,
      String over,
      String lapse) {
    var expected =
        Map.of(
            Event.ACCEPT, accept,
            Event.MOVE, move,
            Event.SETTLE, settle,
            Event.CANCEL, cancel,
            Event.DUE, due,
            Event.DOOR, door,
            Event.OVER, over,
            Event.LAPSE, lapse);
    for (Event event : Event.values()) {
      assertThat(Transitions.next(from, event).map(Enum::name).orElse("-"))
          .as("%s in %s", event, from)
          .isEqualTo(expected.get(event));
    }
  }

  @ParameterizedTest
  @EnumSource(SessionState.class)
  void nothingHappensToWhatIsOver(SessionState state) {
    boolean goesOn =
        Arrays.stream(Event.values()).anyMatch(e -> Transitions.next(state, e).isPresent());
    assertThat(goesOn).isEqualTo(!state.over());
  }

  @Test
  void aStateIsReadAsItIsWritten() {
    for (SessionState state : SessionState.values()) {
      assertThat(SessionState.of(state.word())).isEqualTo(state);
    }
  }
}
