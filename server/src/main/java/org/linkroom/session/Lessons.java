package org.linkroom.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Lesson;
import org.linkroom.activity.Needs;
import org.linkroom.activity.Question;
import org.linkroom.activity.RunPlan;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.parcel.Shelves;
import org.linkroom.protocol.Wire;
import org.linkroom.records.Records;

/// The run plans that sessions were given, and which class starts: that alternates over the link's
/// year, unless the teachers say otherwise.
public final class Lessons {
  private static final String HELD =
      """
      SELECT count(*)::int AS held FROM session
      WHERE link = $1 AND kind = 'link-up' AND live_at IS NOT NULL AND starts_at < $2""";

  private final Records records;
  private final QuestionGarden garden;
  private final Shelves shelves;
  private final KeptLessons kept;

  /// Make the store.
  public Lessons(Records records) {
    this.records = records;
    garden = new QuestionGarden(records);
    shelves = new Shelves(records);
    kept = new KeptLessons(records);
  }

  /// What was chosen.
  ///
  /// @param starts the class that starts by the teachers' own word; nothing for whose turn it is
  public record Chosen(RunPlan plan, @Nullable Id starts) {}

  /// What was chosen for a session; empty where the classes just talk.
  public Future<Optional<Chosen>> chosen(Id session) {
    return records
        .one(
            "SELECT run_plan FROM session WHERE id = $1",
            row -> Optional.ofNullable(row.getString("run_plan")),
            session)
        .map(found -> found.flatMap(text -> text).map(Lessons::read));
  }

  private static Chosen read(String text) {
    try {
      return Wire.JSON.readValue(text, Chosen.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a run plan cannot be read", broken);
    }
  }

  /// Choose a plan, or none; only where nobody changed it since it was looked at.
  ///
  /// @param was what it was then
  /// @return whether it was done
  public Future<Boolean> choose(Id session, Optional<Chosen> was, Optional<Chosen> next) {
    return records
        .change(
            "UPDATE session SET run_plan = $3 WHERE id = $1 AND run_plan IS NOT DISTINCT FROM $2",
            session,
            was.map(Wire::write).orElse(null),
            next.map(Wire::write).orElse(null))
        .map(changed -> changed == 1);
  }

  /// Whose turn it is to start: one class after the other, in the link's own order.
  public Future<Id> turn(Session session, LinkView link) {
    return turn(link, session.starts());
  }

  /// The same for a lesson that would begin at a moment.
  public Future<Id> turn(LinkView link, Instant at) {
    return held(link.id(), at).map(held -> link.classes().get(held % link.classes().size()).id());
  }

  private Future<Integer> held(Id link, Instant before) {
    return records
        .one(HELD, row -> row.getInteger("held"), link, Sessions.utc(before))
        .map(held -> held.orElse(0));
  }

  /// A session's lesson before it begins, its question board opening with the link's garden; empty
  /// where the classes just talk.
  public Future<Optional<Lesson>> of(Session session, LinkView link) {
    return chosen(session.id())
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : Future.all(
                            turn(session, link),
                            garden.of(link.id()),
                            kept.lost(link.id(), session.starts()),
                            shelves.of(link))
                        .map(
                            all -> {
                              Id turn = all.resultAt(0);
                              var plan =
                                  found
                                      .get()
                                      .plan()
                                      .suiting(needs(link))
                                      .asking(planted(all.resultAt(1)))
                                      .showing(all.resultAt(3));
                              Id first = first(found.get(), link, turn);
                              Optional<Id> lost = all.resultAt(2);
                              return Optional.of(Lesson.of(plan, first, lost.orElse(null)));
                            }));
  }

  private static List<Needs> needs(LinkView link) {
    return link.classes().stream().map(ClassView::needs).toList();
  }

  private static SortedMap<Id, Question> planted(List<QuestionGarden.Waiting> garden) {
    var all = new TreeMap<Id, Question>();
    for (var each : garden) {
      all.put(
          each.id(),
          new Question(
              each.by(),
              "",
              each.words(),
              Question.State.ASKED,
              null,
              all.size() + 1,
              each.grown()));
    }
    return all;
  }

  /// Tell whether a link has never had a lesson together.
  public Future<Boolean> never(Id link, Instant before) {
    return held(link, before).map(held -> held == 0);
  }

  private static Id first(Chosen chosen, LinkView link, Id turn) {
    var said = chosen.starts();
    return said != null && link.classes().stream().anyMatch(c -> c.id().equals(said)) ? said : turn;
  }
}
