package org.linkroom.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.entry.JoinCodes.Found;
import org.linkroom.people.Attempts;
import org.linkroom.people.Hashes;
import org.linkroom.testing.Town;

class JoinCodesTest {
  private static final Hashes HASHES = new Hashes("a secret of the server, 32 letters");
  private static Town town;
  private static JoinCodes codes;
  private static JoinCodes.Way way;

  @BeforeAll
  static void open() {
    town = new Town();
    codes = new JoinCodes(town.records(), new Attempts(town.records()), HASHES);
    var session = town.session("agreed", Instant.now(), 40);
    way = new JoinCodes.Way(session, town.ours().schoolClass());
    town.run(
        "INSERT INTO join_code (session, class, code) VALUES ($1, $2, 'ACD347')",
        way.session(),
        way.classId());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @AfterEach
  void forget() {
    town.run("DELETE FROM attempt");
  }

  @Test
  void aCodeLeadsToItsClassHoweverItIsTyped() {
    for (String typed : new String[] {"ACD347", "acd 347", " acd-347 "}) {
      assertThat(find(typed, "browser")).isEqualTo(new Found.Leads(way));
    }
    assertThat(find("ACD346", "browser")).isEqualTo(new Found.Nothing());
    assertThat(find("", "browser")).isEqualTo(new Found.Nothing());
    assertThat(await(codes.code(way.session(), way.classId()))).contains("ACD347");
    assertThat(await(codes.code(way.session(), town.theirs().schoolClass()))).isEmpty();
  }

  @Test
  void aBrowserMayBeWrongSoOftenAndNoMore() {
    for (int i = 0; i < JoinCodes.WRONG_OF_BROWSER; i++) {
      assertThat(find("WRONG" + i, "guesser")).isEqualTo(new Found.Nothing());
    }
    assertThat(find("WRONGX", "guesser")).isEqualTo(new Found.TooMany());
    assertThat(find("ACD347", "guesser")).isEqualTo(new Found.TooMany());
    assertThat(find("ACD347", "another")).isEqualTo(new Found.Leads(way));
  }

  @Test
  void whoIsRightIsNeverCounted() {
    for (int i = 0; i < JoinCodes.WRONG_OF_BROWSER + 3; i++) {
      assertThat(find("ACD347", "a board that is often restarted")).isEqualTo(new Found.Leads(way));
    }
  }

  @Test
  void afterAQuarterOfAnHourABrowserMayTryAgain() {
    town.run(
        "INSERT INTO attempt (what, at) SELECT $1, now() - interval '16 minutes' FROM generate_series(1, 50)",
        "join:" + HASHES.of("guesser"));
    assertThat(find("ACD347", "guesser")).isEqualTo(new Found.Leads(way));
  }

  @Test
  void aGuesserWhoTakesANewBrowserEachTimeIsStoppedToo() {
    town.run(
        "INSERT INTO attempt (what) SELECT 'join' FROM generate_series(1, $1)",
        JoinCodes.WRONG_OF_ALL - 1);
    assertThat(find("WRONGX", "new browser 1")).isEqualTo(new Found.Nothing());
    assertThat(find("WRONGY", "new browser 2")).isEqualTo(new Found.TooMany());
    assertThat(find("ACD347", "new browser 3"))
        .as("a right guess must not get through either")
        .isEqualTo(new Found.TooMany());
  }

  @Test
  void aTokenLeadsToItsClassOnce() {
    String token = await(codes.token(way, Instant.now()));
    assertThat(await(codes.use(token))).contains(way);
    assertThat(await(codes.use(token))).isEmpty();
    assertThat(await(codes.use("no token of ours"))).isEmpty();
  }

  @Test
  void aTokenIsGoodForTenMinutes() {
    var now = Instant.now();
    assertThat(await(codes.use(await(codes.token(way, now.minus(Duration.ofMinutes(9)))))))
        .contains(way);
    assertThat(await(codes.use(await(codes.token(way, now.minus(Duration.ofMinutes(10)))))))
        .isEmpty();
  }

  @Test
  void theTableHoldsNoTokenThatOpensAnything() {
    String token = await(codes.token(way, Instant.now()));
    assertThat(town.count("SELECT count(*) FROM join_token WHERE token = $1", token)).isZero();
    assertThat(town.count("SELECT count(*) FROM join_token WHERE token = $1", HASHES.of(token)))
        .isEqualTo(1);
  }

  @Test
  void attemptsAreCountedOverAWindowAndApart() {
    var attempts = new Attempts(town.records());
    String what = Id.random().text();
    var window = Duration.ofMinutes(15);
    assertThat(await(attempts.left(what, 2, window))).isTrue();
    assertThat(await(attempts.allows(what, 2, window))).isTrue();
    assertThat(await(attempts.allows(what, 2, window))).isTrue();
    assertThat(await(attempts.left(what, 2, window))).isFalse();
    assertThat(await(attempts.allows(what, 2, window))).isFalse();
    assertThat(await(attempts.allows(what + "x", 2, window))).isTrue();
    town.run("UPDATE attempt SET at = now() - interval '16 minutes' WHERE what = $1", what);
    assertThat(await(attempts.allows(what, 2, window))).isTrue();
  }

  private static Found find(String typed, String browser) {
    return await(codes.find(typed, browser));
  }
}
