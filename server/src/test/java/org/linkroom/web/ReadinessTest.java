package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.web.Readiness.Kept;
import org.linkroom.web.Readiness.Stage;

/// When people may be sent to a node, and what is said when not.
class ReadinessTest {
  private static final Kept ALWAYS = new Kept("yes", "always", "noeviction");

  private static Readiness all(Stage stage, List<Boolean> good, Kept kept) {
    return new Readiness(
        stage, good.get(0), good.get(1), good.get(2), good.get(3), good.get(4), kept);
  }

  private static Readiness all(Stage stage) {
    return all(stage, Collections.nCopies(5, true), ALWAYS);
  }

  private static Readiness without(int... missing) {
    var good = new ArrayList<>(Collections.nCopies(5, true));
    IntStream.of(missing).forEach(i -> good.set(i, false));
    return all(Stage.SERVING, good, ALWAYS);
  }

  @Test
  void aNodeThatHasAllItNeedsIsReadyWhileItServes() {
    assertThat(all(Stage.SERVING).ready()).isTrue();
    assertThat(all(Stage.STARTING).why()).containsExactly("This node is starting.");
    assertThat(all(Stage.DRAINING).why())
        .containsExactly("This node is being renewed and takes nobody new.");
  }

  @Test
  void whatIsMissingIsSaidInWords() {
    assertThat(without(0).why()).containsExactly("PostgreSQL does not answer.");
    assertThat(without(1, 2).why()).containsExactly("Redis does not answer.");
    assertThat(without(2).why()).containsExactly("Redis answers and does not write.");
    assertThat(without(3).why()).containsExactly("What is published in Redis is not heard here.");
    assertThat(without(4).why())
        .containsExactly("PostgreSQL is so far behind that commands are refused.");
    assertThat(without(0, 1, 2, 3, 4).why()).hasSize(4);
    assertThat(without(4).json().getBoolean("ready")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "yes, always, true, What was answered with ok is on Redis's disk.",
    "yes, everysec, false, 'If Redis stops at once, what was answered with ok in the last moments may be lost.'",
    "no, always, false, 'If Redis stops at once, what was answered with ok in the last moments may be lost.'",
    "unknown, unknown, false, Redis does not say whether what was answered with ok is on its disk.",
    "yes, unknown, false, Redis does not say whether what was answered with ok is on its disk.",
  })
  void whichDurabilityIsInForceIsSaidAndDoesNotStopTheNode(
      String appendonly, String appendfsync, boolean durable, String words) {
    var now =
        all(
            Stage.SERVING,
            Collections.nCopies(5, true),
            new Kept(appendonly, appendfsync, "noeviction"));
    assertThat(now.ready()).isTrue();
    assertThat(now.json().getBoolean("durable")).isEqualTo(durable);
    assertThat(now.json().getString("durability")).isEqualTo(words);
  }
}
