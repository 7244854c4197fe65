package org.linkroom.session;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linkroom.activity.Lesson;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.people.Hashes;
import org.linkroom.records.Records;
import org.linkroom.room.Plan;
import org.linkroom.room.Promise;
import org.linkroom.room.RoomSource;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Side;

/// What a room must know of its session: its times, its classes, their codes.
public final class RoomPlans implements RoomSource {
  private final Records records;
  private final Sessions sessions;
  private final Links links;
  private final Rehearsals rehearsals;
  private final Lessons lessons;
  private final LeaderAnswers leaders;
  private final RoomTimes times;

  /// Make it.
  public RoomPlans(Records records, Sessions sessions, Links links, RoomTimes times) {
    this.records = records;
    this.sessions = sessions;
    this.links = links;
    this.rehearsals = new Rehearsals(records);
    this.lessons = new Lessons(records);
    this.leaders = new LeaderAnswers(records);
    this.times = times;
  }

  /// The plan; empty where the session is over, or its link is no more.
  @Override
  public Future<Optional<Plan>> plan(Id id) {
    return sessions
        .find(id)
        .compose(
            session -> {
              if (session.isEmpty()) {
                return rehearsals.plan(id, times);
              }
              return session.get().state().over()
                  ? Future.succeededFuture(Optional.empty())
                  : maybe(session.get());
            });
  }

  /// The plan of a session that is known already, with its link.
  public Future<Plan> plan(Session session) {
    return maybe(session)
        .map(plan -> plan.orElseThrow(() -> new IllegalStateException("a session has no link")));
  }

  private Future<Optional<Plan>> maybe(Session session) {
    return links
        .find(session.link())
        .compose(
            link ->
                link.isEmpty() || (link.get().ended() && session.state() != SessionState.LIVE)
                    ? Future.succeededFuture(Optional.empty())
                    : whole(session, link.get()).map(Optional::of));
  }

  /// A further room of a class swap has its lesson and its leaders' yes from its session.
  private Future<Plan> whole(Session session, LinkView link) {
    var beside = session.beside();
    return (beside == null
            ? Future.succeededFuture(session)
            : sessions.find(beside).map(found -> found.orElse(session)))
        .compose(
            main -> Future.all(codes(session, link), lessons.of(main, link), leaders.waiting(main)))
        .map(
            all -> plan(session, link, all.resultAt(0), all.resultAt(1), all.<Set<Id>>resultAt(2)));
  }

  private Plan plan(
      Session session,
      LinkView link,
      Map<Id, String> codes,
      Optional<Lesson> lesson,
      Set<Id> waiting) {
    var swap =
        lesson
            .filter(is -> is.plan().swaps())
            .map(is -> Swap.of(link, session.taught()))
            .orElse(null);
    // The stricter school's rule holds for the pair (the network's own safeguarding rule).
    Promise ceiling =
        link.classes().stream()
            .map(c -> Promise.of(c.camera()))
            .min(Comparator.naturalOrder())
            .orElse(Promise.NONE);
    var sides = new ArrayList<Side.Profile>();
    for (ClassView c : swap == null ? link.classes() : List.of(swap.taught(), swap.leads())) {
      // Of the class whose teacher leads nobody is there but she: so it bears her name.
      String label = swap != null && c == swap.leads() ? c.leadName() : c.label();
      var code = codes.getOrDefault(c.id(), "");
      sides.add(profile(c, label, sides.size(), ceiling, code, waiting.contains(c.school())));
    }
    return new Plan(
        session.id(),
        session.link(),
        session.teachersCall() ? session.kind() : "link-up",
        link.title(),
        session.starts(),
        session.ends(),
        List.copyOf(sides),
        times,
        lesson.map(is -> swap == null ? is : is.startedBy(swap.leads().id())).orElse(null));
  }

  private static Side.Profile profile(
      ClassView c, String label, int rank, Promise ceiling, String code, boolean waits) {
    return new Side.Profile(
        c.id(),
        rank,
        label,
        c.schoolName(),
        c.motto(),
        c.phone(),
        ceiling,
        code,
        c.leadName(),
        waits,
        c.needs());
  }

  /// Each class's code for this session; made when first needed.
  private Future<Map<Id, String>> codes(Session session, LinkView link) {
    Future<Void> made = Future.succeededFuture();
    for (ClassView c : link.classes()) {
      made =
          made.compose(
              before ->
                  records
                      .run(
                          "INSERT INTO join_code (session, class, code) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                          session.id(),
                          c.id(),
                          Hashes.clear(6))
                      .mapEmpty());
    }
    return made.compose(
            done ->
                records.list(
                    "SELECT class, code FROM join_code WHERE session = $1",
                    row -> Map.entry(Records.id(row, "class"), row.getString("code")),
                    session.id()))
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
