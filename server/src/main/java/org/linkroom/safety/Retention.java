package org.linkroom.safety;

import java.time.Duration;
import java.util.List;

/// What is kept for how long, and why: one table, read by the job that forgets. Times marked
/// "network" are the network's own defaults for records of children's sessions; the others are the
/// shortest with which the thing still does its work.
public final class Retention {
  /// Rows of one statement, so that none holds others up.
  public static final int AT_ONCE = 2000;

  /// What the database itself holds the audit log to.
  public static final Duration YEAR = Duration.ofDays(365);

  private static final Duration NONE = Duration.ZERO;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration SEASON = Duration.ofDays(90);
  private static final Duration SIX_YEARS = Duration.ofDays(6 * 365 + 2);

  private static final String OVER =
      "(SELECT id FROM session WHERE state IN ('ended', 'cancelled') AND coalesce(ended_at, starts_at + make_interval(mins => minutes)) < $1)";

  private static final String YEAR_AFTER =
      "(SELECT make_date(l.year + 2, 9, 1) FROM link l WHERE l.id = t.link) <= $1::timestamptz AT TIME ZONE 'Europe/London'";

  /// From the link's end, or from the end of its school year, whichever comes first.
  private static final String YEAR_OVER =
      "(SELECT least(coalesce(l.ended_at, 'infinity'), make_date(l.year + 1, 9, 1)::timestamp AT TIME ZONE 'Europe/London') FROM link l WHERE l.id = t.link) < $1";

  /// One row of the table.
  ///
  /// @param soon whether it goes every few minutes, not each night only
  /// @param sql forgets at most `AT_ONCE` rows that were due before $1
  public record Rule(String what, Duration kept, boolean soon, String why, String sql) {
    /// The same with another time.
    Rule kept(Duration chosen) {
      return new Rule(what, chosen, soon, why, sql);
    }
  }

  private Retention() {}

  /// All of it.
  public static final List<Rule> RULES =
      List.of(
          soon(
              "attempts", Duration.ofHours(1), "no count looks farther back", "attempt", "at < $1"),
          soon("sign-ins that ended", NONE, "they open nothing any more", "sign_in", "until < $1"),
          soon("mailed ways in", DAY, "a late press is told so", "sign_in_mail", "until < $1"),
          soon("codes read out", DAY, "a late try is told so", "spoken_code", "until < $1"),
          soon("tokens of QR codes", DAY, "a late look is told so", "join_token", "until < $1"),
          soon(
              "tables to bring in",
              DAY,
              "brought in or looked at on one day",
              "import_file",
              "made_at < $1"),
          new Rule(
              "texts of mails",
              NONE,
              true,
              "a text may hold a way in, and is kept no longer than that is good",
              change("mail", "body = '', invite = NULL", "until < $1 AND body <> ''")),
          nightly(
              "kind words",
              MONTH,
              "that one was written, so that it is written once",
              "kind_word",
              "at < $1"),
          nightly(
              "reminders of sessions",
              MONTH,
              "that one was sent, so that it is sent once",
              "session_reminder",
              "starts_at < $1"),
          nightly(
              "mails without their texts", MONTH, "whether one went out", "mail", "made_at < $1"),
          nightly(
              "rooms with the notes of their adults",
              MONTH,
              "network: what adults wrote beside a session; Redis forgets after Limits.ROOM_KEPT",
              "room_part",
              "room IN " + OVER),
          nightly(
              "lines of rehearsals",
              DAY,
              "said by robots or for a try; a rehearsal has no record",
              "room_part",
              "room IN (SELECT id FROM rehearsal WHERE ends_at < $1)"),
          nightly(
              "rehearsals",
              MONTH,
              "that one was held; its lines go first",
              "rehearsal",
              "ends_at < $1"),
          soon(
              "answers to commands",
              Duration.ofHours(1),
              "a page that did not get one has asked again long since",
              "room_answer",
              "at < $1"),
          nightly(
              "codes of devices", DAY, "good on one day only", "join_code", "session IN " + OVER),
          nightly(
              "cover passes",
              MONTH,
              "who was named and came in stays in the session's record",
              "cover_pass",
              "session IN " + OVER),
          nightly(
              "checks of classrooms",
              MONTH,
              "what was to be done before a session",
              "kit_check",
              "at < $1"),
          nightly(
              "boards that were let go",
              MONTH,
              "that one was enrolled stays in the audit log",
              "board",
              "least(until, ended_at) < $1"),
          nightly(
              "the teachers' thread",
              NONE,
              "network: to 31 August of the year after the link's, as the work that they exchange",
              "link_note",
              YEAR_AFTER),
          nightly(
              "what lessons left",
              NONE,
              "network: to 31 August of the year after the link's, as the teachers' thread",
              "lesson_kept",
              YEAR_AFTER),
          nightly(
              "questions for a next lesson",
              NONE,
              "network: to 31 August of the year after the link's, as the teachers' thread",
              "garden_question",
              YEAR_AFTER),
          nightly(
              "parcels",
              MONTH,
              "network: what classes sent each other is for the link's own school year, and goes after it or after the link's end",
              "parcel",
              YEAR_OVER),
          nightly(
              "parcels that were not sent",
              SEASON,
              "network: what was packed and forgotten",
              "parcel",
              "sent_at IS NULL AND made_at < $1"),
          nightly(
              "posts of the noticeboard",
              NONE,
              "network: to 31 August of the year after, as the teachers' thread",
              "notice_post",
              "make_date(extract(year FROM t.at AT TIME ZONE 'Europe/London' - interval '8 months')::int + 2, 9, 1) <= $1::timestamptz AT TIME ZONE 'Europe/London'"),
          nightly(
              "requests for help",
              MONTH,
              "network: what adults asked beside a session; that one asked stays in the audit log",
              "help_request",
              "at < $1"),
          nightly(
              "records of sessions", YEAR, "network: as the audit log", "room_journal", "at < $1"),
          new Rule(
              "names in attendance",
              YEAR,
              false,
              "network: as the records of sessions; that somebody came in her role stays as a figure",
              change("attendance_adult", "name = '', person = NULL", "went < $1 AND name <> ''")),
          nightly(
              "attendance",
              SIX_YEARS,
              "network: figures of what was held, by class and role, without a name",
              "attendance",
              "starts_at < $1"),
          nightly(
              "the audit log",
              YEAR,
              "network: twelve months; the database refuses to delete a younger line",
              "audit",
              "at < $1 AND at < now() - interval '8760 hours'"),
          new Rule(
              "words of concerns that were read",
              MONTH,
              false,
              "network: handed over to the reader, whose school keeps the child-protection record; an unread one is never erased",
              change(
                  "concern",
                  "body_hash = encode(sha256(convert_to(id || ':' || body, 'UTF8')), 'hex'), body = '', contact = '', token = NULL, erased_at = now()",
                  "read_at < $1 AND erased_at IS NULL")),
          nightly(
              "pointers to concerns",
              SIX_YEARS,
              "network: that there was one, when, for whom, and the hash of its words",
              "concern",
              "at < $1 AND erased_at IS NOT NULL"),
          nightly(
              "wishes to link that came to nothing",
              YEAR,
              "network: so that a head can be asked again in the next year",
              "interest",
              "at < $1 AND state <> 'made'"),
          new Rule(
              "names of adults who left",
              YEAR,
              false,
              "network: as the audit log, which then says no more who did it",
              change(
                  "person",
                  "name = 'Somebody who left', email = id || '@left.invalid', phone = ''",
                  "left_at < $1 AND email NOT LIKE '%@left.invalid'")),
          nightly(
              "what was erased when",
              YEAR,
              "so that somebody can look up that this table is kept to",
              "forgotten",
              "at < $1"));

  private static Rule soon(String what, Duration kept, String why, String table, String due) {
    return new Rule(what, kept, true, why, delete(table, due));
  }

  private static Rule nightly(String what, Duration kept, String why, String table, String due) {
    return new Rule(what, kept, false, why, delete(table, due));
  }

  private static String delete(String table, String due) {
    return "DELETE FROM " + table + some(table, due);
  }

  private static String change(String table, String to, String due) {
    return "UPDATE " + table + " SET " + to + some(table, due);
  }

  /// What another node has in hand is left to it.
  private static String some(String table, String due) {
    return " WHERE ctid = ANY(ARRAY(SELECT t.ctid FROM %s t WHERE %s LIMIT %d FOR UPDATE OF t SKIP LOCKED))"
        .formatted(table, due, AT_ONCE);
  }
}
