package org.linkroom.testing;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Activity;
import org.linkroom.activity.CheckIn;
import org.linkroom.activity.Drawing;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Question;
import org.linkroom.activity.Questions;
import org.linkroom.activity.Segment;
import org.linkroom.activity.Tablets;
import org.linkroom.activity.Together;
import org.linkroom.activity.Vote;
import org.linkroom.base.Id;
import org.linkroom.room.Parts;
import org.linkroom.room.Running;
import org.linkroom.session.RunPlans;

/// An enquiry that two classes of the demo have held.
public record KeptEnquiry(DemoTown town, Id ours, Id theirs) {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Id FRIEND = new Id("aaaaaaaaaaaa");
  private static final Id BRAVE = new Id("bbbbbbbbbbbb");
  private static final Id FAIR = new Id("cccccccccccc");

  /// One of these two classes.
  public static KeptEnquiry of(DemoTown town, String ours, String theirs) {
    return new KeptEnquiry(town, new Id(town.schoolClass(ours)), new Id(town.schoolClass(theirs)));
  }

  /// Keep it as what a session that is over left.
  public void keep(String session) {
    var parts = new JsonObject();
    Parts.of(enquiry()).forEach((name, body) -> parts.put(name, new JsonObject(body)));
    town.database()
        .run(
            "INSERT INTO lesson_kept (session, link, starts_at, parts) SELECT id, link, starts_at, ?::jsonb FROM session WHERE id = ?",
            parts.encode(),
            session);
  }

  /// An enquiry that went to its end: three questions, one of them joined, a vote of both classes,
  /// thoughts of before and after, a sheet that both drew on, which their teachers took from
  /// another plan, and a review in which one class raised two hands for something.
  private Running enquiry() {
    var plan = RunPlans.read().find("enquiry-45").orElseThrow().with(sheet());
    var acts = new TreeMap<String, Activity>();
    plan.segments().forEach(segment -> acts.put(segment.id(), segment.activity()));
    acts.put(
        "make",
        new Questions(
            new TreeMap<>(
                Map.of(
                    FRIEND, question(ours, "What makes a friend?", null, 1),
                    BRAVE, question(theirs, "Was Rosa Parks brave?", null, 2),
                    FAIR, question(theirs, "Who is a friend?", FRIEND, 3))),
            null));
    acts.put("choose", vote());
    acts.put("first", gathered(Together.Sort.FIRST, "first", "A friend is kind."));
    acts.put("last", lastThoughts());
    acts.put("share", gathered(Together.Sort.SAME, "same", "We both like rain"));
    acts.put("draw", drawn());
    acts.put(
        "review",
        new CheckIn(
            CheckIn.Scale.CARES,
            new TreeMap<>(
                Map.of(
                    ours, counts(Map.of("caring", 14, "creative", 2)),
                    theirs, counts(Map.of("caring", 9, "critical", 20)))),
            new TreeMap<>(),
            Tablets.NONE));
    return new Running(Lesson.of(plan, theirs).to(plan.segments().size(), NOW), acts);
  }

  private static Segment sheet() {
    return RunPlans.read().find("goodbye").orElseThrow().segments().stream()
        .filter(segment -> segment.activity() instanceof Drawing)
        .findFirst()
        .orElseThrow();
  }

  /// A roof of one class over a dot of the other, which was there before.
  private Drawing drawn() {
    return new Drawing(
        "How we will live together",
        new TreeMap<>(
            Map.of(
                FRIEND, new Drawing.Stroke(ours, "5k5k8c2sb45k", 2),
                BRAVE, new Drawing.Stroke(theirs, "8c7s", 1))));
  }

  private SortedMap<String, Integer> counts(Map<String, Integer> counts) {
    return new TreeMap<>(counts);
  }

  private Question question(Id by, String text, @Nullable Id into, int rank) {
    return new Question(by, "", text, Question.State.ASKED, into, rank, false);
  }

  private Vote vote() {
    var choices =
        List.of(
            new Vote.Choice(FRIEND, ours, "What makes a friend?"),
            new Vote.Choice(BRAVE, theirs, "Was Rosa Parks brave?"));
    var ballots =
        new TreeMap<Id, Vote.Ballot>(
            Map.of(
                ours, new Vote.Ballot(18, new TreeMap<>(Map.of(FRIEND, 10, BRAVE, 17))),
                theirs, new Vote.Ballot(33, new TreeMap<>(Map.of(FRIEND, 30, BRAVE, 12)))));
    return new Vote(Vote.Method.MULTI, 2, choices, ballots, false, Tablets.NONE, null);
  }

  private Together gathered(Together.Sort sort, String kind, String text) {
    return new Together(
        sort, new TreeMap<>(Map.of(Id.random(), new Together.Entry(ours, kind, text, 1))));
  }

  private Together lastThoughts() {
    return new Together(
        Together.Sort.LAST,
        new TreeMap<>(
            Map.of(
                FRIEND, new Together.Entry(ours, "first", "A friend is kind.", 1),
                BRAVE, new Together.Entry(theirs, "last", "A friend may say no.", 2))));
  }
}
