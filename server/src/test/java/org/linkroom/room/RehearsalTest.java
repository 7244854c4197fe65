package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.Cast;
import org.linkroom.testing.LinkUp;

/// A great room held for trying.
class RehearsalTest {
  private static LinkUp rehearsal() {
    return LinkUp.of(
            new Plan(
                Cast.id("room"),
                Cast.id("room"),
                "rehearsal",
                "A try",
                LinkUp.STARTS,
                LinkUp.STARTS.plusSeconds(3600),
                List.of(),
                RoomTimes.USUAL,
                null))
        .at(LinkUp.STARTS);
  }

  private static LinkUp said(int lines) {
    var rehearsal = rehearsal();
    IntStream.range(0, lines)
        .forEach(i -> rehearsal.says(Cast.OAK_TABLET, new RehearsalCommand.Say("line " + i)));
    return rehearsal;
  }

  @Test
  void whoeverComesIsInAndTheRoomIsNotWrittenAnew() {
    var rehearsal = rehearsal();
    var before = rehearsal.room();
    rehearsal.comes(Cast.OAK_TABLET, Cast.KHAN, Cast.FACILITATOR);
    assertThat(rehearsal.room()).isSameAs(before);
    assertThat(rehearsal.standing(Cast.OAK_TABLET)).isEqualTo(Room.Standing.IN);
  }

  @Test
  void aLineChangesOnePartOfTheRoomHoweverManyThereAre() {
    var rehearsal = said(1000);
    var before = rehearsal.room();
    rehearsal.says(Cast.OAK_TABLET, new RehearsalCommand.Say("one more"));
    assertThat(Parts.changed(before, rehearsal.room())).containsOnlyKeys("lines:15");
  }

  @Property(tries = 30)
  void theLastLinesAreKeptInOrderAndTheWindowIsTheirEnd(@ForAll @IntRange(max = 9000) int lines) {
    var room = said(lines).room();
    var kept =
        room.rehearsal().pages().values().stream()
            .sorted((a, b) -> Long.compare(a.number(), b.number()))
            .flatMap(page -> page.lines().stream().map(Rehearsal.Said::text))
            .toList();
    int full = Limits.PAGE_LINES * Limits.PAGES;
    assertThat(kept).hasSizeBetween(Math.min(lines, full - Limits.PAGE_LINES), full);
    assertThat(kept)
        .isEqualTo(IntStream.range(lines - kept.size(), lines).mapToObj(i -> "line " + i).toList());

    var shown = Views.document(room, Audience.BOARD, null).at("/rehearsal/lines");
    assertThat(shown.size())
        .isLessThanOrEqualTo(Limits.PAGE_LINES * Limits.PAGES_SHOWN)
        .isGreaterThanOrEqualTo(Math.min(lines, Limits.PAGE_LINES * (Limits.PAGES_SHOWN - 1)));
    var texts =
        StreamSupport.stream(shown.spliterator(), false).map(l -> l.get("text").asText()).toList();
    assertThat(texts).isEqualTo(kept.subList(kept.size() - texts.size(), kept.size()));
  }

  @Property(tries = 20)
  void aRehearsalReadFromItsPartsIsTheSame(@ForAll @IntRange(max = 5000) int lines) {
    var rehearsal = said(lines).says(Cast.OAK_TABLET, new RehearsalCommand.Cue());
    var room = rehearsal.room();
    assertThat(Parts.read(room.id(), Parts.all(room))).isEqualTo(room);
  }

  @Test
  void aCueIsALittleAheadOfNow() {
    var rehearsal = rehearsal().says(Cast.OAK_TABLET, new RehearsalCommand.Cue());
    assertThat(Views.document(rehearsal.room(), Audience.BOARD, null).at("/rehearsal/cue").asLong())
        .isEqualTo(rehearsal.now().plus(Limits.CUE_AHEAD).toEpochMilli());
  }

  @Test
  void whatBelongsToAnotherKindOfRoomIsRefusedInEach() {
    assertThat(rehearsal().answer(Cast.KHAN, new SideCommand.Cover())).contains(Refusal.ELSEWHERE);
    assertThat(rehearsal().answer(Cast.KHAN, new RoomCommand.Say("x"))).contains(Refusal.ELSEWHERE);
    assertThat(LinkUp.live().answer(Cast.KHAN, new RehearsalCommand.Say("x")))
        .contains(Refusal.ELSEWHERE);
  }

  @Test
  void noDoorOpensInIt() {
    assertThat(rehearsal().seconds(60).door()).isEqualTo("shut: early");
    assertThat(Views.document(rehearsal().room(), Audience.ADULT, null).properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("room", "rehearsal");
  }

  @Test
  void itEndsAtItsEnd() {
    assertThat(rehearsal().seconds(3601).phase()).isEqualTo(Phase.ENDED);
  }
}
