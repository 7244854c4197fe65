package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.testing.Town;

class RetentionTest {
  private static final Duration A_MOMENT = Duration.ofMinutes(1);
  /// Whoever adds a table either adds a rule or says here that its rows stay.
  private static final List<String> STAYING =
      List.of(
          "programme",
          "programme_alias",
          "person",
          "school",
          "school_class",
          "role",
          "link",
          "link_class",
          "session",
          // A school's own agreements, dates and adults, as long as it is there.
          "agreement_text",
          "school_agreement",
          "outside_adult",
          "adults_round",
          "term_span",
          "class_time",
          // They belong to a link, to a session or to a parcel.
          "link_yes",
          "link_item",
          "picture",
          "parcel_answer",
          "leader_answer",
          "leader_asked",
          "class_room",
          "session_told",
          // One row an adult and board.
          "notice_seen",
          "session_for_both",
          "calendar_feed",
          "digest",
          "attendance_class",
          // A line's places go with it.
          "audit_place",
          "kept_for",
          "flyway_schema_history");

  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void itIsNow() {
    // The database keeps its own watch over the audit log, by its own clock.
    town.set(Instant.now());
  }

  private static void forget() {
    await(new Forgetting(town.vertx(), town.records(), town.clock()).run());
  }

  /// So long ago, and a moment less: what is due and what is not.
  private static List<Instant> around(Duration ago) {
    return List.of(town.now().minus(ago).minus(A_MOMENT), town.now().minus(ago).plus(A_MOMENT));
  }

  @Test
  void theLinesOfARehearsalGoADayAfterItsEnd() {
    for (Instant at : around(Duration.ofDays(1))) {
      var room = Id.random();
      town.run(
          "INSERT INTO rehearsal (id, title, starts_at, ends_at) VALUES ($1, 't', $2::timestamptz - interval '1 hour', $2)",
          room,
          utc(at));
      town.run(
          "INSERT INTO room_part (room, part, version, commit, body) VALUES ($1, 'lines:0', 1, 'c', '{}')",
          room);
    }
    long before = town.count("SELECT count(*) FROM room_part WHERE part = 'lines:0'");
    forget();
    assertThat(town.count("SELECT count(*) FROM room_part WHERE part = 'lines:0'"))
        .isEqualTo(before - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "attempts, PT1H, INSERT INTO attempt (what; at) VALUES ('t'; $1)",
    "sign-ins, PT0S, INSERT INTO sign_in (id; person; secret; rotated_at; until; own_device) VALUES ($2; $3; 's'; $1; $1; false)",
    "mailed ways in, PT24H, INSERT INTO sign_in_mail (id; browser; token; code; until) VALUES ($2; 'b'; $2; 'c'; $1)",
    "answers to commands, PT1H, INSERT INTO room_answer (room; version; commit; at; tabs) VALUES ($2; 1; 'c'; $1; '{}')",
    "codes read out, PT24H, INSERT INTO spoken_code (code; person; made_by; until) VALUES ($2; $3; $3; $1)",
    "tokens of QR codes, PT24H, INSERT INTO join_token (token; session; class; until) VALUES ($2; $4; $5; $1)",
    "tables to bring in, PT24H, INSERT INTO import_file (id; programme; by_person; body; made_at) SELECT $2; p.id; $3; 'School'; $1 FROM programme p LIMIT 1",
    "mails, P30D, INSERT INTO mail (id; email; subject; body; made_at; until) VALUES ($2; 'a@b'; 's'; ''; $1; $1)",
    "kind words, P30D, INSERT INTO kind_word (session; what; about; at) VALUES ($4; 'waiting'; $2; $1)",
    "reminders, P30D, INSERT INTO session_reminder (session; person; ahead; starts_at) VALUES ($4; $3; 'day'; $1)",
    "checks, P30D, INSERT INTO kit_check (id; number; at; verdict; findings; measured) VALUES ($2; upper(substr($2; 2; 6)); $1; 'good'; 'camera:good'; '{}')",
    "boards, P30D, INSERT INTO board (id; class; secret; made_by; until) VALUES ($2; $5; 's'; $3; $1)",
    "records, P365D, INSERT INTO room_journal (line; room; at; what) VALUES ($2; $4; $1; 'door.open')",
    "rehearsals, P30D, INSERT INTO rehearsal (id; title; starts_at; ends_at) VALUES ($2; 't'; $1::timestamptz - interval '1 hour'; $1)",
    "requests for help, P30D, INSERT INTO help_request (id; programme; link; asker; asker_name; about; at) SELECT $2; l.programme; l.id; $2; 'Miss Khan'; 'any'; $1 FROM link l LIMIT 1",
    "wishes to link, P365D, INSERT INTO interest (id; programme; school_name; town; phase; character; head_name; email; phone; years; hopes; at) SELECT $2; p.id; 'S'; 'T'; 'primary'; 'sikh'; 'H'; 'h@s.example'; '1'; ''; ''; $1 FROM programme p LIMIT 1",
    "audit, P365D, INSERT INTO audit (at; what; subject) VALUES ($1; 'board.enrol'; $2)",
  })
  void eachGoesWhenItsTimeIsOverAndNotBefore(String what, Duration kept, String insert) {
    var session = town.session("agreed", town.now().plusSeconds(86400), 40);
    String table = insert.split(" ")[2];
    String sql =
        "WITH v AS (SELECT $1::timestamptz, $2::text, $3::text, $4::text, $5::text) "
            + insert.replace(';', ',');
    long before = town.count("SELECT count(*) FROM " + table);
    for (Instant at : around(kept)) {
      town.run(
          sql, utc(at), Id.random(), town.ours().teacher(), session, town.ours().schoolClass());
    }
    forget();
    assertThat(town.count("SELECT count(*) FROM " + table)).as(what).isEqualTo(before + 1);
    forget();
    assertThat(town.count("SELECT count(*) FROM " + table)).as(what).isEqualTo(before + 1);
  }

  @Test
  void theTextOfAMailIsKeptNoLongerThanItsLinkIsGood() {
    var mails =
        around(Duration.ZERO).stream()
            .map(
                until -> {
                  var id = Id.random();
                  town.run(
                      "INSERT INTO mail (id, email, subject, body, until) VALUES ($1, 'a@b', 's', 'press this link', $2)",
                      id,
                      utc(until));
                  return id;
                })
            .toList();
    forget();
    assertThat(mails.stream().map(id -> town.text("SELECT body FROM mail WHERE id = $1", id)))
        .containsExactly("", "press this link");
  }

  @Test
  void notesGoWithTheirRoomThirtyDaysAfterItsSession() {
    var rooms =
        around(Duration.ofDays(30)).stream()
            .map(end -> town.session("ended", end.minus(Duration.ofMinutes(40)), 40))
            .toList();
    var coming = town.session("agreed", town.now().plusSeconds(600), 40);
    for (Id room : Stream.concat(rooms.stream(), Stream.of(coming)).toList()) {
      town.run(
          "INSERT INTO room_part (room, part, version, commit, body) VALUES ($1, 'notes', 1, 'c', '{}')",
          room);
      town.run(
          "INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ($1, $2, $3, 'Mr Ali', $1, $4)",
          Id.random(),
          room,
          town.ours().schoolClass(),
          town.ours().teacher());
    }
    forget();
    for (String table : List.of("room_part WHERE room", "cover_pass WHERE session")) {
      String sql = "SELECT count(*) FROM " + table + " = $1";
      assertThat(town.count(sql, rooms.get(0))).as(table).isZero();
      assertThat(town.count(sql, rooms.get(1))).as(table).isEqualTo(1);
      assertThat(town.count(sql, coming)).as(table).isEqualTo(1);
    }
    assertThat(Limits.ROOM_KEPT).as("Redis forgets earlier").isLessThan(Duration.ofDays(30));
  }

  @Test
  void aCodeOfADeviceGoesADayAfterItsSession() {
    var sessions =
        around(Duration.ofDays(1)).stream()
            .map(end -> town.session("ended", end.minus(Duration.ofMinutes(40)), 40))
            .toList();
    for (Id session : sessions) {
      town.run(
          "INSERT INTO join_code (session, class, code) VALUES ($1, $2, $1)",
          session,
          town.ours().schoolClass());
    }
    forget();
    String sql = "SELECT count(*) FROM join_code WHERE session = $1";
    assertThat(town.count(sql, sessions.get(0))).isZero();
    assertThat(town.count(sql, sessions.get(1))).isEqualTo(1);
  }

  @Test
  void aConcernLosesItsWordsAMonthAfterItWasReadAndLeavesAPointer() {
    var read = concern("He said that he is afraid.", town.now().minus(Duration.ofDays(31)));
    var lately = concern("Read yesterday.", town.now().minus(Duration.ofDays(1)));
    var unread = concern("Nobody has read this yet.", null);
    forget();
    assertThat(body(read)).isEmpty();
    assertThat(town.text("SELECT contact FROM concern WHERE id = $1", read)).isEmpty();
    assertThat(town.text("SELECT body_hash FROM concern WHERE id = $1", read))
        .isEqualTo(sha256(read + ":He said that he is afraid."));
    assertThat(town.text("SELECT about FROM concern WHERE id = $1", read)).isEqualTo("child");
    assertThat(body(lately)).isEqualTo("Read yesterday.");
    assertThat(body(unread)).isEqualTo("Nobody has read this yet.");
  }

  @Test
  void aPointerToAConcernGoesAfterSixYearsAndAnUnreadConcernNever() {
    var old = concern("Long ago.", town.now().minus(Duration.ofDays(2300)));
    var unread = concern("Long ago, and never read.", null);
    for (Id id : List.of(old, unread)) {
      town.run(
          "UPDATE concern SET at = $2 WHERE id = $1",
          id,
          utc(town.now().minus(Duration.ofDays(2300))));
    }
    forget();
    assertThat(body(old)).isEqualTo("no row");
    assertThat(body(unread)).isEqualTo("Long ago, and never read.");
  }

  @Test
  void theTeachersThreadGoesOnTheFirstOfSeptemberOfTheYearAfter() {
    var note = Id.random();
    town.run(
        "INSERT INTO link_note (id, link, author, kind, body) VALUES ($1, $2, $3, 'message', 'See you on Tuesday')",
        note,
        town.link(),
        town.ours().teacher());
    String sql = "SELECT body FROM link_note WHERE id = $1";
    // A link of the school year 2026/27; the last evening of August 2028 in London.
    town.set(Instant.parse("2028-08-31T22:59:00Z"));
    forget();
    assertThat(town.text(sql, note)).isEqualTo("See you on Tuesday");
    town.set(Instant.parse("2028-08-31T23:01:00Z"));
    forget();
    assertThat(town.text(sql, note)).isEqualTo("no row");
  }

  @Test
  void moreThanOneStatementTakesGoesAllTheSame() {
    town.run(
        "INSERT INTO attempt (what, at) SELECT 'flood', $1::timestamptz FROM generate_series(1, $2)",
        utc(town.now().minus(Duration.ofDays(1))),
        2 * Retention.AT_ONCE + 1);
    forget();
    assertThat(town.count("SELECT count(*) FROM attempt WHERE what = 'flood'")).isZero();
  }

  @Test
  void whatNoRuleReachesIsOneOfTheseTables() {
    var tables =
        await(
            town.records()
                .list(
                    "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
                    row -> row.getString(0)));
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(
                        STAYING.contains(table)
                            || Retention.RULES.stream()
                                .anyMatch(
                                    r -> r.sql().matches("(DELETE FROM|UPDATE) " + table + " .*")))
                    .as(table)
                    .isTrue());
  }

  @Test
  void everyRuleSaysWhy() {
    assertThat(Retention.RULES).allSatisfy(rule -> assertThat(rule.why()).isNotBlank());
    assertThat(Retention.RULES.stream().map(Retention.Rule::what)).doesNotHaveDuplicates();
  }

  @Test
  void aLineOfTheAuditLogIsNeverChangedNorDeletedInItsYear() {
    var subject = Id.random();
    await(new Audit(town.records()).write(town.ours().head(), "board.enrol", subject.text()));
    for (String sql :
        List.of(
            "UPDATE audit SET what = 'other' WHERE subject = $1",
            "DELETE FROM audit WHERE subject = $1")) {
      assertThatThrownBy(() -> town.run(sql, subject))
          .as(sql)
          .hasMessageContaining("never changed");
    }
    assertThatThrownBy(() -> town.run("TRUNCATE audit CASCADE"))
        .hasMessageContaining("never changed");
    assertThat(town.text("SELECT who || ' ' || what FROM audit WHERE subject = $1", subject))
        .isEqualTo(town.ours().head() + " board.enrol");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T02:59:59Z, 2026-11-24T03:00:00Z, just before",
    "2026-11-24T03:00:00Z, 2026-11-25T03:00:00Z, never the same night twice",
    "2026-10-24T12:00:00Z, 2026-10-25T03:00:00Z, over the autumn change",
    "2026-10-25T12:00:00Z, 2026-10-26T03:00:00Z, after the autumn change",
    "2027-03-27T12:00:00Z, 2027-03-28T02:00:00Z, over the spring change",
  })
  void theQuietTimeIsThreeInTheNightInLondon(Instant now, Instant next, String why) {
    assertThat(Forgetting.nextQuiet(now)).as(why).isEqualTo(next);
  }

  private static Id concern(String body, @org.jspecify.annotations.Nullable Instant read) {
    var id = Id.random();
    town.run(
        "INSERT INTO concern (id, school, about, body, contact, reader, reader_email, read_at) VALUES ($1, $2, 'child', $3, '01632 960199', $4, 'a@b', $5)",
        id,
        town.ours().id(),
        body,
        town.ours().lead(),
        read == null ? null : utc(read));
    return id;
  }

  private static String body(Id concern) {
    return town.text("SELECT body FROM concern WHERE id = $1", concern);
  }

  private static String sha256(String text) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
