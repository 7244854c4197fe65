package org.linkroom.session;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.linkroom.activity.Question;
import org.linkroom.activity.Questions;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.linkroom.room.Running;

/// A link's question garden, in PostgreSQL: what its classes prepared, and what a lesson had no
/// time for. The next lesson with a question board opens with it.
public final class QuestionGarden {
  private final Records records;

  /// Make the store.
  public QuestionGarden(Records records) {
    this.records = records;
  }

  /// One that waits.
  ///
  /// @param by the class
  /// @param grown left over from a lesson
  public record Waiting(Id id, Id by, String words, boolean grown) {}

  /// Those of a link that wait, the oldest first, as many as a question board holds.
  public Future<List<Waiting>> of(Id link) {
    return records.list(
        "SELECT id, class, words, grown FROM garden_question WHERE link = $1 AND asked IS NULL ORDER BY at, id LIMIT $2",
        row ->
            new Waiting(
                Records.id(row, "id"),
                Records.id(row, "class"),
                row.getString("words"),
                row.getBoolean("grown")),
        link,
        Questions.MOST);
  }

  /// Add one of a class; the same id twice adds it once. False: the garden is full.
  ///
  /// @param words without what reaches a child, read by an adult of the class
  public Future<Boolean> add(Id id, Id link, Id of, String words, Instant now) {
    return records
        .change(
            """
            INSERT INTO garden_question (id, link, class, words, at) SELECT $1, $2, $3, $4, $5
            WHERE (SELECT count(*) FROM garden_question WHERE link = $2 AND asked IS NULL) < $6
              OR EXISTS (SELECT 1 FROM garden_question WHERE id = $1)
            ON CONFLICT (id) DO UPDATE SET words = garden_question.words""",
            id,
            link,
            of,
            words,
            Sessions.utc(now),
            Questions.MOST)
        .map(added -> added == 1);
  }

  /// Take one away that some classes have prepared.
  public Future<Void> remove(Id link, List<Id> of, Id question) {
    return records
        .run(
            "DELETE FROM garden_question WHERE link = $1 AND class = ANY($2) AND id = $3",
            link,
            of.stream().map(Id::text).toArray(String[]::new),
            question)
        .mapEmpty();
  }

  /// What a lesson answered is asked no more, and what it left waits for the next one; what an
  /// adult took away from its board is gone.
  Future<Void> leave(Id link, Id session, Running running, Instant now) {
    return records
        .run(
            "DELETE FROM garden_question WHERE link = $1 AND id = ANY($2)",
            link,
            taken(running).map(Id::text).toArray(String[]::new))
        .compose(gone -> keep(link, session, running, now));
  }

  /// Those with which a board opened, and which are no more on it.
  private static Stream<Id> taken(Running running) {
    return Objects.requireNonNull(running.lesson()).plan().segments().stream()
        .filter(segment -> segment.activity() instanceof Questions)
        .filter(segment -> running.acts().containsKey(segment.id()))
        .flatMap(
            segment -> {
              var opened = ((Questions) segment.activity()).all().keySet();
              var left = (Questions) running.acts().get(segment.id());
              return opened.stream().filter(id -> left == null || !left.all().containsKey(id));
            });
  }

  private Future<Void> keep(Id link, Id session, Running running, Instant now) {
    var all =
        running.acts().values().stream()
            .filter(Questions.class::isInstance)
            .flatMap(board -> ((Questions) board).all().entrySet().stream())
            .filter(each -> each.getValue().state() != Question.State.WAITS)
            .toList();
    return Records.each(all, each -> keep(link, session, each, now));
  }

  private Future<Void> keep(Id link, Id session, Map.Entry<Id, Question> each, Instant now) {
    var question = each.getValue();
    boolean done = question.state() == Question.State.ANSWERED || question.into() != null;
    return records
        .run(
            """
            INSERT INTO garden_question (id, link, class, words, grown, at, asked)
            SELECT $1, $2, c.id, $4, true, $5, $6 FROM school_class c WHERE c.id = $3
            ON CONFLICT (id) DO UPDATE SET grown = true, asked = excluded.asked""",
            each.getKey(),
            link,
            question.by(),
            question.text(),
            Sessions.utc(now),
            done ? session : null)
        .mapEmpty();
  }
}
