package org.linkroom.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;
import static org.linkroom.testing.Town.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.testing.Town;

/// Where a line of the audit log may be read is found as it is written.
class AuditPlacesTest {
  private static Town town;

  @BeforeAll
  static void open() {
    town = new Town();
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static List<String> places(String what, Id subject) {
    await(new Audit(town.records()).write(town.ours().head(), what, subject.text()));
    return await(
        town.records()
            .list(
                "SELECT p.place FROM audit_place p JOIN audit a ON a.id = p.line WHERE a.what = $1 AND a.subject = $2",
                row -> row.getString(0),
                what,
                subject));
  }

  private static List<String> texts(Id... ids) {
    return List.of(ids).stream().map(Id::text).toList();
  }

  @Test
  void aLineIsReadAtEveryProgrammeAndSchoolOfItsSubject() {
    var both = texts(town.programme(), town.ours().id(), town.theirs().id());
    var ours = texts(town.programme(), town.ours().id());
    assertThat(places("programme.changed", town.programme()))
        .containsExactly(town.programme().text());
    assertThat(places("school.changed", town.ours().id()))
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(places("board.enrol", town.ours().schoolClass()))
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(places("adult.invite", town.ours().teacher()))
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(places("link.end", town.link())).containsExactlyInAnyOrderElementsOf(both);
    assertThat(places("session.move", town.session("agreed", town.now(), 40)))
        .containsExactlyInAnyOrderElementsOf(both);
    assertThat(places("anything", Id.random())).isEmpty();
  }

  @Test
  void thatAConcernWasRaisedIsReadAtNoSchool() {
    var concern = Id.random();
    town.run(
        "INSERT INTO concern (id, school, about, body, contact, reader, reader_email) VALUES ($1, $2, 'head', '', '', $3, 'a@b')",
        concern,
        town.ours().id(),
        town.ours().lead());
    assertThat(places("concern.raise", concern)).containsExactly(town.programme().text());
  }

  @Test
  void anAdultOfTwoProgrammesIsOfBoth() {
    var kent = town.programme("Kent");
    var school = town.school(kent, "Shore Primary", "2A");
    town.role(town.other().teacher(), "cover", school.schoolClass());
    assertThat(places("adult.end", town.other().teacher()))
        .containsExactlyInAnyOrderElementsOf(
            texts(town.programme(), town.other().id(), kent, school.id()));
  }

  @Test
  void thePlacesGoWithTheirLineAfterItsYear() {
    var old = town.now().minus(Duration.ofDays(4000));
    town.run(
        "INSERT INTO audit (at, what, subject) VALUES ($1, 'old.line', $2)",
        utc(old),
        town.ours().id());
    String places =
        "SELECT count(*) FROM audit_place p JOIN audit a ON a.id = p.line WHERE a.what = 'old.line'";
    assertThat(town.count(places)).isEqualTo(2);
    long all = town.count("SELECT count(*) FROM audit_place");
    town.set(Instant.now());
    await(new Forgetting(town.vertx(), town.records(), town.clock()).run());
    assertThat(town.count("SELECT count(*) FROM audit_place")).isEqualTo(all - 2);
  }
}
