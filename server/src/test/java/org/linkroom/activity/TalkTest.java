package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// The talking token goes from class to class, to whoever was heard least of those who wait.
class TalkTest {
  private static final Scene SCENE = Lessons.scene();

  private static Talk does(Talk talk, Id classId, Act act) {
    var outcome =
        act.act(
            talk, new Act.Teller(id("device"), classId, true, false, false), SCENE, Instant.EPOCH);
    return (Talk) ((Act.Outcome.Next) outcome).activity();
  }

  private static Talk pass(Talk talk) {
    return does(talk, OAK, new Talking.Pass(talk.turn()));
  }

  private static Talk want(Talk talk, Id classId) {
    return does(talk, classId, new Talking.Want(true));
  }

  @Test
  void itBeginsWithTheClassThatStartsAndAlternates() {
    var first = pass(Talk.fresh(false, false));
    assertThat(first.speaking()).isEqualTo(OAK);
    assertThat(pass(first).speaking()).isEqualTo(ELM);
    assertThat(pass(pass(first)).speaking()).isEqualTo(OAK);
  }

  @Test
  void whoWaitsGoesBeforeWhoDoesNotAndTheLeastHeardFirst() {
    var talk = want(want(want(pass(pass(pass(Talk.fresh(false, false)))), OAK), OAK), ELM);
    assertThat(talk.speaking()).isEqualTo(OAK);
    assertThat(talk.after(SCENE)).isEqualTo(ELM);
    var elms = pass(talk);
    assertThat(elms.waiting()).doesNotContainKey(ELM);
    assertThat(pass(elms).speaking()).as("two of Oak wait, and nobody of Elm").isEqualTo(OAK);
  }

  @Test
  void twoWhoPressAtOncePassItOnce() {
    var talk = pass(Talk.fresh(false, false));
    var once = does(talk, OAK, new Talking.Pass(1));
    assertThat(does(once, ELM, new Talking.Pass(1))).isSameAs(once);
  }

  @Test
  void whereEachClassSpeaksOnceNobodyIsNextWhenAllHave() {
    var each = new Scene(SCENE.parties(), OAK, Scene.Turn.EACH, Instant.EPOCH, null);
    var talk = want(want(Talk.fresh(false, false), OAK), OAK);
    for (Id classId : List.of(OAK, ELM)) {
      assertThat(talk.after(each)).as("whoever waits").isEqualTo(classId);
      talk = passed(talk, each);
      assertThat(talk.speaking()).isEqualTo(classId);
    }
    assertThat(talk.after(each)).isNull();
    var over = passed(talk, each);
    assertThat(over.speaking()).isNull();
    assertThat(passed(over, each)).isSameAs(over);
  }

  private static Talk passed(Talk talk, Scene scene) {
    var lead = new Act.Teller(id("device"), OAK, true, false, false);
    var outcome = new Talking.Pass(talk.turn()).act(talk, lead, scene, Instant.EPOCH);
    return (Talk) ((Act.Outcome.Next) outcome).activity();
  }

  @Test
  void microphonesFollowTheTokenWhereTheyAreToldTo() {
    var talk = does(pass(Talk.fresh(false, false)), ELM, new Talking.Follow(true));
    assertThat(talk.quiet(OAK)).isFalse();
    assertThat(talk.quiet(ELM)).isTrue();
    assertThat(pass(talk).quiet(OAK)).isTrue();
    assertThat(does(talk, OAK, new Talking.Follow(false)).quiet(ELM)).isFalse();
    assertThat(Talk.fresh(true, false).quiet(OAK)).as("nobody has it").isFalse();
  }

  @Test
  void halfOfEachClassSpeaksAndTheOtherHalfAfterTheSwap() {
    var talk = want(pass(Talk.fresh(false, true)), ELM);
    assertThat(talk.half()).isEqualTo(1);
    var swapped = does(talk, OAK, new Talking.Swap(2));
    assertThat(swapped.half()).isEqualTo(2);
    assertThat(swapped.waiting()).as("who waited sits outside now").isEmpty();
    assertThat(swapped.speaking()).isEqualTo(OAK);
    assertThat(does(swapped, ELM, new Talking.Swap(2))).as("pressed by both").isSameAs(swapped);
    var lead = new Act.Teller(id("device"), OAK, true, false, false);
    assertThat(new Talking.Swap(2).act(Talk.fresh(false, false), lead, SCENE, Instant.EPOCH))
        .isEqualTo(Act.no(Refusal.MALFORMED));
  }

  @Test
  void noMoreWaitThanCanBeHeard() {
    var talk = Talk.fresh(false, false);
    for (int i = 0; i < Talk.MOST; i++) {
      talk = want(talk, OAK);
    }
    var teller = new Act.Teller(id("device"), OAK, false, false, false);
    assertThat(new Talking.Want(true).act(talk, teller, SCENE, Instant.EPOCH))
        .isEqualTo(Act.no(Refusal.TOO_MANY));
  }

  @Property(tries = 300)
  void whileBothWaitNeitherClassIsHeardTwiceMoreThanTheOther(
      @ForAll @Size(max = 30) List<Boolean> more) {
    var talk = want(want(Talk.fresh(false, false), OAK), ELM);
    for (boolean oak : more) {
      talk = pass(talk);
      int difference = talk.turns().getOrDefault(OAK, 0) - talk.turns().getOrDefault(ELM, 0);
      assertThat(Math.abs(difference)).isLessThanOrEqualTo(1);
      // Somebody of each class waits again, of one of them perhaps two.
      for (Id classId : List.of(OAK, ELM, oak ? OAK : ELM)) {
        talk = talk.waiting().getOrDefault(classId, 0) < 2 ? want(talk, classId) : talk;
      }
    }
  }
}
