package org.linkroom.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.id;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.testing.Lessons;

/// A tablet has one voice, nobody sees whose it was, and nothing but counts is left.
class TabletsTest {
  private static final Scene SCENE = Lessons.scene();
  private static final Act.Teller KHAN = new Act.Teller(id("khan"), OAK, true, false, false);
  private static final Act.Teller REED = new Act.Teller(id("reed"), ELM, true, false, false);

  private static Vote vote(Vote.Method method) {
    var all =
        IntStream.range(0, 3)
            .mapToObj(i -> new Vote.Choice(choice(i), i % 2 == 0 ? OAK : ELM, "Question " + i))
            .toList();
    return new Vote(method, 2, all, Collections.emptySortedMap(), false, Tablets.NONE, null);
  }

  private static Id choice(int i) {
    return id("q" + (char) ('a' + i));
  }

  private static Act.Teller tablet(Id classId, int i) {
    return new Act.Teller(id("tablet" + (char) ('a' + i)), classId, false, true, false);
  }

  private static Act cast(int... marks) {
    var all = new TreeSet<String>();
    IntStream.of(marks).forEach(i -> all.add(choice(i).text()));
    return new Tablets.Does.Cast(all);
  }

  private static Act.Outcome tried(Activity is, Act.Teller who, Act act) {
    return act.act(is, who, SCENE, Instant.EPOCH);
  }

  private static Activity does(Activity is, Act.Teller who, Act act) {
    return ((Act.Outcome.Next) tried(is, who, act)).activity();
  }

  private static Activity asked(Activity is) {
    return does(is, KHAN, new Tablets.Does.Ask(true));
  }

  private static Act.Outcome counted(Activity is, Act.Teller who, int voters, int first) {
    var hands = new TreeMap<>(Map.of(choice(0).text(), first));
    return tried(is, who, new Voting.Count(voters, hands));
  }

  private static ObjectNode own(Activity is, Audience audience, Id classId) {
    var node = JsonNodeFactory.instance.objectNode();
    is.show(node, SCENE, audience);
    is.showOwn(node, SCENE, audience, classId);
    return node;
  }

  @Test
  void aTabletThatVotesTwiceCountsOnceByWhatItSaidLast() {
    var is = asked(vote(Vote.Method.SINGLE));
    is = does(is, tablet(OAK, 0), cast(0));
    is = does(is, tablet(OAK, 1), cast(0));
    is = does(is, tablet(OAK, 0), cast(2));
    var vote = (Vote) does(is, KHAN, new Tablets.Does.Close());
    var ballot = Objects.requireNonNull(vote.ballots().get(OAK));
    assertThat(ballot.voters()).isEqualTo(2);
    assertThat(ballot.hands().values()).containsExactly(1, 0, 1);
  }

  @Test
  void withoutAMarkATabletHasNotVoted() {
    var is = does(asked(vote(Vote.Method.SINGLE)), tablet(OAK, 0), cast(0));
    is = does(is, tablet(OAK, 0), cast());
    assertThat(tried(is, KHAN, new Tablets.Does.Close())).isEqualTo(Act.no(Refusal.BALLOT_EMPTY));
  }

  @ParameterizedTest
  @CsvSource({
    "OMNI, 3, true",
    "MULTI, 2, true",
    "MULTI, 3, false",
    "SINGLE, 1, true",
    "SINGLE, 2, false",
    "TWO_ROUND, 2, false"
  })
  void aBallotHasNoMoreMarksThanTheVoteAllows(Vote.Method method, int marks, boolean may) {
    var outcome =
        tried(asked(vote(method)), tablet(OAK, 0), cast(IntStream.range(0, marks).toArray()));
    assertThat(outcome instanceof Act.Outcome.Next).isEqualTo(may);
  }

  @Test
  void onlyATabletOfAClassThatIsAskedVotes() {
    var is = asked(vote(Vote.Method.OMNI));
    assertThat(tried(is, KHAN, cast(0))).isEqualTo(Act.no(Refusal.NOT_ALLOWED));
    var board = new Act.Teller(id("board"), OAK, false, false, false);
    assertThat(tried(is, board, cast(0))).isEqualTo(Act.no(Refusal.NOT_ALLOWED));
    assertThat(tried(is, tablet(ELM, 0), cast(0))).isEqualTo(Act.no(Refusal.BALLOT_SHUT));
    assertThat(tried(is, tablet(OAK, 0), new Tablets.Does.Cast(new TreeSet<>(Set.of("other")))))
        .isEqualTo(Act.no(Refusal.MALFORMED));
    assertThat(counted(is, KHAN, 9, 9)).isEqualTo(Act.no(Refusal.BALLOT_OPEN));
  }

  @Test
  void theAdultSeesHowManyHaveVotedAndTheBoardDoesNot() {
    var is = does(asked(vote(Vote.Method.OMNI)), tablet(OAK, 0), cast(0, 1));
    assertThat(own(is, Audience.ADULT, OAK).path("cast").asInt()).isEqualTo(1);
    assertThat(own(is, Audience.BOARD, OAK).path("tablets").asText()).isEqualTo("open");
    assertThat(own(is, Audience.BOARD, OAK).has("cast")).isFalse();
    assertThat(own(is, Audience.ADULT, ELM).has("tablets")).isFalse();
  }

  @Test
  void theOtherClassSeesNothingUntilBothAreIn() throws Exception {
    var is = does(does(asked(vote(Vote.Method.OMNI)), tablet(OAK, 0), cast(0, 1)), KHAN, close());
    assertThat(own(is, Audience.ADULT, ELM).has("result")).isFalse();
    is = ((Act.Outcome.Next) counted(is, REED, 20, 20)).activity();
    assertThat(own(is, Audience.BOARD, ELM).at("/result/" + choice(0) + "/share").asInt())
        .isEqualTo(100);
    assertThat(tried(is, tablet(OAK, 0), cast(2))).isEqualTo(Act.no(Refusal.VOTE_CLOSED));
    assertThat(tried(is, KHAN, new Tablets.Does.Ask(true))).isEqualTo(Act.no(Refusal.VOTE_CLOSED));
  }

  @Test
  void feelingsAreOneOfATabletAndTheOtherClassReadsAFew() {
    var is = asked(CheckIn.of(CheckIn.Scale.WEATHER));
    assertThat(tried(is, tablet(OAK, 0), marks("sunny", "rainy")))
        .isEqualTo(Act.no(Refusal.TOO_MANY));
    for (int i = 0; i < 4; i++) {
      is = does(is, tablet(OAK, i), marks(i == 0 ? "rainy" : "sunny"));
    }
    assertThat(own(is, Audience.ADULT, OAK).path("counts"))
        .as("nothing before it closes")
        .isEmpty();
    is = does(is, KHAN, close());
    var theirs = own(is, Audience.ADULT, ELM).at("/counts/" + OAK);
    assertThat(theirs.path("sunny").asInt()).isEqualTo(3);
    assertThat(theirs.path("rainy").asText()).isEqualTo("few");
  }

  @Test
  void whenTheLessonGoesOnOnlyCountsAreLeft() {
    for (Activity each : List.of(vote(Vote.Method.SINGLE), CheckIn.of(CheckIn.Scale.FACES))) {
      var mark = each instanceof Vote ? cast(1) : marks("calm");
      var is = does(does(asked(each), tablet(OAK, 0), mark), tablet(OAK, 1), mark);
      assertThat(Wire.write(is)).contains(id("tableta").text());
      for (Activity left : List.of(is.leave(), is.end())) {
        assertThat(Wire.write(left)).doesNotContain("tablet" + "a");
        assertThat(((Polled) left).counted(OAK)).isTrue();
        assertThat(left.leave()).as("again").isSameAs(left);
      }
    }
  }

  @Test
  void aClassThatAnswersByTabletsGoesOnToDoSo() {
    var first = asked(CheckIn.of(CheckIn.Scale.FACES));
    var vote = (Vote) Vote.of(Vote.Method.OMNI, 1).begin(SCENE, List.of(first));
    assertThat(vote.tablets().classes()).containsExactly(OAK);
    assertThat(vote.tablets().cast()).isEmpty();
  }

  private static Act close() {
    return new Tablets.Does.Close();
  }

  private static Act marks(String... words) {
    return new Tablets.Does.Cast(new TreeSet<>(List.of(words)));
  }

  /// Somebody who does something.
  record Step(Act.Teller who, Act act) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    var classes = Arbitraries.of(OAK, OAK, ELM);
    var tablets = Combinators.combine(classes, Arbitraries.integers().between(0, 3));
    var adults = Arbitraries.of(KHAN, KHAN, REED);
    var marks = Arbitraries.of(cast(0), cast(1), cast(2), cast(0, 1), cast());
    var commands =
        Arbitraries.frequency(
            Tuple.of(4, new Tablets.Does.Ask(true)),
            Tuple.of(1, new Tablets.Does.Ask(false)),
            Tuple.of(2, close()),
            Tuple.of(1, new Voting.Count(9, new TreeMap<>())));
    return Arbitraries.frequencyOf(
            Tuple.of(3, Combinators.combine(tablets.as(TabletsTest::tablet), marks).as(Step::new)),
            Tuple.of(1, Combinators.combine(adults, commands).as(Step::new)))
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 500)
  void whoeverDoesWhatInWhateverOrderACountIsWhatEachTabletSaidLast(
      @ForAll("steps") List<Step> steps) {
    Activity is = vote(Vote.Method.SINGLE);
    var said = new HashMap<Act.Teller, Act>();
    for (Step step : steps) {
      if (tried(is, step.who, step.act) instanceof Act.Outcome.Next next) {
        heard((Vote) is, (Vote) next.activity(), step, said);
        is = next.activity();
      }
      for (Audience audience : Audience.values()) {
        assertThat(own(is, audience, OAK).toString()).doesNotContain("tablet" + "a");
      }
    }
  }

  private static void heard(Vote before, Vote after, Step step, Map<Act.Teller, Act> said) {
    Id classId = step.who.of();
    if (step.act instanceof Tablets.Does.Cast) {
      said.put(step.who, step.act);
    } else if (step.act instanceof Tablets.Does.Close && before.open(classId)) {
      agrees(after, classId, said);
      said.keySet().removeIf(who -> who.of().equals(classId));
    } else if (step.act instanceof Tablets.Does.Ask && after != before) {
      said.keySet().removeIf(who -> who.of().equals(classId));
    }
  }

  private static void agrees(Vote vote, Id classId, Map<Act.Teller, Act> said) {
    var marked =
        said.entrySet().stream()
            .filter(each -> each.getKey().of().equals(classId))
            .map(each -> ((Tablets.Does.Cast) each.getValue()).marks())
            .filter(marks -> !marks.isEmpty())
            .toList();
    var ballot = Objects.requireNonNull(vote.ballots().get(classId));
    assertThat(ballot.voters()).isEqualTo(marked.size());
    ballot
        .hands()
        .forEach(
            (choice, count) ->
                assertThat(marked.stream().filter(marks -> marks.contains(choice.text())).count())
                    .isEqualTo(count.longValue()));
    Statistics.collect("closed");
    Statistics.coverage(check -> check.check("closed").count(many -> many > 20));
  }
}
