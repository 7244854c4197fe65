package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// Hands are counted by class, blind until all are in, and each class weighs the same.
class VoteTest {
  private static final Scene SCENE = Lessons.scene();
  private static final Instant NOW = Instant.EPOCH;

  /// Questions a, c, … of Oak and b, d, … of Elm.
  private static Vote vote(Vote.Method method, int choices) {
    var all =
        IntStream.range(0, choices)
            .mapToObj(i -> new Vote.Choice(choice(i), i % 2 == 0 ? OAK : ELM, "Question " + i))
            .toList();
    return new Vote(method, 2, all, Collections.emptySortedMap(), false, Tablets.NONE, null);
  }

  private static Id choice(int i) {
    return id("q" + (char) ('a' + i));
  }

  private static Act.Outcome count(Vote vote, Id classId, int voters, int... hands) {
    var all = new TreeMap<String, Integer>();
    for (int i = 0; i < hands.length; i++) {
      all.put(choice(i).text(), hands[i]);
    }
    var teller = new Act.Teller(id("device"), classId, true, false, false);
    return new Voting.Count(voters, all).act(vote, teller, SCENE, NOW);
  }

  private static Vote counted(Vote vote, Id classId, int voters, int... hands) {
    return (Vote) ((Act.Outcome.Next) count(vote, classId, voters, hands)).activity();
  }

  private static ObjectNode shown(Vote vote) {
    var node = JsonNodeFactory.instance.objectNode();
    vote.show(node, SCENE, Audience.ADULT);
    return node;
  }

  @Test
  void aSmallClassWeighsAsMuchAsALargeOne() {
    var both = counted(counted(vote(Vote.Method.SINGLE, 2), OAK, 18, 17, 1), ELM, 33, 3, 30);
    assertThat(shown(both).at("/chosen").asText()).isEqualTo(choice(0).text());
    assertThat(shown(both).at("/result/" + choice(0) + "/share").asInt()).isEqualTo(51);
    assertThat(shown(both).at("/result/" + choice(1) + "/hands/" + ELM).asInt()).isEqualTo(30);
  }

  @Test
  void aTieGoesToTheClassThatDoesNotStart() {
    var both = counted(counted(vote(Vote.Method.SINGLE, 2), OAK, 20, 20, 0), ELM, 30, 0, 30);
    assertThat(shown(both).at("/chosen").asText()).isEqualTo(choice(1).text());
  }

  @Test
  void aTieGoesToTheClassThatLostTheLastVote() {
    var oakLost = new Scene(SCENE.parties(), OAK, SCENE.turn(), NOW, OAK);
    var asked =
        new Asking.Write("", "Why do we laugh?", false)
            .act(
                Questions.fresh(),
                new Act.Teller(id("device"), OAK, true, false, false),
                SCENE,
                NOW);
    var board = List.of(((Act.Outcome.Next) asked).activity());
    var begun = (Vote) Vote.of(Vote.Method.SINGLE, 1).begin(oakLost, board);
    assertThat(begun.lost()).isEqualTo(OAK);
    var both = tied(OAK);
    assertThat(shown(both).path("chosen").asText()).isEqualTo(choice(0).text());
    assertThat(shown(both).path("tie").asBoolean()).isTrue();
    assertThat(both.lostBy(SCENE)).contains(ELM);
    assertThat(tied(null).lostBy(SCENE)).as("who starts gives way").contains(OAK);
    assertThat(counted(vote(Vote.Method.SINGLE, 2), OAK, 20, 9, 0).lostBy(SCENE)).isEmpty();
  }

  /// Each class is for its own question; this class has lost before.
  private static Vote tied(@Nullable Id lost) {
    var is = vote(Vote.Method.SINGLE, 2);
    var after = new Vote(is.method(), 1, is.choices(), is.ballots(), false, Tablets.NONE, lost);
    return counted(counted(after, OAK, 20, 20, 0), ELM, 30, 0, 30);
  }

  @Test
  void nothingOfACountIsShownBeforeAllAreIn() {
    var one = counted(vote(Vote.Method.OMNI, 3), OAK, 20, 11, 12, 13);
    assertThat(shown(one).has("result")).isFalse();
    assertThat(shown(one).toString()).doesNotContain("11", "12", "13");
    assertThat(shown(one).at("/in/0").asText()).isEqualTo(OAK.text());
    var theirs = JsonNodeFactory.instance.objectNode();
    one.showOwn(theirs, SCENE, Audience.ADULT, ELM);
    assertThat(theirs).isEmpty();
  }

  @Test
  void aCountIsChangedUntilAllAreInAndStandsFromThen() {
    var changed = counted(counted(vote(Vote.Method.SINGLE, 2), OAK, 20, 5, 15), OAK, 20, 15, 5);
    assertThat(Objects.requireNonNull(changed.ballots().get(OAK)).hands().get(choice(0)))
        .isEqualTo(15);
    var both = counted(changed, ELM, 20, 5, 15);
    assertThat(count(both, OAK, 20, 0, 20)).isEqualTo(Act.no(Refusal.VOTE_CLOSED));
  }

  @ParameterizedTest
  @CsvSource({
    "OMNI, 20, 20, 20, true",
    "OMNI, 20, 21, 0, false",
    "MULTI, 20, 20, 20, true",
    "MULTI, 20, 15, 16, true",
    "SINGLE, 20, 10, 10, true",
    "SINGLE, 20, 11, 10, false",
    "TWO_ROUND, 20, 20, 1, false",
    "SINGLE, 0, 0, 0, false",
    "SINGLE, 100, 1, 1, false",
  })
  void noMoreHandsThanChildrenCanRaise(
      Vote.Method method, int voters, int one, int two, boolean fits) {
    var outcome = count(vote(method, 2), OAK, voters, one, two);
    assertThat(outcome instanceof Act.Outcome.Next).isEqualTo(fits);
  }

  @Test
  void whereNoneHasMoreThanHalfTheTwoBestAreVotedOnAgain() {
    var first =
        counted(counted(vote(Vote.Method.TWO_ROUND, 3), OAK, 20, 8, 7, 5), ELM, 20, 8, 7, 5);
    assertThat(shown(first).at("/runoff").asBoolean()).isTrue();
    var lead = new Act.Teller(id("device"), OAK, true, false, false);
    var again =
        (Vote) ((Act.Outcome.Next) new Voting.Again().act(first, lead, SCENE, NOW)).activity();
    assertThat(again.second()).isTrue();
    assertThat(again.choices()).extracting(Vote.Choice::id).containsExactly(choice(0), choice(1));
    assertThat(again.ballots()).isEmpty();
    assertThat(new Voting.Again().act(again, lead, SCENE, NOW)).isEqualTo(Act.next(again));
  }

  @Test
  void itIsAboutTheQuestionsThatWereAsked() {
    var asker = new Act.Teller(id("device"), ELM, true, false, false);
    var asked =
        ((Act.Outcome.Next)
                new Asking.Write("", "Why do we laugh?", false)
                    .act(Questions.fresh(), asker, SCENE, NOW))
            .activity();
    var vote = (Vote) Vote.of(Vote.Method.OMNI, 1).begin(SCENE, List.of(asked));
    assertThat(vote.choices()).extracting(Vote.Choice::text).containsExactly("Why do we laugh?");
  }

  @Property(tries = 300)
  void inWhateverOrderTheClassesCountTheSameIsChosen(
      @ForAll @IntRange(min = 1, max = 40) int oak,
      @ForAll @IntRange(min = 1, max = 40) int elm,
      @ForAll @IntRange(max = 40) int a,
      @ForAll @IntRange(max = 40) int b) {
    var vote = vote(Vote.Method.OMNI, 2);
    int[] oaks = {a % (oak + 1), b % (oak + 1)};
    int[] elms = {b % (elm + 1), a % (elm + 1)};
    var one = counted(counted(vote, OAK, oak, oaks), ELM, elm, elms);
    var two = counted(counted(vote, ELM, elm, elms), OAK, oak, oaks);
    assertThat(shown(one)).isEqualTo(shown(two));
    assertThat(shown(one).at("/result/" + choice(0) + "/hands/" + OAK).asInt()).isEqualTo(oaks[0]);
  }
}
