package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

/// What classes sent each other is for one school year.
class ParcelsKeptTest {
  private Town town;

  @BeforeEach
  void open() {
    town = new Town();
    town.run(
        """
        INSERT INTO parcel (id, link, class, words, made_by, made_at, sent_by, sent_at) VALUES ($1, $2, $3, 'Hello', $4, $5, $4, $5)""",
        Id.random(),
        town.link(),
        town.ours().schoolClass(),
        town.ours().teacher(),
        utc(town.now()));
    town.run(
        """
        INSERT INTO picture (id, parcel, alt, width, height, large, small, made_by, made_at)
        SELECT $1, id, 'An oak', 1, 1, '', '', made_by, made_at FROM parcel""",
        Id.random());
  }

  @AfterEach
  void close() {
    town.close();
  }

  private long kept(Instant now) {
    town.set(now);
    await(new Forgetting(town.vertx(), town.records(), town.clock()).run());
    return town.count("SELECT (SELECT count(*) FROM parcel) + (SELECT count(*) FROM picture)");
  }

  @Test
  void itGoesThirtyDaysAfterTheLinksSchoolYear() {
    // A link of the school year 2026/27: its last day in London, and thirty days on.
    Instant over = Instant.parse("2027-08-31T23:00:00Z").plus(Duration.ofDays(30));
    assertThat(kept(over.minusSeconds(60))).isEqualTo(2);
    assertThat(kept(over.plusSeconds(60))).isZero();
  }

  @Test
  void itGoesThirtyDaysAfterALinkThatEndedSooner() {
    Instant end = town.now().plus(Duration.ofDays(10));
    town.run("UPDATE link SET state = 'ended', ended_at = $1, ended_why = 'over'", utc(end));
    assertThat(kept(end.plus(Duration.ofDays(30)).minusSeconds(60))).isEqualTo(2);
    assertThat(kept(end.plus(Duration.ofDays(30)).plusSeconds(60))).isZero();
  }

  @Test
  void whatWasPackedAndForgottenGoesAfterNinetyDays() {
    town.run("UPDATE parcel SET sent_by = NULL, sent_at = NULL");
    Instant over = town.now().plus(Duration.ofDays(90));
    assertThat(kept(over.minusSeconds(60))).isEqualTo(2);
    assertThat(kept(over.plusSeconds(60))).isZero();
  }
}
