package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.activity.RunPlan;
import org.linkroom.protocol.Wire;

/// The ready-made plans are whole: each can be read, and lasts as long as it says.
class RunPlansTest {
  @Test
  void allAreReadAndHaveNamesOfTheirOwn() {
    var titles = new HashSet<String>();
    assertThat(RunPlans.read().all()).hasSize(11).allMatch(plan -> titles.add(plan.title()));
  }

  @ParameterizedTest
  @CsvSource({
    "link-up-40, 40",
    "link-up-30, 30",
    "quick-hello, 10",
    "enquiry-60, 60",
    "enquiry-45, 45",
    "special-mainstream, 20",
    "dialogue, 45",
    "pupil-voice, 40",
    "class-swap, 30",
  })
  void aPlanLastsAsLongAsItSays(String name, int minutes) {
    assertThat(RunPlans.read().find(name).orElseThrow().minutes()).isEqualTo(minutes);
  }

  @Test
  void aPlanIsKeptAndReadAgainAsItWas() throws Exception {
    for (RunPlan plan : RunPlans.read().all()) {
      assertThat(Wire.JSON.readValue(Wire.write(plan), RunPlan.class)).isEqualTo(plan);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "40, false, link-up-40",
    "60, false, link-up-40",
    "45, false, link-up-40",
    "39, false, link-up-30",
    "30, false, link-up-30",
    "20, false, quick-hello",
    "5, false, quick-hello",
    "40, true, first-meeting",
    "30, true, first-meeting",
    "15, true, quick-hello",
  })
  void whoChoosesNothingGetsThePlanThatFits(int minutes, boolean first, String name) {
    assertThat(RunPlans.read().fits(minutes, first).name()).isEqualTo(name);
  }
}
