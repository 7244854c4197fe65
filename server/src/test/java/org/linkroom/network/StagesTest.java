package org.linkroom.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;

/// The ten stages follow from what is on record.
class StagesTest {
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 7);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static LinkItems.Item item(String kind, LocalDate day) {
    return new LinkItems.Item(Id.random(), kind, "", day, "", "");
  }

  private static Stages.Facts facts(
      @Nullable LocalDate live, List<LinkItems.Item> items, LocalDate... met) {
    return new Stages.Facts(SEPTEMBER, null, live, live, 2, items, List.of(met));
  }

  private static List<String> keys(List<Stages.Stage> stages, String state) {
    return stages.stream().filter(s -> s.state().equals(state)).map(Stages.Stage::key).toList();
  }

  @Test
  void aNewLinkWaitsForBothHeads() {
    var stages = Stages.of(facts(null, List.of()), TODAY);
    assertThat(stages).hasSize(10);
    assertThat(keys(stages, "done")).containsExactly("interest");
    assertThat(keys(stages, "next")).containsExactly("brokered");
  }

  @Test
  void aTrainingIsDoneWhenEachTeacherHasBeenAtIt() {
    var one = item("training-1", SEPTEMBER);
    assertThat(keys(Stages.of(facts(SEPTEMBER, List.of(one)), TODAY), "next"))
        .containsExactly("training-1");
    var both = List.of(one, item("training-1", SEPTEMBER.plusDays(8)));
    assertThat(keys(Stages.of(facts(SEPTEMBER, both), TODAY), "next")).containsExactly("exchange");
  }

  @Test
  void aLinkUpThatWasHeldIsTheFirstMeeting() {
    var stages = Stages.of(facts(SEPTEMBER, List.of(), TODAY.minusDays(7)), TODAY);
    assertThat(keys(stages, "done")).contains("meeting");
    assertThat(stages.get(5).on()).isEqualTo(TODAY.minusDays(7));
  }

  @Test
  void whatIsPlannedHasItsDayAndIsNotDone() {
    var visit = item("visit", TODAY.plusDays(30));
    var stage = Stages.of(facts(SEPTEMBER, List.of(visit)), TODAY).get(8);
    assertThat(stage.key()).isEqualTo("visits");
    assertThat(stage.on()).isEqualTo(TODAY.plusDays(30));
    assertThat(stage.state()).isEqualTo("later");
  }

  @Test
  void exactlyOneStageIsNextUntilAllAreDone() {
    var items =
        List.of(
            item("training-1", SEPTEMBER),
            item("training-1", SEPTEMBER),
            item("exchange", SEPTEMBER),
            item("exchange", TODAY),
            item("training-2", TODAY),
            item("training-2", TODAY),
            item("visit", TODAY),
            item("celebration", TODAY));
    var all = Stages.of(facts(SEPTEMBER, items, TODAY), TODAY);
    assertThat(keys(all, "done")).hasSize(10);
    for (int have = 0; have < items.size(); have++) {
      var some = Stages.of(facts(SEPTEMBER, items.subList(0, have)), TODAY);
      assertThat(keys(some, "next")).hasSize(1);
    }
  }
}
