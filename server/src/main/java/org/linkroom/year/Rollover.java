package org.linkroom.year;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.network.Adults;
import org.linkroom.network.Classes;
import org.linkroom.network.Linking;
import org.linkroom.records.Records;
import org.linkroom.safety.Audit;
import org.linkroom.session.LinkEnd;
import org.linkroom.session.Session;

/// Takes classes over into a new school year, as one: what was shown happens, or nothing.
public final class Rollover {
  private static final String TAKES_PLACE = "UPDATE school_class SET before = $2 WHERE id = $1";

  /// The other adults of the class come along; a link of the new year is planned by its lead.
  private static final String COME_ALONG =
      """
      INSERT INTO role (person, kind, class) SELECT r.person, r.kind, $1 FROM role r
      JOIN person p ON p.id = r.person AND p.left_at IS NULL
      WHERE r.class = $2 AND r.kind IN ('assistant', 'cover') ON CONFLICT DO NOTHING\
      """;

  /// The teacher who goes on with the class, or with its place, keeps what it did in sight.
  private static final String STAYS =
      """
      DELETE FROM role r WHERE r.class = $1 AND NOT (r.kind = 'teacher' AND EXISTS (
        SELECT 1 FROM school_class n WHERE n.before = $1 AND n.lead = r.person))\
      """;

  private static final String AGAIN =
      """
      SELECT l.id, l.programme, l.kind, array_agg(n.id::text ORDER BY lc.place) AS classes
      FROM link l JOIN link_class lc ON lc.link = l.id LEFT JOIN school_class n ON n.before = lc.class AND n.year = $2 AND n.archived_at IS NULL
      WHERE l.again AND l.state = 'ended' AND l.year < $2 AND NOT EXISTS (SELECT 1 FROM link x WHERE x.before = l.id)
        AND l.programme IN (SELECT p.id FROM programme p WHERE p.id = $1 UNION SELECT s.programme FROM school s WHERE s.id = $1)
      GROUP BY l.id HAVING count(*) = count(n.id) ORDER BY l.id LIMIT 200\
      """;

  private final Records records;

  /// Make it.
  public Rollover(Records records) {
    this.records = records;
  }

  /// What is to be done.
  ///
  /// @param of the programme or the school
  /// @param year the school year into which classes go
  /// @param why the sentence with which links end
  public record Order(
      Id of, int year, Map<Id, Crossing.Wish> wishes, String why, Id by, Instant now) {}

  /// What was done.
  ///
  /// @param ended links that ended
  /// @param asked links of the new year, whose heads are asked
  /// @param off link-ups that were called off
  /// @param released teachers who lead their class no more
  public record Done(List<Id> ended, List<Id> asked, List<Session> off, List<Id> released) {}

  /// Do what was shown. Empty: something has changed since, and nothing was done.
  public Future<Optional<Done>> go(Order order, Predicate<List<Crossing.Going>> shown) {
    return records.inTransaction(
        Limits.TABLE_WORK,
        all -> {
          var crossings = new Crossings(all);
          return crossings
              .hold(order.of())
              .compose(held -> crossings.leaving(order.of(), order.year()))
              .compose(
                  classes -> {
                    var going = Crossing.of(classes, order.wishes(), order.year());
                    return shown.test(going)
                        ? new Work(all, order).all(going).map(Optional::of)
                        : Future.succeededFuture(Optional.empty());
                  });
        });
  }

  private static final class Work {
    private final Records all;
    private final Order order;
    private final Audit audit;
    private final List<Id> ended = new ArrayList<>();
    private final List<Id> asked = new ArrayList<>();
    private final List<Session> off = new ArrayList<>();
    private final List<Id> released = new ArrayList<>();

    Work(Records all, Order order) {
      this.all = all;
      this.order = order;
      audit = new Audit(all);
    }

    Future<Done> all(List<Crossing.Going> going) {
      var now = going.stream().filter(one -> !one.wish().fate().equals("later")).toList();
      return Records.each(now, this::cross)
          .compose(before -> again())
          .map(
              end ->
                  new Done(
                      List.copyOf(ended),
                      List.copyOf(asked),
                      List.copyOf(off),
                      List.copyOf(released)));
    }

    private Future<Void> wrote(String what, Id subject) {
      return audit.write(order.by(), what, subject.text());
    }

    private Future<Void> cross(Crossing.Going one) {
      return Records.each(one.links(), this::end)
          .compose(before -> one.wish().follows() ? follow(one) : Future.succeededFuture())
          .compose(before -> away(one.from()));
    }

    private Future<Void> end(Crossing.Ending ending) {
      Id link = ending.tie().link();
      boolean again = ending.again().equals("asked") || ending.again().equals("waits");
      return new LinkEnd(all)
          .end(link, order.why(), order.now())
          .compose(
              sessions -> {
                if (sessions.isEmpty()) {
                  return Future.succeededFuture();
                }
                ended.add(link);
                off.addAll(sessions.get());
                return all.run("UPDATE link SET again = $2 WHERE id = $1", link, again)
                    .compose(done -> wrote("link.end", link));
              });
    }

    private Future<Void> follow(Crossing.Going one) {
      var id = Id.random();
      var from = one.from();
      var draft =
          new Classes.Draft(one.label(), one.yearGroup(), from.size(), from.motto(), order.year());
      return lead(one)
          .compose(lead -> new Classes(all).create(id, from.school(), draft, lead))
          .compose(
              made ->
                  made
                      ? all.run(TAKES_PLACE, id, from.id())
                      : Future.failedFuture(new IllegalStateException("a name was taken")))
          .compose(done -> all.run(COME_ALONG, id, from.id()))
          .compose(done -> wrote("class.make", id));
    }

    private Future<Id> lead(Crossing.Going one) {
      var wish = one.wish();
      return wish.otherLead()
          ? new Adults(all).known(wish.lead(), wish.email())
          : Future.succeededFuture(one.from().lead());
    }

    /// What it did stays on record; nobody comes in for it any more.
    private Future<Void> away(Leaving from) {
      released.add(from.lead());
      return all.run(
              "UPDATE school_class SET archived_at = $2 WHERE id = $1 AND archived_at IS NULL",
              from.id(),
              order.now().atOffset(ZoneOffset.UTC))
          .compose(
              done ->
                  all.run(
                      "UPDATE board SET ended_at = now() WHERE class = $1 AND ended_at IS NULL",
                      from.id()))
          .compose(done -> all.run(STAYS, from.id()))
          .compose(done -> wrote("class.archive", from.id()));
    }

    /// Links that were wished again and of which every class has one that follows it.
    private Future<Void> again() {
      return all.list(AGAIN, row -> row, order.of(), order.year())
          .compose(
              rows -> {
                Future<Void> done = Future.succeededFuture();
                for (var row : rows) {
                  var link =
                      new Linking.New(
                          Records.id(row, "programme"),
                          order.year(),
                          row.getString("kind"),
                          List.of(row.getArrayOfStrings("classes")).stream().map(Id::new).toList(),
                          Records.id(row, "id"));
                  done = done.compose(before -> make(link));
                }
                return done;
              });
    }

    private Future<Void> make(Linking.New link) {
      var id = Id.random();
      asked.add(id);
      return new Linking(all).make(id, link).compose(made -> wrote("link.make", id));
    }
  }
}
