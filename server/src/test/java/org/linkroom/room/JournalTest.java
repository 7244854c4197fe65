package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.OAK;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.records.Records;
import org.linkroom.room.RoomStore.Version;
import org.linkroom.testing.Servers;
import org.linkroom.testing.Soon;
import org.linkroom.testing.TestClock;

/// Every commit on its way to a real PostgreSQL.
class JournalTest {
  private static final Line READY = Line.of("ready.say", OAK);
  private static final Line OPEN = Line.of("door.open");
  private static final Instant AT = Instant.parse("2027-03-04T10:00:00Z");
  private static Vertx vertx;
  private static Records records;

  private final Id room = Id.random();
  private final TestClock clock = new TestClock();
  private Journal journal;

  @BeforeAll
  static void connect() {
    vertx = Vertx.vertx();
    records = Records.open(vertx, Servers.database(), 2);
  }

  @BeforeEach
  void begin() {
    journal = new Journal(vertx, records, clock);
  }

  @AfterAll
  static void close() {
    Soon.get(records.close());
    Soon.get(vertx.close());
  }

  @Test
  void aRoomIsReadAsItsLatestParts() {
    add(journal, 1, Map.of("head", "h1", "door", "d1"));
    add(journal, 2, Map.of("door", "d2"));
    Soon.get(journal.written());
    assertThat(journal.waiting()).isZero();
    var kept = Soon.get(journal.read(room));
    assertThat(kept.version().number()).isEqualTo(2);
    assertThat(kept.parts()).isEqualTo(Map.of("head", part("h1"), "door", part("d2")));
  }

  @Test
  void aCommitWrittenTwiceStandsOnce() {
    add(journal, 1, Map.of("door", "d1"), READY, OPEN);
    add(journal, 1, Map.of("door", "d1"), READY, OPEN);
    Soon.get(journal.written());
    assertThat(lines()).containsExactly("ready.say", "door.open");
  }

  @Test
  void anOlderCommitNeverReplacesANewerPart() {
    add(journal, 5, Map.of("door", "new"));
    add(journal, 4, Map.of("door", "old", "head", "h4"));
    Soon.get(journal.written());
    assertThat(Soon.get(journal.read(room)).parts())
        .isEqualTo(Map.of("door", part("new"), "head", part("h4")));
  }

  @Test
  void manyCommitsKeepTheirOrder() {
    for (int i = 1; i <= 500; i++) {
      add(journal, i, Map.of("door", "d" + i), Line.of("line." + i));
    }
    Soon.get(journal.written());
    var expected = IntStream.rangeClosed(1, 500).mapToObj(i -> "line." + i);
    assertThat(lines()).containsExactlyElementsOf(expected.toList());
  }

  @Test
  void whatPostgresWillNeverTakeHoldsUpNobody() {
    add(journal, 1, Map.of("door", "d1"), READY);
    add(journal, 2, Map.of("notes", "nul\\u0000"));
    add(journal, 3, Map.of("door", "d3"), OPEN);
    Soon.get(journal.written());
    assertThat(journal.waiting()).isZero();
    assertThat(Soon.get(journal.read(room)).parts()).isEqualTo(Map.of("door", part("d3")));
    assertThat(lines()).containsExactly("ready.say", "door.open");
  }

  @Test
  void whilePostgresIsAwayCommitsWaitAndThenNothingMoreIsPromised() {
    // A database that takes no statement until its table is there again.
    Soon.get(records.run("ALTER TABLE room_part RENAME TO room_part_away"));
    try {
      add(journal, 1, Map.of("door", "d1"), READY);
      assertThat(journal.behind()).isFalse();
      clock.pass(Limits.JOURNAL_LAG.plusSeconds(1));
      assertThat(journal.waiting()).isEqualTo(1);
      assertThat(journal.behind()).isTrue();
    } finally {
      Soon.get(records.run("ALTER TABLE room_part_away RENAME TO room_part"));
    }
    Soon.get(journal.written());
    assertThat(journal.behind()).isFalse();
    assertThat(lines()).containsExactly("ready.say");
  }

  @Test
  void tooManyBytesThatWaitPromiseNothingMore() {
    // All pools of one Vert.x are one: a Vert.x of its own, so that this one leads nowhere.
    var own = Vertx.vertx();
    var nowhere = Records.open(own, "postgresql://nobody:x@127.0.0.1:1/none", 1);
    var stuck = new Journal(own, nowhere, clock);
    String megabyte = "x".repeat(1024 * 1024);
    for (int i = 1; i <= 64; i++) {
      assertThat(stuck.behind()).isFalse();
      add(stuck, i, Map.of("notes", megabyte));
    }
    assertThat(stuck.behind()).isTrue();
    Soon.get(own.close());
  }

  @Test
  void aLineBearsTheMomentOfItsCommitAndNoChildsWord() {
    var said = new Line("door.seen", OAK, null, null, Map.of("by", "Mr Reed", "whom", "Miss Khan"));
    add(journal, 1, Map.of(), said);
    Soon.get(journal.written());
    var row =
        Soon.get(
            records.one(
                "SELECT at, class, detail::text AS detail FROM room_journal WHERE room = $1",
                each ->
                    each.getOffsetDateTime("at").toInstant()
                        + " "
                        + each.getString("class")
                        + " "
                        + each.getString("detail"),
                room));
    assertThat(row)
        .hasValue(
            AT.plus(Duration.ofSeconds(1))
                + " "
                + OAK
                + " {\"by\": \"Mr Reed\", \"whom\": \"Miss Khan\"}");
  }

  private void add(Journal to, int version, Map<String, String> parts, Line... lines) {
    var bodies = new TreeMap<String, String>();
    parts.forEach((name, word) -> bodies.put(name, part(word)));
    var is = new Version(version, room + "c" + version, "epoch");
    var change = new RoomStore.Change(room, Version.NONE, is, bodies, List.of(), "");
    to.add(change, List.of(lines), AT.plusSeconds(version));
  }

  private static String part(String word) {
    return "{\"part\": \"" + word + "\"}";
  }

  private List<String> lines() {
    return Soon.get(
        records.list(
            "SELECT what FROM room_journal WHERE room = $1 ORDER BY at, id",
            row -> row.getString("what"),
            room));
  }
}
