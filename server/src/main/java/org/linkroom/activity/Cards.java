package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Fields;
import org.linkroom.protocol.Refusal;

/// Cards on both boards, one at a time: rules, a game, sentence stems, the lines of a poem, jobs.
/// They may be about a picture, and a lane beside them may be kept free for who signs.
///
/// @param at the card that is shown, counted from 0
/// @param about the picture beside them, or nothing
/// @param signer the class whose adult signs, large beside the cards; nothing for none
public record Cards(
    Sort sort, List<String> cards, int at, @Nullable Picture about, @Nullable Id signer)
    implements Activity {
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
      Map.of(
          "cards.turn", fields -> new Does.Turn(fields.number("to")),
          "cards.sign", fields -> new Does.Sign(fields.id("class")),
          "cards.unsign", fields -> new Does.Sign(null));

  /// As a plan has them.
  public static Cards of(Sort sort, List<String> cards) {
    return new Cards(sort, cards, 0, null, null);
  }

  /// What is done with them.
  public sealed interface Does extends Act {
    @Override
    default By by() {
      return By.LEADER;
    }

    @Override
    default Outcome act(Activity activity, Teller teller, Scene scene, Instant now) {
      return activity instanceof Cards cards ? turn(cards, scene) : Act.late();
    }

    /// Do it while they are shown.
    Outcome turn(Cards cards, Scene scene);

    /// Show this card. The number is said, not "the next one": two who press at once turn once.
    record Turn(int to) implements Does {
      @Override
      public Outcome turn(Cards cards, Scene scene) {
        if (to < 0 || to >= cards.cards.size()) {
          return Act.no(Refusal.MALFORMED);
        }
        return Act.next(
            to == cards.at
                ? cards
                : new Cards(cards.sort, cards.cards, to, cards.about, cards.signer));
      }
    }

    /// An adult of this class signs what the cards say, and is seen large; nothing: nobody does.
    record Sign(@Nullable Id classId) implements Does {
      @Override
      public Outcome turn(Cards cards, Scene scene) {
        if (classId != null && !scene.has(classId)) {
          return Act.no(Refusal.MALFORMED);
        }
        return Act.next(
            Objects.equals(classId, cards.signer)
                ? cards
                : new Cards(cards.sort, cards.cards, cards.at, cards.about, classId));
      }
    }
  }

  /// The same about another picture, or about none.
  public Cards about(@Nullable Picture picture) {
    return Objects.equals(about, picture) ? this : new Cards(sort, cards, at, picture, signer);
  }

  /// The same with more of them, as many as it may hold.
  Cards and(List<String> more) {
    return with(Stream.concat(cards.stream(), more.stream()).distinct().limit(MOST).toList());
  }

  /// The same with others, from the first.
  Cards with(List<String> others) {
    return new Cards(sort, others, 0, about, signer);
  }

  @Override
  public String word() {
    return "cards";
  }

  /// What they were about stays with its parcel.
  @Override
  public Activity end() {
    return about(null);
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("sort", sort.word()).put("at", at).put("count", cards.size());
    if (!cards.isEmpty()) {
      into.put("card", cards.get(at));
    }
    if (about != null) {
      about.into(into.putObject("about"));
    }
    if (signer != null) {
      into.put("signer", signer.text());
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
