package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Town;

/// The network chooses for how long some things are kept, and reads what was erased.
class KeptTest {
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
    town.set(Instant.now());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static void forget() {
    await(new Forgetting(town.vertx(), town.records(), town.clock()).run());
  }

  @Test
  void thatSomethingWasErasedIsKeptForAYear() {
    String sql = "INSERT INTO forgotten (what, at, rows) VALUES ('t', $1, 3)";
    town.run(sql, utc(town.now().minus(Duration.ofDays(366))));
    town.run(sql, utc(town.now().minus(Duration.ofDays(364))));
    forget();
    assertThat(town.count("SELECT count(*) FROM forgotten WHERE what = 't'")).isOne();
  }

  @Test
  void whoLeftIsNobodyAYearLaterAndStaysInWhatSheDid() {
    var gone = town.person("Miss Gone");
    var recent = town.person("Miss Recent");
    town.run(
        "UPDATE person SET left_at = $2 WHERE id = $1",
        gone,
        utc(town.now().minus(Duration.ofDays(366))));
    town.run(
        "UPDATE person SET left_at = $2 WHERE id = $1",
        recent,
        utc(town.now().minus(Duration.ofDays(364))));
    forget();
    assertThat(town.text("SELECT name || email FROM person WHERE id = $1", gone))
        .isEqualTo("Somebody who left" + gone + "@left.invalid");
    assertThat(town.text("SELECT name FROM person WHERE id = $1", recent)).isEqualTo("Miss Recent");
  }

  @Test
  void whatTheNetworkChoseHoldsWithinItsBoundsAndWhatWasErasedIsOnRecord() {
    var kept = new Kept(town.records());
    assertThatThrownBy(() -> kept.choose("the audit log", 364))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> kept.choose("attempts", 1))
        .isInstanceOf(IllegalArgumentException.class);
    await(kept.choose("checks of classrooms", 300));
    try {
      var at = town.now().minus(Duration.ofDays(299));
      town.run(
          "INSERT INTO kit_check (id, number, at, verdict, findings, measured) VALUES ('chk123456789', 'CHK123', $1, 'good', 'camera:good', '{}')",
          utc(at));
      forget();
      assertThat(town.count("SELECT count(*) FROM kit_check WHERE number = 'CHK123'")).isOne();
      await(kept.choose("checks of classrooms", 298));
      forget();
      assertThat(town.count("SELECT count(*) FROM kit_check WHERE number = 'CHK123'")).isZero();
      assertThat(await(kept.lastErased())).containsKey("checks of classrooms");
    } finally {
      town.run("DELETE FROM kept_for");
    }
  }

  @Test
  void everyChoiceIsOfARuleAndItsUsualTimeIsWithinTheBounds() {
    Kept.BOUNDS.forEach(
        (what, bounds) ->
            assertThat(Retention.RULES.stream().filter(rule -> rule.what().equals(what)))
                .as(what)
                .singleElement()
                .satisfies(rule -> assertThat(bounds.hold((int) rule.kept().toDays())).isTrue()));
  }
}
