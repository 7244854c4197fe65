package org.linkroom.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

/// What the database refuses whatever the code above it does. In the statements a word in braces is
/// one of the town's ids, and `{new}` another one each time.
class ConstraintsTest {
  private static Town town;
  private static Id session;

  @BeforeAll
  static void open() {
    town = new Town();
    session = town.session("agreed", town.now(), 40);
    town.run("INSERT INTO programme_alias VALUES ('EDIT', $1)", town.programme());
    run(
        "INSERT INTO sign_in_mail (id, browser, token, code, until) VALUES ('{new}', 'b', 'one token', 'c', now())");
    run("INSERT INTO join_code VALUES ('{session}', '{class}', 'ACD347')");
    run(
        "INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ('{new}', '{session}', '{class}', 'Mr Ali', 'ACD34679', '{person}')");
    run(
        "INSERT INTO room_journal (line, room, at, what) VALUES ('c:0', '{session}', now(), 'door.open')");
    run(
        "INSERT INTO concern (id, school, about, body, contact, reader_email, token) VALUES ('{new}', '{school}', 'head', '', '', 'a@b', 'one link')");
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static int run(String sql) {
    return town.run(filled(sql));
  }

  private static String filled(String sql) {
    return sql.replace("{new}", Id.random().text())
        .replace("{session}", session.text())
        .replace("{class}", town.ours().schoolClass().text())
        .replace("{partner}", town.theirs().schoolClass().text())
        .replace("{school}", town.ours().id().text())
        .replace("{programme}", town.programme().text())
        .replace("{link}", town.link().text())
        .replace("{person}", town.ours().teacher().text())
        .replace("{long}", "x".repeat(121))
        .replace("{4001}", "x".repeat(4001));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "an id that is none | INSERT INTO programme (id, name) VALUES ('12', 'Nowhere')",
        "an id with capitals | INSERT INTO programme (id, name) VALUES ('Abcdefghijkl', 'Nowhere')",
        "two programmes of one name | INSERT INTO programme (id, name) VALUES ('{new}', 'Bradford')",
        "an alias of two programmes | INSERT INTO programme_alias VALUES ('EDIT', '{programme}')",
        "a name of nothing | INSERT INTO programme (id, name) VALUES ('{new}', '')",
        "a name with spaces around | INSERT INTO programme (id, name) VALUES ('{new}', ' Leeds')",
        "a name of 121 characters | INSERT INTO programme (id, name) VALUES ('{new}', '{long}')",
        "a name of two lines | INSERT INTO person (id, name, email) VALUES ('{new}', E'Miss\\nKhan', '{new}@b')",
        "two people of one address | UPDATE person SET email = '{person}@school.example' WHERE id <> '{person}'",
        "an address with capitals | INSERT INTO person (id, name, email) VALUES ('{new}', 'Miss Khan', 'Khan@b')",
        "an address that is none | INSERT INTO person (id, name, email) VALUES ('{new}', 'Miss Khan', 'khan')",
        "a school that governors cannot be written to for | UPDATE school SET governors_email = '' WHERE id = '{school}'",
        "a school of no known phase | UPDATE school SET phase = 'nursery' WHERE id = '{school}'",
        "a camera of no known promise | UPDATE school SET camera = 'faces' WHERE id = '{school}'",
        "two schools of one name in a programme | INSERT INTO school SELECT '{new}', programme, name, town, phase, character, phone, governors_email, camera FROM school WHERE id = '{school}'",
        "a class of nobody | UPDATE school_class SET size = 0 WHERE id = '{class}'",
        "a class of 61 | UPDATE school_class SET size = 61 WHERE id = '{class}'",
        "a year group of 14 | UPDATE school_class SET year_group = 14 WHERE id = '{class}'",
        "one label twice in a school and year | INSERT INTO school_class SELECT '{new}', school, label, year_group, size, motto, lead, year FROM school_class WHERE id = '{class}'",
        "a teacher of a school | INSERT INTO role (person, kind, school) VALUES ('{person}', 'teacher', '{school}')",
        "a teacher of nothing | INSERT INTO role (person, kind) VALUES ('{person}', 'teacher')",
        "a head of a class | INSERT INTO role (person, kind, class) VALUES ('{person}', 'headteacher', '{class}')",
        "a safeguarding lead of a programme | INSERT INTO role (person, kind, programme) VALUES ('{person}', 'safeguarding', '{programme}')",
        "a facilitator of everything | INSERT INTO role (person, kind) VALUES ('{person}', 'facilitator')",
        "a coordinator of one programme | INSERT INTO role (person, kind, programme) VALUES ('{person}', 'coordinator', '{programme}')",
        "a role of no known kind | INSERT INTO role (person, kind, class) VALUES ('{person}', 'pupil', '{class}')",
        "one role twice | INSERT INTO role (person, kind, class) VALUES ('{person}', 'teacher', '{class}')",
        "a fourth class of a link | UPDATE link_class SET place = 3 WHERE link = '{link}' AND place = 1",
        "two classes at one place of a link | UPDATE link_class SET place = 0 WHERE link = '{link}'",
        "a class linked with itself | INSERT INTO link_class VALUES ('{link}', '{class}', 2)",
        "a session of four minutes | UPDATE session SET minutes = 4 WHERE id = '{session}'",
        "a session of 121 minutes | UPDATE session SET minutes = 121 WHERE id = '{session}'",
        "a session in no known state | UPDATE session SET state = 'paused' WHERE id = '{session}'",
        "a session of no known kind | UPDATE session SET kind = 'meeting' WHERE id = '{session}'",
        "a session of nobody's link | UPDATE session SET link = '{new}' WHERE id = '{session}'",
        "a session by nobody | UPDATE session SET proposed_by = NULL WHERE id = '{session}'",
        "an empty message | INSERT INTO link_note (id, link, author, kind, body) VALUES ('{new}', '{link}', '{person}', 'message', '')",
        "one way in mailed twice | INSERT INTO sign_in_mail (id, browser, token, code, until) VALUES ('{new}', 'b', 'one token', 'c', now())",
        "a sign-in of nobody | INSERT INTO sign_in (id, person, secret, rotated_at, until, own_device) VALUES ('{new}', '{new}', 's', now(), now(), false)",
        "one code for two classes | INSERT INTO join_code VALUES ('{session}', '{partner}', 'ACD347')",
        "two codes of a class in a session | INSERT INTO join_code VALUES ('{session}', '{class}', 'XXXXXX')",
        "one code for two cover adults | INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ('{new}', '{session}', '{class}', 'Mrs Webb', 'ACD34679', '{person}')",
        "a cover adult without a name | INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ('{new}', '{session}', '{class}', '', 'X', '{person}')",
        "a cover pass that nobody made | INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ('{new}', '{session}', '{class}', 'Mrs Webb', 'X', NULL)",
        "a line of a room's record twice | INSERT INTO room_journal (line, room, at, what) VALUES ('c:0', '{session}', now(), 'door.open')",
        "a concern that nobody can read | INSERT INTO concern (id, school, about, body, contact) VALUES ('{new}', '{school}', 'child', '', '')",
        "a concern about no known matter | INSERT INTO concern (id, school, about, body, contact, token) VALUES ('{new}', '{school}', 'pupil', '', '', 't')",
        "a concern of 4001 characters | INSERT INTO concern (id, school, about, body, contact, token) VALUES ('{new}', '{school}', 'child', '{4001}', '', 't')",
        "one link to two concerns | INSERT INTO concern (id, school, about, body, contact, token) VALUES ('{new}', '{school}', 'head', '', '', 'one link')",
        "a concern that is erased by half | UPDATE concern SET erased_at = now(), body_hash = 'h' WHERE token = 'one link'",
        "an audit line by nobody who is there | INSERT INTO audit (who, what, subject) VALUES ('{new}', 'board.enrol', 's')",
      })
  void theDatabaseRefuses(String what, String sql) {
    assertThatThrownBy(() -> run(sql))
        .as(what)
        .isInstanceOfSatisfying(
            PgException.class,
            refused ->
                assertThat(refused.getSqlState())
                    .as("an integrity violation, not a broken statement: %s", refused.getMessage())
                    .startsWith("23"));
  }

  @Test
  void nothingInTheseTablesCouldHoldAPupil() {
    var columns = new ArrayList<>(List.of("pupil", "child", "student", "first_name", "birth"));
    for (String word : columns) {
      assertThat(
              town.count(
                  "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public' AND (column_name LIKE $1 OR table_name LIKE $1)",
                  "%" + word + "%"))
          .as(word)
          .isZero();
    }
  }

  @Test
  void eachTimeIsAMomentNotAClockOfSomewhere() {
    assertThat(
            town.text(
                "SELECT string_agg(table_name || '.' || column_name, ', ') FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'timestamp without time zone' AND table_name <> 'flyway_schema_history'"))
        .isEqualTo("none");
  }

  @Test
  void whatTheTownIsMadeOfIsTaken() {
    // So that a refusal above is the statement's own doing.
    assertThat(run("UPDATE school_class SET size = 60, year_group = 13 WHERE id = '{class}'"))
        .isEqualTo(1);
    assertThat(run("UPDATE session SET minutes = 120 WHERE id = '{session}'")).isEqualTo(1);
    assertThat(
            run("INSERT INTO role (person, kind, class) VALUES ('{person}', 'cover', '{class}')"))
        .isEqualTo(1);
  }
}
