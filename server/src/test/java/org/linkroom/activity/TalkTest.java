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
        act.act(talk, new Act.Teller(id("device"), classId, true, false), SCENE, Instant.EPOCH);
    return (Talk) ((Act.Outcome.Next) outcome).activity();
  }

  private static Talk pass(Talk talk) {
    return does(talk, OAK, new Talk.Does.Pass(talk.turn()));
  }

  private static Talk want(Talk talk, Id classId) {
    return does(talk, classId, new Talk.Does.Want(true));
  }

  @Test
  void itBeginsWithTheClassThatStartsAndAlternates() {
    var first = pass(Talk.fresh());
    assertThat(first.speaking()).isEqualTo(OAK);
    assertThat(pass(first).speaking()).isEqualTo(ELM);
    assertThat(pass(pass(first)).speaking()).isEqualTo(OAK);
  }

  @Test
  void whoWaitsGoesBeforeWhoDoesNotAndTheLeastHeardFirst() {
    var talk = want(want(want(pass(pass(pass(Talk.fresh()))), OAK), OAK), ELM);
    assertThat(talk.speaking()).isEqualTo(OAK);
    assertThat(talk.after(SCENE)).isEqualTo(ELM);
    var elms = pass(talk);
    assertThat(elms.waiting()).doesNotContainKey(ELM);
    assertThat(pass(elms).speaking()).as("two of Oak wait, and nobody of Elm").isEqualTo(OAK);
  }

  @Test
  void twoWhoPressAtOncePassItOnce() {
    var talk = pass(Talk.fresh());
    var once = does(talk, OAK, new Talk.Does.Pass(1));
    assertThat(does(once, ELM, new Talk.Does.Pass(1))).isSameAs(once);
  }

  @Test
  void noMoreWaitThanCanBeHeard() {
    var talk = Talk.fresh();
    for (int i = 0; i < Talk.MOST; i++) {
      talk = want(talk, OAK);
    }
    var teller = new Act.Teller(id("device"), OAK, false, false);
    assertThat(new Talk.Does.Want(true).act(talk, teller, SCENE, Instant.EPOCH))
        .isEqualTo(Act.no(Refusal.TOO_MANY));
  }

  @Property(tries = 300)
  void whileBothWaitNeitherClassIsHeardTwiceMoreThanTheOther(
      @ForAll @Size(max = 30) List<Boolean> more) {
    var talk = want(want(Talk.fresh(), OAK), ELM);
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
