package org.linkroom.activity;

import java.util.HashSet;
import java.util.List;
import org.linkroom.base.TextRules;

/// Reads a run plan from its YAML file, and says which line is wrong.
public final class PlanReader {
  private static final int TEXT = 300;
  private static final int ID = 24;
  private static final int TAGS = 8;

  private PlanReader() {}

  /// Read one.
  ///
  /// @param name the file's, without its ending: the plan's own name
  /// @throws PlanFault with the line that is wrong
  public static RunPlan read(String name, String yaml) {
    var file = PlanPart.of("plans/" + name + ".yaml", yaml);
    String title = file.text("title", Segment.TITLE);
    String text = file.text("text", TEXT);
    var parts = file.parts("segments", RunPlan.MOST);
    file.done();
    var ids = new HashSet<String>();
    var segments =
        parts.stream()
            .map(
                part -> {
                  var segment = segment(part);
                  if (!ids.add(segment.id())) {
                    throw part.fault("another segment has the id “" + segment.id() + "”");
                  }
                  return segment;
                })
            .toList();
    return new RunPlan(name, title, text, segments);
  }

  private static Segment segment(PlanPart part) {
    String id = part.text("id", ID);
    if (!id.matches("[a-z][a-z-]*") || id.equals("start") || id.equals("end")) {
      throw part.fault("“id” has small letters and dashes, and is not start or end");
    }
    String title = part.text("title", Segment.TITLE);
    int minutes = part.number("minutes", 1, Segment.MOST_MINUTES);
    var turn = part.word("turn", Scene.Turn.class, Scene.Turn::word);
    var question = part.word("question", Segment.Theme.class, Segment.Theme::word);
    var scope =
        part.has("scope") ? part.word("scope", Scope.class, Scope::word) : Scope.usual(question);
    var segment =
        new Segment(
            id,
            title,
            minutes,
            turn,
            question,
            scope,
            part.texts("tags", TAGS, Segment.TITLE),
            part.maybe("say", Segment.SAY),
            part.texts("tips", Segment.TIPS, Segment.SAY),
            activity(part.part("activity")));
    part.done();
    if (TextRules.refused(segment.say()).isPresent()) {
      throw part.fault("“say” is for children's screens: no address, number or link");
    }
    return segment;
  }

  private static Activity activity(PlanPart part) {
    String word = part.text("do", ID);
    Activity read =
        switch (word) {
          case "cards" -> cards(part);
          case "check-in" ->
              CheckIn.of(part.word("scale", CheckIn.Scale.class, CheckIn.Scale::word));
          case "draw" -> Drawing.of(part.text("about", Segment.SAY));
          case "game" -> game(part);
          case "questions" -> Questions.fresh();
          case "show" -> show(part);
          case "talk" -> talk(part);
          case "think" -> new Think(part.text("about", Segment.SAY));
          case "together" ->
              Together.of(part.word("sort", Together.Sort.class, Together.Sort::word));
          case "vote" -> vote(part);
          default ->
              throw part.fault(
                  "“do” is one of cards, check-in, draw, game, questions, show, talk, think, together, vote");
        };
    part.done();
    return read;
  }

  private static Show show(PlanPart part) {
    var view = part.has("as") ? part.word("as", Show.View.class, Show.View::word) : Show.View.LIVE;
    if (view == Show.View.PICTURE) {
      throw part.fault("“as” is live or wall: which picture, an adult of its class says");
    }
    return Show.of(view);
  }

  private static Cards cards(PlanPart part) {
    var sort = part.word("sort", Cards.Sort.class, Cards.Sort::word);
    List<String> all = part.texts("cards", Cards.MOST, Cards.CHARACTERS);
    if (all.isEmpty()) {
      throw part.fault("“cards” is missing");
    }
    return Cards.of(sort, all);
  }

  private static Game game(PlanPart part) {
    var kind = part.word("kind", Game.Kind.class, Game.Kind::word);
    List<String> prompts = part.texts("prompts", Game.MOST, Game.CHARACTERS);
    if (prompts.isEmpty()) {
      throw part.fault("“prompts” is missing");
    }
    int pace = kind.together() ? part.number("pace", Game.SLOWEST, Game.FASTEST) : Game.SLOWEST;
    return Game.of(kind, prompts, pace);
  }

  private static Talk talk(PlanPart part) {
    String microphones = part.maybe("microphones", ID);
    if (!microphones.isEmpty() && !microphones.equals("follow")) {
      throw part.fault("“microphones” is follow, or left out");
    }
    String circle = part.maybe("circle", ID);
    if (!circle.isEmpty() && !circle.equals("halves")) {
      throw part.fault("“circle” is halves, or left out");
    }
    return Talk.fresh(!microphones.isEmpty(), !circle.isEmpty());
  }

  private static Vote vote(PlanPart part) {
    var method = part.word("method", Vote.Method.class, Vote.Method::word);
    return Vote.of(method, method == Vote.Method.MULTI ? part.number("each", 2, 5) : 1);
  }
}
