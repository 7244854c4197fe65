package org.linkroom.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Future;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.people.Mailer;
import org.linkroom.testing.Town;

/// Adults of both classes hear by mail what becomes of a session, each change once.
class TellingTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T10:00:00Z");
  private static final String FROM = "Linkroom <linkroom@linkroom.example>";
  private static Town town;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private Mailer mailer;
  private Telling telling;
  private Reminding reminding;

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  @BeforeEach
  void begin() {
    town.set(MORNING);
    server.start();
    var smtp = new Mailer.Smtp("127.0.0.1", server.getSmtp().getPort(), "", "", "none", FROM);
    mailer = new Mailer(town.vertx(), town.records(), smtp, town.clock());
    var post = post();
    telling = new Telling(post);
    reminding = new Reminding(post);
  }

  private Post post() {
    return new Post(
        town.vertx(),
        town.records(),
        mailer,
        new Words(),
        "https://linkroom.example",
        FROM,
        town.clock());
  }

  @AfterEach
  void end() {
    mailer.stop();
    server.stop();
    town.run("DELETE FROM mail");
    town.run("DELETE FROM session");
  }

  private static List<String> mails(String kind) {
    return await(
        town.records()
            .list(
                "SELECT p.name || ': ' || m.subject || '\n' || m.body || coalesce(m.invite, '') AS all FROM mail m JOIN person p ON p.email = m.email WHERE m.kind = $1 ORDER BY p.name",
                row -> row.getString("all"),
                kind));
  }

  private List<String> told(String kind) {
    await(telling.run());
    var mails = mails(kind);
    town.run("DELETE FROM mail");
    return mails;
  }

  private static void change(Id session, String sql) {
    town.run("UPDATE session SET turn = turn + 1, " + sql + " WHERE id = $1", session);
  }

  private static Id agreed(Duration ahead) {
    return town.session("agreed", MORNING.plus(ahead), 40);
  }

  @Test
  void aLinkThatEndsTakesItsInvitationsBack() {
    var session = agreed(Duration.ofDays(3));
    assertThat(told("invitation")).hasSize(2);
    town.run(
        "UPDATE link SET state = 'ended', ended_at = now(), ended_why = 'over' WHERE id = $1",
        town.link());
    try {
      change(session, "state = 'cancelled'");
      assertThat(told("invitation")).hasSize(2).allMatch(mail -> mail.contains("METHOD:CANCEL"));
    } finally {
      town.run("UPDATE link SET state = 'live', ended_at = NULL WHERE id = $1", town.link());
    }
  }

  @Test
  void aProposalIsToldToTheTeacherWhoMaySayYes() {
    town.session("proposed", MORNING.plus(Duration.ofDays(3)), 40);
    var mails = told("proposal");
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst())
        .startsWith("Teacher of 4K: A time for your link-up: Friday 27 November, 10:00")
        .contains("4B and 4K", "40 minutes")
        .doesNotContain("BEGIN:VCALENDAR");
    assertThat(told("proposal")).isEmpty();
  }

  @Test
  void whatIsAgreedInvitesTheAdultsOfBothClassesOnce() {
    var session = agreed(Duration.ofDays(3));
    var mails = told("invitation");
    assertThat(mails).hasSize(2);
    assertThat(mails.getFirst())
        .startsWith("Teacher of 4B: Your link-up is agreed")
        .contains("METHOD:REQUEST", "UID:" + session + "@linkroom", "STATUS:CONFIRMED");
    change(session, "state = 'open'");
    assertThat(told("invitation")).isEmpty();
  }

  @Test
  void aNewTimeSaysWhatItWasToBothAndChangesTheSameEntry() {
    var session = agreed(Duration.ofDays(3));
    told("invitation");
    change(session, "state = 'proposed', starts_at = starts_at + interval '1 day'");
    var moved = told("invitation");
    assertThat(moved).hasSize(2);
    assertThat(moved.getLast())
        .contains("It was Friday 27 November, 10:00; it would be Saturday 28 November, 10:00")
        .contains("STATUS:TENTATIVE", "SEQUENCE:1", "UID:" + session);
    change(session, "state = 'agreed'");
    assertThat(told("invitation").getFirst())
        .contains("Your link-up is agreed: Saturday 28 November", "SEQUENCE:2");
  }

  /// Who runs the programme needs nobody's yes: it stays agreed, and both hear who moved it.
  @Test
  void whatIsMovedForBothClassesIsToldToBothAsSettled() {
    var session = agreed(Duration.ofDays(3));
    told("invitation");
    var facilitator = town.person("Ruth Lindley");
    town.run(
        "INSERT INTO session_for_both (session, person, why, starts_at, off, at) SELECT id, $2, 'Snow', starts_at + interval '1 day', false, now() FROM session WHERE id = $1",
        session,
        facilitator);
    change(session, "starts_at = starts_at + interval '1 day'");
    var moved = told("invitation");
    assertThat(moved).hasSize(2);
    assertThat(moved.getFirst())
        .contains("Ruth Lindley of your linking programme has moved the link-up of 4B and 4K")
        .contains("It was Friday 27 November, 10:00; it is Saturday 28 November, 10:00 now")
        .contains("STATUS:CONFIRMED", "SEQUENCE:1")
        .doesNotContain("Snow");
    var other = town.session("proposed", MORNING.plus(Duration.ofDays(5)), 40);
    town.run(
        "INSERT INTO session_for_both (session, person, why, starts_at, off, at) SELECT id, $2, 'Snow', starts_at, false, now() FROM session WHERE id = $1",
        other,
        facilitator);
    change(other, "state = 'agreed'");
    assertThat(told("invitation"))
        .hasSize(2)
        .allMatch(mail -> mail.contains("has set a time for both classes"));
  }

  @Test
  void whatIsCalledOffTakesTheInvitationBackFromBoth() {
    var session = agreed(Duration.ofDays(3));
    told("invitation");
    change(session, "state = 'cancelled', why = 'Snow'");
    var off = told("invitation");
    assertThat(off).hasSize(2);
    assertThat(off.getFirst()).contains("METHOD:CANCEL", "is called off").doesNotContain("Snow");
    assertThat(told("invitation")).isEmpty();
  }

  @Test
  void whatLapsedOrWasNeverToldIsNotToldAtItsEnd() {
    var session = agreed(Duration.ofDays(3));
    town.set(MORNING.plus(Duration.ofDays(4)));
    change(session, "state = 'ended'");
    assertThat(told("invitation")).isEmpty();
    var other = town.session("cancelled", MORNING.plus(Duration.ofDays(6)), 40);
    assertThat(told("invitation")).isEmpty();
    assertThat(town.count("SELECT count(*) FROM session WHERE id = $1 AND told_turn = turn", other))
        .isEqualTo(1);
  }

  @Test
  void twoNodesTellEachChangeOnce() {
    for (int i = 1; i <= 6; i++) {
      agreed(Duration.ofDays(i));
    }
    var other = new Telling(post());
    await(Future.all(telling.run(), other.run()));
    assertThat(mails("invitation")).hasSize(12);
  }

  @Test
  void whoBecomesAnAdultOfTheClassIsInvitedToWhatIsAgreed() {
    agreed(Duration.ofDays(3));
    told("invitation");
    var assistant = town.person("Mr Boyd");
    town.role(assistant, "assistant", town.ours().schoolClass());
    assertThat(told("invitation")).singleElement().asString().startsWith("Mr Boyd: ");
    town.run("DELETE FROM role WHERE person = $1", assistant);
    assertThat(told("invitation")).isEmpty();
  }

  @Test
  void eachIsRemindedAWeekADayAndAnHourBefore() {
    agreed(Duration.ofDays(8));
    told("invitation");
    var starts = MORNING.plus(Duration.ofDays(8));
    for (Duration before : List.of(Duration.ofDays(7), Duration.ofDays(1), Duration.ofHours(1))) {
      town.set(starts.minus(before).minusSeconds(1));
      await(reminding.run());
      assertThat(mails("reminder")).as("not yet: %s", before).isEmpty();
      town.set(starts.minus(before));
      await(Future.all(reminding.run(), new Reminding(post()).run()));
      assertThat(mails("reminder")).as("%s", before).hasSize(2);
      await(reminding.run());
      assertThat(mails("reminder")).hasSize(2);
      town.run("DELETE FROM mail");
    }
  }

  @Test
  void nobodyIsRemindedOfWhatWasAgreedLaterThanThat() {
    agreed(Duration.ofHours(20));
    told("invitation");
    await(reminding.run());
    assertThat(mails("reminder")).isEmpty();
    town.set(MORNING.plus(Duration.ofHours(19)));
    await(reminding.run());
    assertThat(mails("reminder")).hasSize(2);
  }

  @Test
  void anInvitationArrivesAsOneThatCalendarProgramsTake() throws Exception {
    var session = agreed(Duration.ofDays(3));
    await(telling.run());
    await(mailer.run());
    var arrived = server.getReceivedMessages();
    assertThat(arrived).hasSize(2);
    var parts = (Multipart) arrived[0].getContent();
    assertThat(parts.getContentType()).startsWith("multipart/mixed");
    var last = parts.getBodyPart(parts.getCount() - 1);
    assertThat(last.getContentType()).contains("text/calendar", "method=REQUEST", "utf-8");
    assertThat(
            new String(
                last.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("UID:" + session + "@linkroom");
    assertThat(town.count("SELECT count(*) FROM mail WHERE body <> '' OR invite IS NOT NULL"))
        .as("what was sent leaves only that it was")
        .isZero();
    assertThat(town.count("SELECT count(*) FROM mail WHERE sent_at = $1", utc(MORNING)))
        .isEqualTo(2);
  }
}
