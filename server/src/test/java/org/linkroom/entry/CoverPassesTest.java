package org.linkroom.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Town.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;
import org.linkroom.session.RecordLines;
import org.linkroom.testing.Town;

class CoverPassesTest {
  private static Town town;
  private static CoverPasses covers;

  @BeforeAll
  static void open() {
    town = new Town();
    covers = new CoverPasses(town.records());
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Id session() {
    return town.session("agreed", town.now(), 40);
  }

  private static Id make(Id session, String name) {
    var named = new CoverPasses.Named(Id.random(), session, town.ours().schoolClass(), name);
    assertThat(await(covers.make(named, town.ours().head()))).isTrue();
    assertThat(await(covers.make(named, town.ours().head()))).as("pressed twice").isFalse();
    return named.id();
  }

  @Test
  void sheIsShownAsWhomSheStandsInFor() {
    var session = session();
    var id = make(session, "Mr Ali");
    assertThat(await(covers.of(session)))
        .singleElement()
        .satisfies(
            pass -> {
              assertThat(pass.id()).isEqualTo(id);
              assertThat(pass.session()).isEqualTo(session);
              assertThat(pass.classId()).isEqualTo(town.ours().schoolClass());
              assertThat(pass.shown()).isEqualTo("Mr Ali, for Teacher of 4B");
              assertThat(pass.code()).matches("[" + Hashes.CLEAR + "]{8}");
              assertThat(pass.spaced()).isEqualTo(pass.code().replaceFirst(".{4}", "$0 "));
            });
  }

  @Test
  void herCodeIsFoundAsItIsPrintedAndNoOther() {
    var session = session();
    make(session, "Mr Ali");
    var pass = await(covers.of(session)).getFirst();
    assertThat(await(covers.byCode(pass.spaced()))).contains(pass);
    assertThat(await(covers.byCode(pass.code().toLowerCase(java.util.Locale.ROOT)))).contains(pass);
    assertThat(await(covers.byCode(pass.code().substring(1)))).isEmpty();
    assertThat(await(covers.byCode(""))).isEmpty();
  }

  @Test
  void aPassThatWasTakenBackOpensNothing() {
    var session = session();
    var id = make(session, "Mr Ali");
    make(session, "Mrs Webb");
    var pass = await(covers.of(session)).getFirst();
    await(covers.withdraw(id, town.ours().teacher()));
    assertThat(await(covers.byCode(pass.code()))).isEmpty();
    assertThat(await(covers.of(session)))
        .extracting(CoverPasses.CoverPass::name)
        .containsExactly("Mrs Webb");
  }

  @Test
  void theSessionsRecordTellsThatSheWasNamedCameInAndWasTakenBack() {
    var session = session();
    var id = make(session, "Mr Ali");
    await(covers.used(id));
    await(covers.withdraw(id, town.ours().teacher()));
    await(covers.withdraw(id, town.ours().teacher()));
    var events = await(new RecordLines(town.records()).of(session)).events();
    assertThat(events)
        .extracting(RecordLines.Event::what)
        .containsExactly("cover-pass.make", "cover-pass.used", "cover-pass.withdraw");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.who()).isEqualTo("Mr Ali, for Teacher of 4B");
              assertThat(event.classLabel()).isEqualTo("4B");
            });
    assertThat(
            town.text(
                "SELECT person FROM room_journal WHERE room = $1 AND what = 'cover-pass.make'",
                session))
        .isEqualTo(town.ours().head().text());
  }
}
