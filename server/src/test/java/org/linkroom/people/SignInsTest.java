package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.Town;

class SignInsTest {
  private static final Duration OWN = Duration.ofDays(30);
  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");
  private static Town town;
  private static SignIns signIns;
  private static Person teacher;

  @BeforeAll
  static void open() {
    town = new Town();
    var people = new People(town.records());
    signIns = new SignIns(town.records(), people, new Hashes("x".repeat(32)), town.clock(), OWN);
    teacher = await(people.find(town.ours().teacher())).orElseThrow();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void itIsMorning() {
    town.set(MORNING);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:00:00Z, 2026-11-24T18:00:00Z, a shared computer is signed out at six",
    "2026-07-01T08:00:00Z, 2026-07-01T17:00:00Z, at six in London also in summer",
    "2026-11-24T17:59:00Z, 2026-11-24T18:00:00Z, a minute is the least",
    "2026-11-24T17:59:01Z, 2026-11-25T00:00:00Z, less than a minute is none",
    "2026-11-24T19:00:00Z, 2026-11-25T00:00:00Z, in the evening it ends at midnight",
    "2026-07-01T19:00:00Z, 2026-07-01T23:00:00Z, at midnight in London also in summer",
    "2026-11-24T23:59:30Z, 2026-11-25T18:00:00Z, just before midnight it is the next day's",
    "2026-11-25T00:00:00Z, 2026-11-25T18:00:00Z, and at midnight too",
    "2026-10-24T19:00:00Z, 2026-10-24T23:00:00Z, in the evening before the autumn change",
    "2027-03-28T00:30:00Z, 2027-03-28T17:00:00Z, in the night of the spring change",
  })
  void aSharedComputersSignInEndsWithTheDay(Instant begun, Instant ends, String why) {
    assertThat(SignIns.until(begun, false, OWN)).as(why).isEqualTo(ends);
  }

  @Test
  void anOwnDeviceStaysSignedInForThirtyDays() {
    var begun = await(signIns.begin(teacher, true));
    assertThat(begun.until()).isEqualTo(MORNING.plus(OWN));
    town.set(MORNING.plus(OWN).minusSeconds(1));
    var cookie = find(begun.cookie()).orElseThrow().cookie();
    town.set(MORNING.plus(OWN));
    assertThat(find(cookie)).isEmpty();
  }

  @Test
  void aSharedComputerIsSignedOutAtSix() {
    var begun = await(signIns.begin(teacher, false));
    town.set(Instant.parse("2026-11-24T17:59:59Z"));
    var later = find(begun.cookie()).orElseThrow();
    assertThat(later.person()).isEqualTo(teacher);
    town.set(Instant.parse("2026-11-24T18:00:00Z"));
    assertThat(find(later.cookie())).isEmpty();
    assertThat(rows(begun)).as("nothing of it is left").isZero();
  }

  @Test
  void theCookieChangesAfterAQuarterOfAnHour() {
    var begun = await(signIns.begin(teacher, false));
    town.set(MORNING.plus(Duration.ofMinutes(15)));
    assertThat(find(begun.cookie()).orElseThrow().cookie()).isEqualTo(begun.cookie());
    town.set(MORNING.plus(Duration.ofMinutes(15)).plusSeconds(1));
    var next = find(begun.cookie()).orElseThrow();
    assertThat(next.cookie()).isNotEqualTo(begun.cookie());
    assertThat(next.id()).isEqualTo(begun.id());
    assertThat(next.until()).as("changing it lengthens nothing").isEqualTo(begun.until());
  }

  @Test
  void aBrowserThatNeverGotItsNewCookieIsGivenItAgain() {
    var begun = await(signIns.begin(teacher, false));
    town.set(MORNING.plus(Duration.ofMinutes(16)));
    var lost = find(begun.cookie()).orElseThrow();
    town.set(town.now().plus(Duration.ofMinutes(20)));
    var again = find(begun.cookie()).orElseThrow();
    assertThat(again.cookie()).isEqualTo(lost.cookie());
    assertThat(find(again.cookie())).isPresent();
  }

  @Test
  void theCookieBeforeIsGoodForAMinuteAndStolenOnceTheNewOneHasComeBack() {
    var begun = await(signIns.begin(teacher, false));
    town.set(MORNING.plus(Duration.ofMinutes(16)));
    var next = find(begun.cookie()).orElseThrow();
    town.set(town.now().plusSeconds(59));
    assertThat(find(next.cookie())).isPresent();
    assertThat(find(begun.cookie())).as("a request that was under way").isPresent();
    town.set(town.now().plusSeconds(2));
    assertThat(find(next.cookie())).isPresent();
    assertThat(find(begun.cookie())).isEmpty();
    assertThat(find(next.cookie())).as("the sign-in has ended for whoever holds it").isEmpty();
  }

  @Test
  void twoRequestsInOneMomentGetTheSameNewCookie() {
    var begun = await(signIns.begin(teacher, false));
    town.set(MORNING.plus(Duration.ofMinutes(16)));
    var both = await(Future.all(signIns.find(begun.cookie()), signIns.find(begun.cookie())));
    Optional<SignIns.SignedIn> one = both.resultAt(0);
    Optional<SignIns.SignedIn> other = both.resultAt(1);
    assertThat(one.orElseThrow().cookie())
        .isEqualTo(other.orElseThrow().cookie())
        .isNotEqualTo(begun.cookie());
    assertThat(find(one.orElseThrow().cookie())).isPresent();
  }

  @Test
  void signingOutHereLeavesOtherBrowsersSignedIn() {
    var here = await(signIns.begin(teacher, false));
    var there = await(signIns.begin(teacher, true));
    await(signIns.end(here.id()));
    assertThat(find(here.cookie())).isEmpty();
    assertThat(find(there.cookie())).isPresent();
  }

  @Test
  void signingOutEverywhereLeavesNoneOfHersAndAllOfOthers() {
    var partner = await(new People(town.records()).find(town.theirs().teacher())).orElseThrow();
    var here = await(signIns.begin(teacher, false));
    var there = await(signIns.begin(teacher, true));
    var others = await(signIns.begin(partner, true));
    await(signIns.endAll(teacher.id()));
    assertThat(find(here.cookie())).isEmpty();
    assertThat(find(there.cookie())).isEmpty();
    assertThat(find(others.cookie())).isPresent();
  }

  @Test
  void whoHasLeftIsSignedInNowhere() {
    var person = town.person("Somebody who leaves");
    var leaver = await(new People(town.records()).find(person)).orElseThrow();
    var begun = await(signIns.begin(leaver, true));
    assertThat(find(begun.cookie())).isPresent();
    town.run("UPDATE person SET left_at = now() WHERE id = $1", person);
    assertThat(find(begun.cookie())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "e12345678901.secret.signature"})
  void whatIsNoCookieOfOursFindsNobody(String cookie) {
    assertThat(find(cookie)).isEmpty();
  }

  @Test
  void anAlteredCookieFindsNobodyAndEndsNothing() {
    var begun = await(signIns.begin(teacher, false));
    var other = await(signIns.begin(teacher, false));
    String[] mine = begun.cookie().split("\\.");
    String[] hers = other.cookie().split("\\.");
    assertThat(find(mine[0] + "." + hers[1] + "." + mine[2])).isEmpty();
    assertThat(find(mine[0] + "." + mine[1] + "." + hers[2])).isEmpty();
    assertThat(find(begun.cookie() + "x")).isEmpty();
    assertThat(find(begun.cookie())).as("a stranger's forgery signs nobody out").isPresent();
  }

  @Test
  void theTableHoldsNoSecretThatOpensAnything() {
    var begun = await(signIns.begin(teacher, false));
    String secret = begun.cookie().split("\\.")[1];
    assertThat(
            town.count(
                "SELECT count(*) FROM sign_in WHERE id = $1 AND secret = $2", begun.id(), secret))
        .isZero();
  }

  private static Optional<SignIns.SignedIn> find(String cookie) {
    return await(signIns.find(cookie));
  }

  private static long rows(SignIns.SignedIn signIn) {
    return town.count("SELECT count(*) FROM sign_in WHERE id = $1", signIn.id());
  }
}
