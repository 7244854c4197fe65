package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// Feelings are counts of a class, and the other class reads no number by which a child is known.
class CheckInTest {
  private static final Scene SCENE = Lessons.scene();

  private static Act.Outcome count(CheckIn is, Id classId, Map<String, Integer> counts) {
    var teller = new Act.Teller(id("device"), classId, true, false, false);
    return new CheckIn.Does.Count(new TreeMap<>(counts)).act(is, teller, SCENE, Instant.EPOCH);
  }

  private static CheckIn counted(CheckIn is, Id classId, Map<String, Integer> counts) {
    return (CheckIn) ((Act.Outcome.Next) count(is, classId, counts)).activity();
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode common(CheckIn is) {
    var node = JsonNodeFactory.instance.objectNode();
    is.show(node, SCENE, Audience.BOARD);
    return node;
  }

  @Property(tries = 100)
  void theOtherClassNeverSeesANumberUnderThree(@ForAll @IntRange(max = 30) int sunny) {
    var is = counted(CheckIn.of(CheckIn.Scale.WEATHER), OAK, Map.of("sunny", sunny));
    var shown = common(is).at("/counts/" + OAK + "/sunny");
    if (sunny >= CheckIn.FEW) {
      assertThat(shown.asInt()).isEqualTo(sunny);
    } else if (sunny > 0) {
      assertThat(shown.asText()).isEqualTo("few");
    } else {
      assertThat(shown.isMissingNode()).isTrue();
    }
    var own = JsonNodeFactory.instance.objectNode();
    is.showOwn(own, SCENE, Audience.BOARD, OAK);
    assertThat(own.at("/counts/sunny").asInt()).isEqualTo(sunny);
    var theirs = JsonNodeFactory.instance.objectNode();
    is.showOwn(theirs, SCENE, Audience.ADULT, ELM);
    assertThat(theirs).isEmpty();
  }

  @Test
  void atTheEndTheStartStandsBeside() {
    var before = counted(CheckIn.of(CheckIn.Scale.WEATHER), OAK, Map.of("rainy", 12, "sunny", 4));
    var after = (CheckIn) CheckIn.of(CheckIn.Scale.WEATHER).begin(SCENE, List.of(before));
    assertThat(common(after).at("/before/" + OAK + "/rainy").asInt()).isEqualTo(12);
    assertThat(common(after).at("/counts")).isEmpty();
    var other = (CheckIn) CheckIn.of(CheckIn.Scale.CARES).begin(SCENE, List.of(before));
    assertThat(common(other).has("before")).as("another question has no before").isFalse();
  }

  @Test
  void noMoreHandsThanAClassHasAndNoWordsOfOnesOwn() {
    var is = CheckIn.of(CheckIn.Scale.LIGHTS);
    assertThat(count(is, OAK, Map.of("green", 60, "amber", 60)))
        .isEqualTo(Act.no(Refusal.TOO_MANY));
    assertThat(count(is, OAK, Map.of("Amira is sad", 1))).isEqualTo(Act.no(Refusal.MALFORMED));
  }

  @ParameterizedTest
  @EnumSource(CheckIn.Scale.class)
  void everyFeelingHasItsWordAndEverySymbolItsDrawing(CheckIn.Scale scale) throws Exception {
    String words = Files.readString(Path.of("web/words/lesson.properties"));
    String drawn = Files.readString(Path.of("web/live/acts/feelings.js"));
    boolean draws =
        Set.of(CheckIn.Scale.WEATHER, CheckIn.Scale.FACES, CheckIn.Scale.SYMBOLS).contains(scale);
    for (String word : scale.words()) {
      assertThat(words).contains("room.checkin." + word + "=");
      assertThat(!draws || drawn.contains("  " + word + ": [")).as(word).isTrue();
    }
  }
}
