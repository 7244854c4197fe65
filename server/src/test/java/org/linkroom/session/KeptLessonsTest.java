package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.activity.Activity;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Question;
import org.linkroom.activity.Questions;
import org.linkroom.activity.Talk;
import org.linkroom.base.Id;
import org.linkroom.network.Links;
import org.linkroom.room.Parts;
import org.linkroom.room.Running;
import org.linkroom.testing.Lessons;
import org.linkroom.testing.Town;

/// What a lesson leaves, and what grows from it into the next.
class KeptLessonsTest {
  private static Town town;
  private static KeptLessons kept;
  private static QuestionGarden garden;

  @BeforeAll
  static void open() {
    town = new Town();
    kept = new KeptLessons(town.records());
    garden = new QuestionGarden(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void end() {
    town.run("DELETE FROM lesson_kept");
    town.run("DELETE FROM garden_question");
    town.run("DELETE FROM room_part");
    town.run("DELETE FROM session");
  }

  @Test
  void aLessonThatWasTaughtIsKeptOnceWhicheverNodeIsFirst() {
    var session = ended(taught(0, Talk.fresh(false, false)));
    await(Future.all(kept.gather(town.now()), kept.gather(town.now())));
    assertThat(await(kept.of(session)))
        .get()
        .extracting(KeptLessons.Kept::running)
        .isEqualTo(taught(0, Talk.fresh(false, false)));
    assertThat(await(kept.ofLink(town.link()))).hasSize(1);
  }

  @Test
  void whereTheClassesJustTalkedOrOnlyPlannedNothingIsKept() {
    ended(Running.NONE);
    ended(taught(-1, Talk.fresh(false, false)));
    await(kept.gather(town.now()));
    assertThat(await(kept.ofLink(town.link()))).isEmpty();
  }

  @Test
  void whatNobodyReadIsNotKept() {
    var unread = question("Where do you live?", Question.State.WAITS);
    ended(taught(0, new Questions(new TreeMap<>(Map.of(Id.random(), unread)), null)));
    await(kept.gather(town.now()));
    assertThat(town.text("SELECT parts::text FROM lesson_kept"))
        .doesNotContain("Where do you live");
    assertThat(await(garden.of(town.link()))).isEmpty();
  }

  @Test
  void aQuestionThatWasNotAnsweredOpensTheNextBoardAndOneThatWasDoesNot() {
    var prepared = Id.random();
    await(add(prepared, "What do you play?"));
    var left = Id.random();
    var board =
        new Questions(
            new TreeMap<>(
                Map.of(
                    prepared, question("What do you play?", Question.State.ANSWERED),
                    left, question("Do you like rain?", Question.State.ASKED))),
            null);
    ended(taught(0, board));
    await(kept.gather(town.now()));
    assertThat(await(garden.of(town.link())))
        .containsExactly(
            new QuestionGarden.Waiting(left, town.ours().schoolClass(), "Do you like rain?", true));
    assertThat(nextBoard().all().values())
        .singleElement()
        .matches(Question::grown)
        .extracting(Question::text)
        .isEqualTo("Do you like rain?");
  }

  @Test
  void theClassThatLostTheLastVoteIsKnownToTheNextLesson() {
    var lost = town.ours().schoolClass();
    var lesson =
        Lesson.of(Lessons.plan(Talk.fresh(false, false)), lost).to(0, town.now()).lost(lost);
    ended(new Running(lesson, new TreeMap<>(Map.of("s0", Talk.fresh(false, false)))));
    await(kept.gather(town.now()));
    assertThat(nextLesson().lost()).isEqualTo(lost);
  }

  @Test
  void aPreparedQuestionThatWasTakenAwayInTheLessonDoesNotComeBack() {
    var taken = Id.random();
    var stays = Id.random();
    await(add(taken, "What is your name?"));
    await(add(stays, "What do you play?"));
    var lesson = nextLesson();
    var at = lesson.to(1, town.now());
    var board = (Questions) lesson.plan().segments().get(1).activity();
    var left = new TreeMap<>(board.all());
    left.remove(taken);
    var acts = new TreeMap<String, Activity>(Map.of("s1", new Questions(left, null)));
    ended(new Running(at, acts));
    await(kept.gather(town.now()));
    assertThat(await(garden.of(town.link())))
        .extracting(QuestionGarden.Waiting::id)
        .containsExactly(stays);
  }

  @Test
  void theGardenHoldsAsManyAsABoardAndTheSameOnceOnly() {
    var first = Id.random();
    for (int i = 0; i < Questions.MOST; i++) {
      assertThat(await(add(i == 0 ? first : Id.random(), "Question " + i))).isTrue();
    }
    assertThat(await(add(first, "Question 0"))).as("pressed twice").isTrue();
    assertThat(await(add(Id.random(), "One more"))).isFalse();
    await(garden.remove(town.link(), List.of(town.theirs().schoolClass()), first));
    assertThat(await(garden.of(town.link()))).as("not theirs").hasSize(Questions.MOST);
    await(garden.remove(town.link(), List.of(town.ours().schoolClass()), first));
    assertThat(await(garden.of(town.link()))).hasSize(Questions.MOST - 1);
  }

  private static Future<Boolean> add(Id id, String words) {
    return garden.add(id, town.link(), town.ours().schoolClass(), words, town.now());
  }

  private static Questions nextBoard() {
    return (Questions) nextLesson().plan().segments().get(1).activity();
  }

  private static Lesson nextLesson() {
    var id = town.session("agreed", town.now().plusSeconds(86_400), 40);
    var lessons = new org.linkroom.session.Lessons(town.records());
    var session = await(new Sessions(town.records()).find(id)).orElseThrow();
    var link = await(new Links(town.records()).find(town.link())).orElseThrow();
    var plan = Lessons.plan(Talk.fresh(false, false), Questions.fresh());
    var chosen = java.util.Optional.of(new org.linkroom.session.Lessons.Chosen(plan, null));
    await(lessons.choose(id, java.util.Optional.empty(), chosen));
    return await(lessons.of(session, link)).orElseThrow();
  }

  private static Question question(String text, Question.State state) {
    return new Question(town.ours().schoolClass(), "", text, state, null, 1, false);
  }

  private static Running taught(int at, Activity activity) {
    var board = activity instanceof Questions ? Questions.fresh() : activity;
    var lesson = Lesson.of(Lessons.plan(board), town.ours().schoolClass());
    var begun = at < 0 ? lesson : lesson.to(at, town.now());
    return new Running(begun, new TreeMap<>(at < 0 ? Map.of() : Map.of("s0", activity)));
  }

  private static Id ended(Running running) {
    var session = town.session("ended", town.now(), 40);
    Parts.of(running)
        .forEach(
            (part, body) ->
                town.run(
                    "INSERT INTO room_part (room, part, version, commit, body) VALUES ($1, $2, 1, 'c', $3::text::jsonb)",
                    session,
                    part,
                    body));
    return session;
  }
}
