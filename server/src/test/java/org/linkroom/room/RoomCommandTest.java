package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OBSERVER;
import static org.linkroom.testing.Cast.REED;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Refusal;
import org.linkroom.testing.LinkUp;

/// Notes among the adults, and the end.
class RoomCommandTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("  Hello  ", "Hello"),
        Arguments.of("two\nlines", "two\nlines"),
        Arguments.of("nul\u0000, bell\u0007 and half \uD83D a face", "nul, bell and half  a face"),
        Arguments.of("whole face \uD83D\uDE00", "whole face \uD83D\uDE00"),
        Arguments.of("x".repeat(Limits.NOTE_CHARACTERS), "x".repeat(Limits.NOTE_CHARACTERS)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aNoteIsKeptAsWrittenSaveWhatNobodyCanRead(String text, String kept) {
    var linkUp = LinkUp.live().says(KHAN, new RoomCommand.Say(text));
    var note = linkUp.room().notes().list().getLast();
    assertThat(note.text()).isEqualTo(kept);
    assertThat(note.from()).isEqualTo("Miss Khan");
    assertThat(note.at()).isEqualTo(linkUp.now());
    assertThat(linkUp.record()).doesNotContain("note.say");
  }

  @Test
  void anEmptyOrAnEndlessNoteIsRefused() {
    var linkUp = LinkUp.live();
    String endless = "x".repeat(Limits.NOTE_CHARACTERS + 1);
    assertThat(linkUp.answer(KHAN, new RoomCommand.Say(" \n "))).contains(Refusal.EMPTY);
    assertThat(linkUp.answer(KHAN, new RoomCommand.Say("\u0000"))).contains(Refusal.EMPTY);
    assertThat(linkUp.answer(KHAN, new RoomCommand.Say(endless))).contains(Refusal.TOO_LONG);
  }

  @Test
  void theOldestNoteGoes() {
    var linkUp = LinkUp.live().comes(OBSERVER);
    for (int i = 0; i <= Limits.NOTES; i++) {
      linkUp.says(OBSERVER, new RoomCommand.Say("note " + i));
    }
    var notes = linkUp.room().notes().list();
    assertThat(notes).hasSize(Limits.NOTES);
    assertThat(notes.getFirst().text()).isEqualTo("note 1");
    assertThat(notes.getLast().text()).isEqualTo("note " + Limits.NOTES);
  }

  @Test
  void longNotesInAnyScriptStayWithinADocument() {
    var linkUp = LinkUp.live();
    for (int i = 0; i < Limits.NOTES; i++) {
      linkUp.says(KHAN, new RoomCommand.Say("\u6f22".repeat(Limits.NOTE_CHARACTERS)));
    }
    assertThat(ViewsTest.biggestDocument(linkUp.room())).isLessThanOrEqualTo(Limits.DOCUMENT_BYTES);
    assertThat(linkUp.room().notes().list()).hasSizeGreaterThan(20);
  }

  @Test
  void nobodyEndsASessionBeforeThePartnerCouldSeeTheLobby() {
    var linkUp = LinkUp.ofTwo().comes(REED);
    assertThat(linkUp.answer(REED, new RoomCommand.End())).contains(Refusal.NOT_ALLOWED);
    linkUp.at(LinkUp.STARTS).says(REED, new RoomCommand.End());
    assertThat(linkUp.phase()).isEqualTo(Phase.ENDED);
  }
}
