package org.linkroom.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;
import org.linkroom.network.Links;
import org.linkroom.session.Sessions;
import org.linkroom.testing.Town;

/// Which links nobody has heard of. It is 24 November, and the link is of 1 September.
class QuietLinksTest {
  private static Town town;
  private static QuietLinks quiet;

  @BeforeAll
  static void open() {
    town = new Town();
    quiet = new QuietLinks(town.records(), new Links(town.records()), new Sessions(town.records()));
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void old() {
    town.run("UPDATE link SET made_at = '2026-09-01'");
  }

  @AfterEach
  void forget() {
    town.run("DELETE FROM link_note");
    town.run("DELETE FROM link_item");
    town.run("DELETE FROM session");
    town.run("UPDATE programme SET quiet_weeks = 4");
    town.run("UPDATE link SET state = 'live', ended_at = NULL");
  }

  private static List<QuietLinks.Quiet> found() {
    return await(quiet.of(List.of(town.programme()), town.now()));
  }

  private static void note(String kind, Id author, String at, @Nullable String day) {
    town.run(
        "INSERT INTO link_note (id, link, at, author, kind, body, on_day) VALUES ($1, $2, $3::text::timestamptz, $4, $5, 'b', $6::text::date)",
        Id.random(),
        town.link(),
        at,
        author,
        kind,
        day);
  }

  /// The 27th of October is four weeks ago, the last day that counts.
  @ParameterizedTest
  @CsvSource({
    "held session, 2026-10-27, false",
    "held session, 2026-10-26, true",
    "missed session, 2026-11-20, true",
    "proposed session, 2026-11-20, true",
    "agreed session, 2026-12-01, true",
    "phone, 2026-10-27, false",
    "phone, 2026-10-26, true",
    "phone entered later, 2026-10-26, true",
    "mail, 2026-10-27, false",
    "message, 2026-11-20, true",
    "messages both ways, 2026-10-28, false",
    "messages both ways, 2026-10-20, true",
    "exchange, 2026-10-27, false",
    "exchange, 2026-10-26, true",
    "exchange, 2026-12-01, true",
    "visit, 2026-11-01, false",
    "venue, 2026-11-01, false",
    "celebration, 2026-11-01, false",
    "training-1, 2026-11-01, true"
  })
  void whatCountsAsContactIsThis(String what, String day, boolean silent) {
    String at = day + "T10:00:00Z";
    switch (what) {
      case "held session" -> session("ended", at, at);
      case "missed session" -> session("ended", at, null);
      case "proposed session" -> session("proposed", at, null);
      case "agreed session" -> session("agreed", at, null);
      case "phone" -> note("phone", town.ours().teacher(), at, null);
      case "phone entered later" -> note("phone", town.ours().teacher(), "2026-11-20", day);
      case "mail" -> note("mail", town.ours().teacher(), "2026-11-20", day);
      case "message" -> note("message", town.ours().teacher(), at, null);
      case "messages both ways" -> {
        note("message", town.ours().teacher(), at, null);
        note("message", town.theirs().teacher(), at, null);
      }
      default -> item(what, day);
    }
    assertThat(found()).as("%s on %s", what, day).hasSize(silent ? 1 : 0);
  }

  private static void session(String state, String at, @Nullable String live) {
    town.run(
        "UPDATE session SET live_at = $2::text::timestamptz WHERE id = $1",
        town.session(state, java.time.Instant.parse(at), 40),
        live);
  }

  private static void item(String kind, String day) {
    town.run(
        "INSERT INTO link_item (id, link, kind, class, on_day, added_by) VALUES ($1, $2, $3, CASE WHEN $3 LIKE 'training%' THEN $4::text END, $5::text::date, $6)",
        Id.random(), town.link(), kind, town.ours().schoolClass(), day, town.ours().teacher());
  }

  @Test
  void whatIsPlannedIsShownThoughItIsNoContact() {
    session("proposed", "2026-11-27T10:00:00Z", null);
    item("exchange", "2026-10-01");
    var one = found().getFirst();
    assertThat(one.last()).hasToString("2026-10-01");
    assertThat(one.next()).isNotNull();
    assertThat(one.link().title()).isEqualTo("4B and 4K");
  }

  @Test
  void aProgrammeSaysAfterHowManyWeeks() {
    item("exchange", "2026-11-10");
    assertThat(found()).isEmpty();
    await(quiet.keepWeeks(town.programme(), 1));
    assertThat(await(quiet.weeks(town.programme()))).isEqualTo(1);
    assertThat(found()).hasSize(1);
    await(quiet.keepWeeks(town.programme(), 26));
    assertThat(found()).isEmpty();
  }

  @Test
  void aYoungLinkAndOneThatIsOverAreNoneOfThem() {
    town.run("UPDATE link SET made_at = '2026-11-01'");
    assertThat(found()).isEmpty();
    town.run("UPDATE link SET made_at = '2026-09-01', state = 'ended', ended_at = now()");
    assertThat(found()).isEmpty();
  }
}
