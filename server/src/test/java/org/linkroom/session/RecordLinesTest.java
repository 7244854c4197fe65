package org.linkroom.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linkroom.session.RecordLines.Adult;
import org.linkroom.session.RecordLines.Event;
import org.linkroom.session.RecordLines.Kept;

class RecordLinesTest {
  private static final Instant START = Instant.parse("2026-11-24T10:30:00Z");

  @Test
  void nothingIsKnownOfARoomThatNobodyWasIn() {
    var whole = RecordLines.whole(List.of());
    assertThat(whole.began()).isEmpty();
    assertThat(whole.ended()).isEmpty();
    assertThat(whole.adults()).isEmpty();
    assertThat(whole.events()).isEmpty();
  }

  @Test
  void aSessionBeganWhenItsDoorFirstOpenedAndEndedWhenItsRoomDid() {
    var whole =
        RecordLines.whole(
            List.of(
                line(0, "device.came", "4B", "one", "role", "TEACHER", "name", "Miss Khan"),
                line(5, "door.open", null, ""),
                line(9, "door.shut", null, ""),
                line(10, "door.open", null, ""),
                line(40, "room.end", "4B", "one", "name", "Miss Khan")));
    assertThat(whole.began()).contains(at(5));
    assertThat(whole.ended()).contains(at(40));
  }

  @Test
  void anAdultsTwoDevicesAtOnceCountOnce() {
    assertThat(
            adults(
                line(0, "device.came", "4B", "board", "role", "TEACHER", "name", "Miss Khan"),
                line(5, "device.came", "4B", "phone", "role", "TEACHER", "name", "Miss Khan"),
                line(20, "device.gone", "4B", "board"),
                line(30, "device.gone", "4B", "phone")))
        .containsExactly(new Adult("Miss Khan", "4B", "TEACHER", 30));
  }

  @Test
  void aDeviceThatCameBackIsNotCountedWhileItWasAway() {
    assertThat(
            adults(
                line(0, "device.came", "4B", "board", "role", "TEACHER", "name", "Miss Khan"),
                line(10, "device.gone", "4B", "board"),
                line(25, "device.came", "4B", "board", "role", "TEACHER", "name", "Miss Khan"),
                line(30, "device.gone", "4B", "board")))
        .containsExactly(new Adult("Miss Khan", "4B", "TEACHER", 15));
  }

  @Test
  void whoWasNeverHeardToGoIsKnownUntilTheLastLineOnly() {
    assertThat(
            adults(
                line(0, "device.came", "4K", "board", "role", "TEACHER", "name", "Mr Okafor"),
                line(12, "mic.mute", "4K", "board", "name", "Mr Okafor")))
        .containsExactly(new Adult("Mr Okafor", "4K", "TEACHER", 12));
  }

  @Test
  void aBoardOrTabletIsNoAdult() {
    assertThat(
            adults(
                line(0, "device.came", "4B", "board", "role", "DEVICE", "name", "Board"),
                line(30, "device.gone", "4B", "board")))
        .isEmpty();
  }

  @Test
  void aGuestIsOfNoClassAndAnAdultOfEachClassIsToldApart() {
    assertThat(
            adults(
                line(0, "device.came", null, "a", "role", "FACILITATOR", "name", "Ruth Lindley"),
                line(0, "device.came", "4B", "a", "role", "TEACHER", "name", "Miss Khan"),
                line(0, "device.came", "4K", "a", "role", "TEACHER", "name", "Miss Khan"),
                line(10, "device.gone", null, "a"),
                line(20, "device.gone", "4B", "a"),
                line(30, "device.gone", "4K", "a")))
        .containsExactly(
            new Adult("Ruth Lindley", "", "FACILITATOR", 10),
            new Adult("Miss Khan", "4B", "TEACHER", 20),
            new Adult("Miss Khan", "4K", "TEACHER", 30));
  }

  @Test
  void aGoingThatNobodysComingBelongsToSaysNothing() {
    assertThat(adults(line(3, "device.gone", "4B", "board"))).isEmpty();
  }

  @Test
  void whatWasSwitchedLetInAndSeenIsToldWithWhoAndWhom() {
    var whole =
        RecordLines.whole(
            List.of(
                line(1, "cover-pass.used", "4B", "", "name", "Mr Ali, for Miss Khan"),
                line(
                    2, "device.admit", "4B", "x", "name", "Mr Ali, for Miss Khan", "who", "Tablet"),
                line(3, "door.seen", "4K", "y", "by", "Mr Okafor", "whom", "Mr Ali, for Miss Khan"),
                line(4, "promise.make", "4B", "x", "name", "Miss Khan", "to", "hands"),
                line(5, "cover.on", "4B", "x", "name", "Miss Khan"),
                line(6, "door.shut", null, "")));
    assertThat(whole.events())
        .containsExactly(
            new Event(at(1), "cover-pass.used", "Mr Ali, for Miss Khan", "4B", ""),
            new Event(at(2), "device.admit", "Mr Ali, for Miss Khan", "4B", "Tablet"),
            new Event(at(3), "door.seen", "Mr Okafor", "4K", "Mr Ali, for Miss Khan"),
            new Event(at(4), "promise.make", "Miss Khan", "4B", "hands"),
            new Event(at(5), "cover.on", "Miss Khan", "4B", ""),
            new Event(at(6), "door.shut", "", "", ""));
  }

  @Test
  void comingsGoingsAndWhatNobodyNamedStayOutOfTheList() {
    assertThat(
            RecordLines.whole(
                    List.of(
                        line(0, "device.came", "4B", "a", "role", "TEACHER", "name", "Miss Khan"),
                        line(1, "ready.say", "4B", "a"),
                        line(2, "note.write", "4B", "a", "text", "not for the record"),
                        line(3, "device.gone", "4B", "a")))
                .events())
        .isEmpty();
  }

  @Test
  void thereIsASentenceForEachThingThatIsTold() throws Exception {
    var words = new Properties();
    try (var in = RecordLines.class.getResourceAsStream("/web/words/session.properties")) {
      words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    }
    assertThat(RecordLines.TOLD)
        .allSatisfy(what -> assertThat(words.getProperty("record." + what, "")).isNotBlank());
  }

  private static List<Adult> adults(Kept... lines) {
    return RecordLines.whole(Arrays.asList(lines)).adults();
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static Kept line(
      int minute, String what, @Nullable String classLabel, String device, String... detail) {
    var json = new JsonObject();
    for (int i = 0; i < detail.length; i += 2) {
      json.put(detail[i], detail[i + 1]);
    }
    return new Kept(at(minute), what, classLabel, device, json);
  }
}
