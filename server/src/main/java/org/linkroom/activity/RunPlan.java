package org.linkroom.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.linkroom.base.Id;

/// A lesson's run sheet: what follows what, and for how long.
///
/// @param name of the ready-made plan that it came from
/// @param title for a teacher who chooses
/// @param text when to take it, in a sentence
/// @param segments at least one, `MOST` at most, each with an id of its own
public record RunPlan(String name, String title, String text, List<Segment> segments) {
  /// Segments of one plan.
  public static final int MOST = 20;

  /// The plan by which teachers lead each other's classes; it wants a room for each class.
  public static final String SWAP = "class-swap";

  /// Tell whether each teacher leads another class than her own.
  public boolean swaps() {
    return name.equals(SWAP);
  }

  /// All its minutes.
  public int minutes() {
    return segments.stream().mapToInt(Segment::minutes).sum();
  }

  /// The same, whose first question board opens with these. A plan without one stays as it is.
  public RunPlan asking(SortedMap<Id, Question> questions) {
    var all = new ArrayList<>(segments);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).activity() instanceof Questions board) {
        all.set(i, all.get(i).doing(new Questions(questions, board.aired())));
        return of(all);
      }
    }
    return this;
  }

  /// The same, in which classes may show these pictures; what is about one of them, shows it.
  public RunPlan showing(Shelf shelf) {
    return of(
        segments.stream()
            .map(
                segment ->
                    switch (segment.activity()) {
                      case Show show -> segment.doing(show.with(shelf));
                      case Cards cards when cards.about() != null ->
                          segment.doing(cards.about(shelf.find(cards.about().id()).orElse(null)));
                      default -> segment;
                    })
            .toList());
  }

  /// The same as these classes need it: thinking takes half as long again where one of them needs
  /// longer, and their own ground rules are read with the first ones.
  public RunPlan suiting(List<Needs> needs) {
    boolean longer = needs.stream().anyMatch(Needs::longer);
    var rules = needs.stream().flatMap(one -> one.rules().stream()).distinct().toList();
    var all = new ArrayList<Segment>();
    boolean read = rules.isEmpty();
    for (Segment segment : segments) {
      var next = longer && segment.activity() instanceof Think ? longer(segment) : segment;
      if (!read && next.activity() instanceof Cards cards && cards.sort() == Cards.Sort.RULES) {
        next = next.doing(cards.and(rules));
        read = true;
      }
      all.add(next);
    }
    return longer || !rules.isEmpty() ? of(all) : this;
  }

  private static Segment longer(Segment segment) {
    return segment.lasting(Math.min(Segment.MOST_MINUTES, (segment.minutes() * 3 + 1) / 2));
  }

  /// The same with a step more before the last one, which is the goodbye; a plan that is full, or
  /// has nothing yet, stays as it is.
  public RunPlan with(Segment more) {
    if (segments.isEmpty() || segments.size() >= MOST) {
      return this;
    }
    var ids = segments.stream().map(Segment::id).toList();
    String id = more.id();
    while (ids.contains(id)) {
      id += "-too";
    }
    var all = new ArrayList<>(segments);
    all.add(all.size() - 1, more.named(id));
    return of(all);
  }

  /// The same with other segments.
  public RunPlan of(List<Segment> next) {
    return new RunPlan(name, title, text, List.copyOf(next));
  }
}
