package org.linkroom.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linkroom.activity.Cards;
import org.linkroom.activity.Game;
import org.linkroom.activity.Picture;
import org.linkroom.activity.RunPlan;
import org.linkroom.activity.Scene;
import org.linkroom.activity.Segment;
import org.linkroom.activity.Shelf;
import org.linkroom.base.Id;
import org.linkroom.base.Text;
import org.linkroom.base.TextRules;
import org.linkroom.session.RunPlans;

/// A run plan as teachers edit it, a segment at a time: its place, minutes, words, turns, tips, and
/// the cards of those that have some. What children read holds to the rules of texts.
final class PlanForm {
  private static final int TEXT = 4000;
  private static final Set<String> TURNS =
      Arrays.stream(Scene.Turn.values()).map(Scene.Turn::word).collect(Collectors.toSet());

  private PlanForm() {}

  private record Placed(int place, Segment segment) {}

  /// The segments that are kept, in their order; what is wrong is told beside its field.
  static List<Segment> edited(Form form, RunPlan plan, Shelf shelf) {
    var placed = new ArrayList<Placed>();
    for (Segment segment : plan.segments()) {
      if (!form.raw("keep-" + segment.id()).isEmpty()) {
        placed.add(
            new Placed(
                form.number("place-" + segment.id(), 1, RunPlan.MOST),
                about(form, edited(form, segment), shelf)));
      }
    }
    placed.sort(Comparator.comparing(Placed::place));
    return placed.stream().map(Placed::segment).toList();
  }

  private static Segment edited(Form form, Segment segment) {
    String id = segment.id();
    int minutes = form.number("minutes-" + id, 1, Segment.MOST_MINUTES);
    String title = form.line("title-" + id, Segment.TITLE);
    String say = form.optionalLine("say-" + id, Segment.SAY);
    read(form, "title-" + id);
    read(form, "say-" + id);
    var next =
        segment.lasting(minutes).saying(title, say).led(turn(form, segment), tips(form, segment));
    return segment.prompts().isEmpty() ? next : next.prompting(prompts(form, segment));
  }

  /// The picture that cards are about, if a class may show it.
  private static Segment about(Form form, Segment segment, Shelf shelf) {
    String chosen = form.raw("about-" + segment.id());
    return segment.activity() instanceof Cards cards
        ? segment.doing(
            cards.about(
                Id.fits(chosen) && shelf.find(new Id(chosen)).isPresent()
                    ? new Picture(new Id(chosen), "")
                    : null))
        : segment;
  }

  /// Children read it.
  private static void read(Form form, String field) {
    TextRules.refused(form.raw(field)).ifPresent(wrong -> form.wrong(field, "plan.reaches"));
  }

  private static Scene.Turn turn(Form form, Segment segment) {
    String word = form.choice("turn-" + segment.id(), TURNS);
    return Arrays.stream(Scene.Turn.values())
        .filter(turn -> turn.word().equals(word))
        .findFirst()
        .orElse(segment.turn());
  }

  private static List<String> tips(Form form, Segment segment) {
    return lines(form, "tips-" + segment.id(), Segment.TIPS, Segment.SAY);
  }

  private static List<String> prompts(Form form, Segment segment) {
    String field = "cards-" + segment.id();
    int most = segment.activity() instanceof Cards ? Cards.CHARACTERS : Game.CHARACTERS;
    var all = lines(form, field, Cards.MOST, most);
    if (all.isEmpty()) {
      form.wrong(field, "form.missing");
    }
    read(form, field);
    return all;
  }

  /// The step of a ready-made plan that is taken over, named by its plan and itself.
  static Optional<Segment> more(Form form, RunPlans plans) {
    String[] wanted = form.raw("add").split("/", 2);
    return wanted.length < 2
        ? Optional.empty()
        : plans.find(wanted[0]).stream()
            .flatMap(plan -> plan.segments().stream())
            .filter(segment -> segment.id().equals(wanted[1]))
            .findFirst();
  }

  private static List<String> lines(Form form, String field, int many, int characters) {
    var all = Text.lines(form.optionalText(field, TEXT));
    if (all.size() > many || all.stream().anyMatch(line -> line.length() > characters)) {
      form.wrong(field, "plan.lines", many, characters);
    }
    return all;
  }
}
