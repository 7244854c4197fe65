package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// A game of both whole classes, seen large side by side: one prompt at a time. What is done
/// together goes by a beat that begins at one moment of the room's time, so that each board counts
/// it at once however long its line is.
///
/// @param at the prompt that is shown, counted from 0
/// @param pace beats a minute
/// @param beat when the first beat is; nothing while none goes
public record Game(Kind kind, List<String> prompts, int at, int pace, @Nullable Instant beat)
    implements Activity {
  /// Bounds of what a plan may hold: never near three beats a second, which could harm somebody.
  public static final int MOST = 24;

  public static final int CHARACTERS = 160;
  public static final int SLOWEST = 30;
  public static final int FASTEST = 120;

  /// Beats of one go.
  public static final int BEATS = 16;

  /// Time to get ready, and for the word to reach both classes.
  static final Duration READY = Duration.ofSeconds(4);

  /// What is played.
  public enum Kind {
    /// Stand up if it is true for you.
    STAND,
    /// Change places.
    PLACES,
    /// Both hands up.
    ME_TOO,
    /// One class knows, the other guesses.
    GUESS,
    CLAP,
    SIGN,
    SING,
    WAVE;

    private static final Set<Kind> TOGETHER = Set.of(CLAP, SIGN, SING, WAVE);

    /// Tell whether it is done by a beat.
    public boolean together() {
      return TOGETHER.contains(this);
    }

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A new one.
  public static Game of(Kind kind, List<String> prompts, int pace) {
    return new Game(kind, prompts, 0, pace, null);
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of(
          "game.turn", fields -> new Does.Turn(fields.number("to")),
          "game.start", fields -> new Does.Beat(true),
          "game.stop", fields -> new Does.Beat(false));

  /// What is done in it.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.LEADER;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      return activity instanceof Game game ? play(game, now) : Act.late();
    }

    /// Do it in the game that goes on.
    Outcome play(Game game, Instant now);

    /// Show this prompt. The number is said, not "the next one": two who press at once turn once.
    record Turn(int to) implements Does {
      @Override
      public Outcome play(Game game, Instant now) {
        if (to < 0 || to >= game.prompts.size()) {
          return Act.no(Refusal.MALFORMED);
        }
        return Act.next(
            to == game.at ? game : new Game(game.kind, game.prompts, to, game.pace, null));
      }
    }

    /// The beat begins, in a moment; or it ends now. While it goes it does not begin anew.
    record Beat(boolean on) implements Does {
      @Override
      public boolean urgent() {
        return true;
      }

      @Override
      public Outcome play(Game game, Instant now) {
        if (!game.kind.together()) {
          return Act.no(Refusal.MALFORMED);
        }
        if (on ? game.goes(now) : game.beat == null) {
          return Act.next(game);
        }
        var begins = on ? now.plus(READY) : null;
        return Act.next(new Game(game.kind, game.prompts, game.at, game.pace, begins));
      }
    }
  }

  private Duration every() {
    return Duration.ofMinutes(1).dividedBy(pace);
  }

  private boolean goes(Instant now) {
    return beat != null && now.isBefore(beat.plus(every().multipliedBy(BEATS)));
  }

  @Override
  public String word() {
    return "game";
  }

  /// A beat is over when the lesson goes on.
  @Override
  public Activity leave() {
    return beat == null ? this : new Game(kind, prompts, at, pace, null);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("kind", kind.word())
        .put("at", at)
        .put("count", prompts.size())
        .put("prompt", prompts.get(at));
    if (kind == Kind.GUESS) {
      into.put("knows", knows(scene).text());
    }
    if (kind.together()) {
      into.put("together", true);
    }
    if (beat != null) {
      into.putObject("beat")
          .put("starts", beat.toEpochMilli())
          .put("every", every().toMillis())
          .put("count", BEATS);
    }
    if (audience != Audience.BOARD && at + 1 < prompts.size()) {
      into.put("after", prompts.get(at + 1));
    }
  }

  /// The class that knows the answer: one after the other.
  private Id knows(Scene scene) {
    var inTurn = scene.inTurn();
    return inTurn.get(at % inTurn.size()).id();
  }

  /// The same with other prompts, from the first.
  Game with(List<String> others) {
    return new Game(kind, List.copyOf(others), 0, pace, beat);
  }
}
