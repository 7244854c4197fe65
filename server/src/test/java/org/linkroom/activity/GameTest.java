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
import org.junit.jupiter.params.provider.EnumSource;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Lessons;

/// One prompt for both classes, and a beat that begins for both at one moment.
class GameTest {
  private static final Instant NOW = Instant.ofEpochSecond(1000);

  private static Act.Outcome tried(Game game, Act act, Instant now) {
    var lead = new Act.Teller(id("device"), OAK, true, false, false);
    return act.act(game, lead, Lessons.scene(), now);
  }

  private static Game does(Game game, Act act, Instant now) {
    return (Game) ((Act.Outcome.Next) tried(game, act, now)).activity();
  }

  private static ObjectNode shown(Game game, Audience audience) {
    var node = JsonNodeFactory.instance.objectNode();
    game.show(node, Lessons.scene(), audience);
    return node;
  }

  private static Game of(Game.Kind kind) {
    return Game.of(kind, List.of("First", "Second", "Third"), 60);
  }

  @Test
  void theNextPromptIsForAdultsAlone() {
    assertThat(shown(of(Game.Kind.STAND), Audience.BOARD).toString()).doesNotContain("Second");
    assertThat(shown(of(Game.Kind.STAND), Audience.ADULT).path("after").asText())
        .isEqualTo("Second");
    assertThat(tried(of(Game.Kind.STAND), new Game.Does.Turn(3), NOW))
        .isEqualTo(Act.no(Refusal.MALFORMED));
  }

  @Test
  void oneClassKnowsAndTheOtherGuessesInTurn() {
    var game = of(Game.Kind.GUESS);
    assertThat(shown(game, Audience.BOARD).path("knows").asText()).isEqualTo(OAK.text());
    game = does(game, new Game.Does.Turn(1), NOW);
    assertThat(shown(game, Audience.BOARD).path("knows").asText()).isEqualTo(ELM.text());
  }

  @Test
  void aBeatBeginsOnceForBothHoweverOftenItIsPressedAndThenAgain() {
    var game = does(of(Game.Kind.CLAP), new Game.Does.Beat(true), NOW);
    assertThat(shown(game, Audience.BOARD).at("/beat/starts").asLong()).isEqualTo(1_004_000);
    assertThat(does(game, new Game.Does.Beat(true), NOW.plusSeconds(19))).isSameAs(game);
    var again = does(game, new Game.Does.Beat(true), NOW.plusSeconds(20));
    assertThat(shown(again, Audience.BOARD).at("/beat/starts").asLong()).isEqualTo(1_024_000);
    assertThat(shown((Game) again.leave(), Audience.BOARD).has("beat")).isFalse();
    assertThat(does(again, new Game.Does.Beat(false), NOW).beat()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Game.Kind.class)
  void onlyWhatIsDoneTogetherHasABeat(Game.Kind kind) {
    var outcome = tried(of(kind), new Game.Does.Beat(true), NOW);
    assertThat(outcome instanceof Act.Outcome.Next).isEqualTo(kind.together());
  }

  @Property(tries = 200)
  void whateverIsPressedAPromptIsShownAndNoBeatIsFasterThanTwoASecond(
      @ForAll @Size(max = 20) List<@IntRange(min = -1, max = 4) Integer> presses,
      @ForAll @IntRange(min = Game.SLOWEST, max = Game.FASTEST) int pace) {
    var game = Game.of(Game.Kind.SING, List.of("La", "Le", "Lu"), pace);
    for (int press : presses) {
      var act = press > 2 ? new Game.Does.Beat(press == 3) : new Game.Does.Turn(press);
      game = tried(game, act, NOW) instanceof Act.Outcome.Next next ? (Game) next.activity() : game;
      var board = shown(game, Audience.BOARD);
      assertThat(board.path("prompt").asText()).isNotEmpty();
      assertThat(board.at("/beat/every").asInt(500)).isGreaterThanOrEqualTo(500);
    }
  }
}
