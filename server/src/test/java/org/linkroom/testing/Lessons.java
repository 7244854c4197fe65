package org.linkroom.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.linkroom.activity.Activity;
import org.linkroom.activity.Cards;
import org.linkroom.activity.CheckIn;
import org.linkroom.activity.Drawing;
import org.linkroom.activity.Game;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Picture;
import org.linkroom.activity.Questions;
import org.linkroom.activity.RunPlan;
import org.linkroom.activity.Scene;
import org.linkroom.activity.Scope;
import org.linkroom.activity.Segment;
import org.linkroom.activity.Shelf;
import org.linkroom.activity.Show;
import org.linkroom.activity.Talk;
import org.linkroom.activity.Think;
import org.linkroom.activity.Together;
import org.linkroom.activity.Vote;

/// A lesson in which every activity comes once, and feelings twice: at its start and its end.
public final class Lessons {
  private Lessons() {}

  /// All of them, each for five minutes.
  public static RunPlan whole() {
    return plan(
        Cards.of(Cards.Sort.RULES, List.of("Listen.", "Be kind.", "Wave.")),
        CheckIn.of(CheckIn.Scale.WEATHER),
        new Show(Show.View.LIVE, null, 0, shelf()),
        Talk.fresh(false, false),
        Questions.fresh(),
        Vote.of(Vote.Method.TWO_ROUND, 1),
        new Think("What do you wonder?"),
        Together.of(Together.Sort.SAME),
        CheckIn.of(CheckIn.Scale.WEATHER),
        Drawing.of("Our promise"),
        Game.of(Game.Kind.CLAP, List.of("Clap.", "Stamp."), 60));
  }

  /// Two pictures of Oak, one of Elm.
  public static Shelf shelf() {
    return Shelf.NONE
        .with(Cast.OAK, List.of(picture("oakone", "Our oak"), picture("oaktwo", "Our wall")))
        .with(Cast.ELM, List.of(picture("elmone", "Our elm")));
  }

  private static Picture picture(String id, String alt) {
    return new Picture(Cast.id(id), alt);
  }

  /// These, each for five minutes, in segments s0, s1, …
  public static RunPlan plan(Activity... activities) {
    var segments = new ArrayList<Segment>();
    for (Activity activity : activities) {
      segments.add(segment("s" + segments.size(), activity));
    }
    return new RunPlan("whole", "A whole lesson", "For tests.", segments);
  }

  /// One of five minutes.
  public static Segment segment(String id, Activity activity) {
    return new Segment(
        id,
        "Title of " + id,
        5,
        Scene.Turn.ALTERNATE,
        Segment.Theme.US,
        Scope.CLASS,
        List.of("PSHE"),
        "Say " + id,
        List.of("A tip for adults"),
        activity);
  }

  /// The whole lesson, which Oak starts.
  public static Lesson lesson() {
    return Lesson.of(whole(), Cast.OAK);
  }

  /// Oak and Elm; Oak starts.
  public static Scene scene() {
    return new Scene(
        List.of(new Scene.Party(Cast.OAK, 0, "Oak"), new Scene.Party(Cast.ELM, 1, "Elm")),
        Cast.OAK,
        Scene.Turn.ALTERNATE,
        Instant.EPOCH,
        null);
  }
}
