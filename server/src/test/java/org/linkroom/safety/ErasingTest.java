package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

/// Everything that is on record of a link, class or school can be given out, and taken out whole.
class ErasingTest {
  private static Town town;
  private static Erasing erasing;

  @BeforeAll
  static void open() {
    town = new Town();
    erasing = new Erasing(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  /// A link of two new classes, with a session and what belongs to it.
  private record Story(Id link, Id session, Town.School ours, Town.School theirs) {}

  private static Story story(String name) {
    var ours = town.school(name + " Primary", name);
    var theirs = town.school(name + " Academy", name + "2");
    var story =
        new Story(town.link(ours.schoolClass(), theirs.schoolClass()), Id.random(), ours, theirs);
    session(story, "CODE" + name);
    attendance(story);
    town.run(
        "INSERT INTO link_note (id, link, author, kind, body) VALUES ($1, $2, $3, 'message', 'Hello')",
        Id.random(),
        story.link(),
        ours.teacher());
    return story;
  }

  private static void session(Story of, String code) {
    town.run(
        "INSERT INTO session (id, kind, link, state, starts_at, minutes, proposed_by, by_class) VALUES ($1, 'link-up', $2, 'ended', $3, 40, $4, $5)",
        of.session(),
        of.link(),
        utc(town.now()),
        of.ours().teacher(),
        of.ours().schoolClass());
    town.run(
        "INSERT INTO room_journal (line, room, at, what) VALUES ($1, $2, $3, 'door.open')",
        Id.random(),
        of.session(),
        utc(town.now()));
    town.run(
        "INSERT INTO cover_pass (id, session, class, name, code, made_by) VALUES ($1, $2, $3, 'Mr Ali', $4, $5)",
        Id.random(),
        of.session(),
        of.ours().schoolClass(),
        code,
        of.ours().teacher());
  }

  private static void attendance(Story of) {
    town.run(
        "INSERT INTO attendance (session, link, programme, year, kind, outcome, starts_at, planned, minutes) VALUES ($1, $2, $3, 2026, 'link-up', 'met', $4, 40, 38)",
        of.session(),
        of.link(),
        town.programme(),
        utc(town.now()));
    town.run(
        "INSERT INTO attendance_class (session, class, school, programme, year, starts_at, met, minutes) VALUES ($1, $2, $3, $4, 2026, $5, true, 38)",
        of.session(),
        of.ours().schoolClass(),
        of.ours().id(),
        town.programme(),
        utc(town.now()));
  }

  private static void ended(Id link) {
    town.run(
        "UPDATE link SET state = 'ended', ended_at = now(), ended_why = 'over' WHERE id = $1",
        link);
  }

  private static long rows(String table) {
    return town.count("SELECT count(*) FROM " + table);
  }

  @Test
  void whatRefersToWhatMayGoIsTakenWithIt() {
    var held =
        Stream.of(Holding.values())
            .flatMap(of -> of.parts().stream())
            .map(Holding.Part::table)
            .distinct()
            .toList();
    List<String> referring =
        await(
            town.records()
                .list(
                    """
                    SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
                    WHERE contype = 'f' AND confrelid IN ('session'::regclass, 'link'::regclass, 'school_class'::regclass, 'school'::regclass)""",
                    row -> row.getString("name")));
    assertThat(referring).hasSizeGreaterThan(20);
    // A school with a concern is not erased.
    assertThat(referring).filteredOn(table -> !table.equals("concern")).isSubsetOf(held);
  }

  @Test
  void aLinkGoesWithAllOfItsYearAndNoOtherDoes() {
    var gone = story("Ash");
    var stays = story("Elm");
    var tables = List.of("session", "room_journal", "cover_pass", "link_note", "attendance");
    var before = tables.stream().map(ErasingTest::rows).toList();
    assertThat(await(erasing.hindrance(Holding.LINK, gone.link()))).isEqualTo("not-ended");
    ended(gone.link());
    assertThat(await(erasing.hindrance(Holding.LINK, gone.link()))).isEmpty();
    assertThat(await(erasing.count(Holding.LINK, gone.link())))
        .containsEntry("sessions", 1L)
        .containsEntry("records", 1L)
        .containsEntry("links", 3L);
    await(erasing.erase(Holding.LINK, gone.link()));
    assertThat(await(erasing.count(Holding.LINK, gone.link()))).isEmpty();
    assertThat(tables.stream().map(ErasingTest::rows))
        .containsExactlyElementsOf(before.stream().map(n -> n - 1).toList());
    assertThat(town.count("SELECT count(*) FROM session WHERE id = $1", stays.session())).isOne();
  }

  @Test
  void aCopyHoldsWhatIsKeptAndNoCode() {
    var story = story("Oak");
    var link = await(erasing.export(Holding.LINK, story.link()));
    assertThat(link.getJsonArray("session")).hasSize(1);
    assertThat(link.getJsonArray("link_note").encode()).contains("Hello");
    assertThat(link.encode()).contains("Mr Ali").doesNotContain("CODEOak");
    var school = await(erasing.export(Holding.SCHOOL, story.ours().id()));
    assertThat(school.getJsonArray("school").encode()).contains("Oak Primary");
    assertThat(school.getJsonArray("role")).as("of the class and of the school").hasSize(3);
  }

  @Test
  void aClassThatWasPutAwayGoesWhenItsLinksHave() {
    var story = story("Fir");
    var which = story.ours().schoolClass();
    assertThat(await(erasing.hindrance(Holding.CLASS, which))).isEqualTo("not-away");
    town.run("UPDATE school_class SET archived_at = now() WHERE id = $1", which);
    assertThat(await(erasing.hindrance(Holding.CLASS, which))).isEqualTo("linked");
    ended(story.link());
    await(erasing.erase(Holding.LINK, story.link()));
    assertThat(await(erasing.hindrance(Holding.CLASS, which))).isEmpty();
    town.run("UPDATE person SET left_at = now() WHERE id = $1", story.ours().teacher());
    await(erasing.erase(Holding.CLASS, which));
    assertThat(town.count("SELECT count(*) FROM school_class WHERE id = $1", which)).isZero();
    assertThat(town.text("SELECT name FROM person WHERE id = $1", story.ours().teacher()))
        .isEqualTo("Somebody who left");
  }

  @Test
  void aSchoolGoesWithItsClassesUnlessAConcernWasRaisedThere() {
    var school = town.school("Yew Primary", "Yew");
    town.run("UPDATE school SET archived_at = now() WHERE id = $1", school.id());
    town.run(
        "INSERT INTO concern (id, school, about, body, contact, reader, reader_email) VALUES ($1, $2, 'child', '', '', $3, 'a@b')",
        Id.random(),
        school.id(),
        school.lead());
    assertThat(await(erasing.hindrance(Holding.SCHOOL, school.id()))).isEqualTo("concerned");
    town.run("DELETE FROM concern WHERE school = $1", school.id());
    assertThat(await(erasing.hindrance(Holding.SCHOOL, school.id()))).isEmpty();
    await(erasing.erase(Holding.SCHOOL, school.id()));
    assertThat(town.count("SELECT count(*) FROM school WHERE id = $1", school.id())).isZero();
    assertThat(town.count("SELECT count(*) FROM role WHERE class = $1", school.schoolClass()))
        .isZero();
  }
}
