package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;

/// A link may have three classes: each has its turn, and each weighs a third.
class ThreeClassesTest {
  private static final Id ASH = id("ash");
  private static final Id FIRST = id("first");
  private static final Id SECOND = id("second");

  private static final Scene SCENE =
      new Scene(
          List.of(
              new Scene.Party(OAK, 0, "Oak"),
              new Scene.Party(ELM, 1, "Elm"),
              new Scene.Party(ASH, 2, "Ash")),
          ELM,
          Scene.Turn.ALTERNATE,
          Instant.EPOCH,
          null);

  private static Activity does(Activity activity, Id classId, Act act) {
    var teller = new Act.Teller(id("device"), classId, true, false, false);
    var outcome = act.act(activity, teller, SCENE, Instant.EPOCH);
    return ((Act.Outcome.Next) outcome).activity();
  }

  @Test
  void theTalkingTokenGoesRoundFromTheClassThatStarts() {
    var talk = Talk.fresh(false, false);
    for (Id next : List.of(ELM, OAK, ASH, ELM)) {
      talk = (Talk) does(talk, OAK, new Talking.Pass(talk.turn()));
      assertThat(talk.speaking()).isEqualTo(next);
    }
  }

  @Test
  void aVoteWaitsForTheThirdAndEachWeighsAThird() {
    var choices =
        List.of(new Vote.Choice(FIRST, OAK, "Why?"), new Vote.Choice(SECOND, ASH, "How?"));
    Activity vote =
        new Vote(
            Vote.Method.SINGLE,
            1,
            choices,
            Collections.emptySortedMap(),
            false,
            Tablets.NONE,
            null);
    vote = does(vote, OAK, count(30, 30, 0));
    vote = does(vote, ELM, count(10, 0, 10));
    assertThat(shown(vote)).doesNotContain("chosen");
    vote = does(vote, ASH, count(9, 0, 9));
    assertThat(shown(vote)).contains("\"chosen\":\"" + SECOND + "\"", "\"share\":33");
  }

  private static Voting.Count count(int voters, int first, int second) {
    var hands = new TreeMap<String, Integer>();
    hands.put(FIRST.text(), first);
    hands.put(SECOND.text(), second);
    return new Voting.Count(voters, hands);
  }

  private static String shown(Activity vote) {
    var node = JsonNodeFactory.instance.objectNode();
    vote.show(node, SCENE, Audience.BOARD);
    return node.toString();
  }
}
