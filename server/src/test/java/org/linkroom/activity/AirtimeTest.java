package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// Who is heard for how long: only by the class's microphone, never for longer than time has
/// passed, and told to adults alone.
class AirtimeTest {
  private static final Scene SCENE = Lessons.scene();

  private static Act.Outcome told(Talk talk, Id classId, boolean sounds, int seconds, int at) {
    var teller = new Act.Teller(id("device"), classId, false, false, sounds);
    return new Talking.Heard(seconds).act(talk, teller, SCENE, Instant.ofEpochSecond(at));
  }

  private static Talk heard(Talk talk, Id classId, int seconds, int at) {
    return (Talk) ((Act.Outcome.Next) told(talk, classId, true, seconds, at)).activity();
  }

  private static ObjectNode shown(Talk talk, Audience audience) {
    var node = JsonNodeFactory.instance.objectNode();
    talk.show(node, SCENE, audience);
    return node;
  }

  @Test
  void onlyTheDeviceThatCarriesItsClassesSoundIsBelieved() {
    assertThat(told(Talk.fresh(false, false), OAK, false, 5, 60))
        .isEqualTo(Act.no(Refusal.NOT_ALLOWED));
    assertThat(told(Talk.fresh(false, false), OAK, true, -5, 60))
        .isEqualTo(Act.no(Refusal.MALFORMED));
  }

  @Property(tries = 300)
  void noClassIsHeardForLongerThanTimeHasPassed(
      @ForAll @Size(max = 20) List<@IntRange(max = 100) Integer> claims,
      @ForAll @IntRange(max = 30) int between) {
    var talk = Talk.fresh(false, false);
    int now = 0;
    for (int claim : claims) {
      now += between;
      talk = heard(talk, OAK, claim, now);
      assertThat(talk.air().seconds().getOrDefault(OAK, 0)).isLessThanOrEqualTo(now);
      assertThat(talk.air().seconds()).doesNotContainKey(ELM);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "59, 0, false, ''",
    "60, 0, true, oak",
    "40, 20, true, ''",
    "41, 20, true, oak",
    "20, 90, true, elm",
    "45, 45, true, ''"
  })
  void itIsTheAdultsWhoReadWhereItLeans(int oak, int elm, boolean shown, String most) {
    var talk = heard(heard(Talk.fresh(false, false), OAK, oak, 1000), ELM, elm, 1000);
    var adults = shown(talk, Audience.ADULT);
    assertThat(adults.has("air")).isEqualTo(shown);
    assertThat(adults.path("most").asText()).isEqualTo(most.isEmpty() ? "" : id(most).text());
    assertThat(shown(talk, Audience.BOARD))
        .isEqualTo(shown(Talk.fresh(false, false), Audience.BOARD));
  }

  @Test
  void theBalanceIsOneOfTheWholeLesson() {
    var first = heard(Talk.fresh(false, false), OAK, 70, 1000);
    var second = (Talk) Talk.fresh(true, false).begin(SCENE, List.of(first, Questions.fresh()));
    assertThat(second.air()).isEqualTo(first.air());
    assertThat(second.follow()).isTrue();
  }
}
