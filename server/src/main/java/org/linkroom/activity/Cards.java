package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// Cards on both boards, one at a time: rules, a game, sentence stems, the lines of a poem, jobs.
///
/// @param at the card that is shown, counted from 0
public record Cards(Sort sort, List<String> cards, int at) implements Activity {
  /// Bounds of what a plan may hold.
  public static final int MOST = 24;

  public static final int CHARACTERS = 240;

  /// What the cards are; it decides how they look.
  public enum Sort {
    RULES,
    GAME,
    STEMS,
    POEM,
    JOBS,
    PROMPTS;

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Map<String, Function<Fields, Act>> COMMANDS =
      Map.of("cards.turn", fields -> new Does.Turn(fields.number("to")));

  /// What is done with them.
  public sealed interface Does extends Act {
    /// Show this card. The number is said, not "the next one": two who press at once turn once.
    record Turn(int to) implements Does {
      @Override
      public By by() {
        return By.LEADER;
      }

      @Override
      public Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
        if (!(activity instanceof Cards cards)) {
          return Act.late();
        }
        if (to < 0 || to >= cards.cards.size()) {
          return Act.no(Refusal.MALFORMED);
        }
        return Act.next(to == cards.at ? cards : new Cards(cards.sort, cards.cards, to));
      }
    }
  }

  @Override
  public String word() {
    return "cards";
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("sort", sort.word()).put("at", at).put("count", cards.size());
    if (!cards.isEmpty()) {
      into.put("card", cards.get(at));
    }
    if (audience != Audience.BOARD && at + 1 < cards.size()) {
      into.put("after", cards.get(at + 1));
    }
  }

  @Override
  public List<Told> told(Scene scene) {
    return List.of(
        new Told("cards", cards.stream().map(card -> Told.line(null, card, "")).toList()));
  }
}
