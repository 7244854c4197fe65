package org.linkroom.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;
import org.linkroom.protocol.PassRole;
import org.linkroom.testing.Town;

class BoardsTest {
  private static Town town;
  private static Boards boards;

  @BeforeAll
  static void open() {
    town = new Town();
    boards = new Boards(town.records(), new Hashes("x".repeat(32)));
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-01T08:00:00Z, 2027-08-30T23:00:00Z, from the first day of school",
    "2027-07-20T08:00:00Z, 2027-08-30T23:00:00Z, until the last of August in London",
    "2026-08-01T08:00:00Z, 2027-08-30T23:00:00Z, in August for the year that comes",
    "2026-07-31T22:59:59Z, 2026-08-30T23:00:00Z, the last moment of July",
    "2026-07-31T23:00:00Z, 2027-08-30T23:00:00Z, is August in London",
  })
  void aBoardIsEnrolledUntilTheEndOfTheSchoolYear(Instant now, Instant end, String why) {
    assertThat(Boards.yearEnds(now)).as(why).isEqualTo(end);
  }

  @Test
  void aBoardIsKnownByItsCookieForItsClass() {
    var ours = enrol(town.ours());
    var theirs = enrol(town.theirs());
    assertThat(await(boards.classOf(ours))).contains(town.ours().schoolClass());
    assertThat(await(boards.classOf(theirs))).contains(town.theirs().schoolClass());
    String mixed = ours.split("\\.")[0] + "." + theirs.split("\\.")[1];
    assertThat(await(boards.classOf(mixed))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "b12345678901.secret", "b12345678901", "x.y.z"})
  void whatIsNoCookieOfABoardOpensNothing(String cookie) {
    assertThat(await(boards.classOf(cookie))).isEmpty();
  }

  @Test
  void allBoardsOfAClassAreLetGoAtOnceAndNoOthers() {
    var school = town.school("Two boards", "2A");
    var one = enrol(school);
    var other = enrol(school);
    var partners = enrol(town.theirs());
    assertThat(await(boards.count(school.schoolClass()))).isEqualTo(2);
    await(boards.endAll(school.schoolClass()));
    assertThat(await(boards.count(school.schoolClass()))).isZero();
    assertThat(await(boards.classOf(one))).isEmpty();
    assertThat(await(boards.classOf(other))).isEmpty();
    assertThat(await(boards.classOf(partners))).isPresent();
  }

  @Test
  void aBoardOfLastYearOpensNothing() {
    var school = town.school("Last year", "2B");
    var cookie =
        await(
            boards.enrol(
                school.schoolClass(), school.teacher(), Instant.now().minus(Duration.ofDays(800))));
    assertThat(await(boards.classOf(cookie))).isEmpty();
    assertThat(await(boards.count(school.schoolClass()))).isZero();
  }

  /// What a board comes in as is `DEVICE`, and the store knows of no adult.
  @Test
  void aBoardHoldsNoKey() {
    assertThat(PassRole.DEVICE.key()).isFalse();
    var cookie = enrol(town.ours());
    assertThat(town.count("SELECT count(*) FROM board WHERE secret = $1", cookie.split("\\.")[1]))
        .as("its secret is kept as a hash")
        .isZero();
  }

  @Test
  void aBoardShowsItsClassesLinkUpsOfTheDayThatAreNotOver() {
    var midnight = Instant.parse("2026-07-01T23:00:00Z");
    var morning = town.session("agreed", midnight.plus(Duration.ofHours(10)), 40);
    var first = town.session("proposed", midnight, 40);
    town.session("agreed", midnight.minusSeconds(1), 40);
    town.session("agreed", midnight.plus(Duration.ofDays(1)), 40);
    town.session("ended", midnight.plus(Duration.ofHours(2)), 40);
    town.session("cancelled", midnight.plus(Duration.ofHours(3)), 40);
    var call = town.session("agreed", midnight.plus(Duration.ofHours(4)), 40);
    town.run("UPDATE session SET kind = 'teachers-call' WHERE id = $1", call);
    var noon = midnight.plus(Duration.ofHours(12));
    for (Id classId : new Id[] {town.ours().schoolClass(), town.theirs().schoolClass()}) {
      assertThat(await(boards.today(classId, noon))).containsExactly(first, morning);
    }
    assertThat(await(boards.today(town.other().schoolClass(), noon))).isEmpty();
  }

  private static String enrol(Town.School school) {
    return await(boards.enrol(school.schoolClass(), school.teacher(), Instant.now()));
  }
}
