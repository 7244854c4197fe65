package org.linkroom.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// A database with one programme in it, two schools that are linked, and a third beside them: what
/// a test of a store needs. A test adds what it is about. The clock stands still until it is set.
public final class Town implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final String url = Servers.database();
  private final Records records = Records.open(vertx, url, 8);
  private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

  /// One school: its head, its safeguarding lead, one class and the class's teacher.
  public record School(Id id, Id head, Id lead, Id schoolClass, Id teacher) {}

  private final Id programme = programme("Bradford");
  private final School ours = school("Hilltop Primary", "4B");
  private final School theirs = school("Riverside Primary", "4K");
  private final School other = school("Thornfield School", "Kingfishers");
  private final Id link = link(ours.schoolClass(), theirs.schoolClass());

  /// What stores are made of.
  public Vertx vertx() {
    return vertx;
  }

  /// What stores are made of.
  public Records records() {
    return records;
  }

  /// Where the database is.
  public String url() {
    return url;
  }

  /// Stands still until it is set.
  public InstantSource clock() {
    return () -> now;
  }

  /// What its clock shows.
  public Instant now() {
    return now;
  }

  /// It is now this moment.
  public void set(Instant moment) {
    now = moment;
  }

  /// The programme.
  public Id programme() {
    return programme;
  }

  /// The first school of the link, and the two others.
  public School ours() {
    return ours;
  }

  /// The partner.
  public School theirs() {
    return theirs;
  }

  /// A school of the programme that is linked with nobody.
  public School other() {
    return other;
  }

  /// The link of 4B and 4K.
  public Id link() {
    return link;
  }

  /// Another programme.
  public Id programme(String name) {
    var id = Id.random();
    run("INSERT INTO programme (id, name) VALUES ($1, $2)", id, name);
    return id;
  }

  /// Somebody; her address is her name and her id.
  public Id person(String name) {
    var id = Id.random();
    run(
        "INSERT INTO person (id, name, email) VALUES ($1, $2, $3)",
        id,
        name,
        id + "@school.example");
    return id;
  }

  /// Give somebody a role; what it is held for, its kind says.
  public void role(Id person, String kind, @Nullable Id of) {
    String column =
        switch (kind) {
          case "coordinator", "facilitator" -> "programme";
          case "headteacher", "office", "safeguarding" -> "school";
          default -> "class";
        };
    run("INSERT INTO role (person, kind, " + column + ") VALUES ($1, $2, $3)", person, kind, of);
  }

  /// Another school of the programme.
  public School school(String name, String label) {
    return school(programme, name, label);
  }

  /// Another school of another programme.
  public School school(Id in, String name, String label) {
    var id = Id.random();
    run(
        """
        INSERT INTO school (id, programme, name, town, phase, character, phone, governors_email)
        VALUES ($1, $2, $3, 'Bradford', 'primary', 'non-denominational', '01632 960101', $4)""",
        id,
        in,
        name,
        "governors@" + id + ".example");
    var head = person("Head of " + name);
    role(head, "headteacher", id);
    var lead = person("Lead of " + name);
    role(lead, "safeguarding", id);
    var teacher = person("Teacher of " + label);
    var schoolClass = schoolClass(id, label, teacher);
    return new School(id, head, lead, schoolClass, teacher);
  }

  /// Another class, with its lead teacher.
  public Id schoolClass(Id school, String label, Id teacher) {
    var id = Id.random();
    run(
        "INSERT INTO school_class (id, school, label, year_group, size, lead, year) VALUES ($1, $2, $3, 4, 28, $4, 2026)",
        id,
        school,
        label,
        teacher);
    role(teacher, "teacher", id);
    return id;
  }

  /// Link classes in this order.
  public Id link(Id... classes) {
    var id = Id.random();
    run("INSERT INTO link (id, programme, year) VALUES ($1, $2, 2026)", id, programme);
    for (int place = 0; place < classes.length; place++) {
      run("INSERT INTO link_class VALUES ($1, $2, $3)", id, classes[place], place);
    }
    return id;
  }

  /// A session of the link, by our class, as if it had been planned.
  public Id session(String state, Instant starts, int minutes) {
    var id = Id.random();
    run(
        """
        INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, by_class)
        VALUES ($1, 'link-up', $2, $3, $4, $5, $6, $7)""",
        id,
        link,
        state,
        utc(starts),
        minutes,
        ours.teacher(),
        ours.schoolClass());
    return id;
  }

  /// Run one statement and say how many rows it touched.
  public int run(String sql, @Nullable Object... values) {
    return await(records.change(sql, values));
  }

  /// Read one number.
  public long count(String sql, @Nullable Object... values) {
    return await(records.one(sql, row -> row.getLong(0), values)).orElseThrow();
  }

  /// Read one text; "none" where it is null, "no row" where there is none.
  public String text(String sql, @Nullable Object... values) {
    return await(
            records.one(
                sql, row -> row.getValue(0) == null ? "none" : row.getValue(0).toString(), values))
        .orElse("no row");
  }

  /// Wait for an answer, ten seconds at most; its failure is thrown as it is.
  public static <T extends @Nullable Object> T await(Future<T> future) {
    return future.timeout(10, TimeUnit.SECONDS).await();
  }

  /// Wait until something is so, twenty seconds at most.
  public void until(BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not become so within 20 s");
      }
      await(vertx.timer(20));
    }
  }

  /// A moment as a statement takes it.
  public static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    await(records.close());
    await(vertx.close());
  }
}
