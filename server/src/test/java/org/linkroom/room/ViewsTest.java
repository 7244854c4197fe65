package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.testing.Cast;
import org.linkroom.testing.RandomRooms;
import org.linkroom.testing.RandomRooms.Story;

/// What an audience is shown of every room that can be reached.
class ViewsTest {
  private static final int TRIES = 150;
  private static final List<String> FOR_ADULTS =
      List.of(
          "notes",
          "phones",
          "code",
          "guests",
          "guestasks",
          "devices",
          "removed",
          "letall",
          "seenBy",
          "sheet",
          "tips",
          "waits",
          "turns",
          "cast",
          "air",
          "most",
          "least",
          "person");

  @Provide
  Arbitrary<Story> stories() {
    return RandomRooms.stories();
  }

  @Property(tries = TRIES)
  void aBoardHoldsNothingThatIsForAdults(@ForAll("stories") Story story) {
    story.always(
        (room, now) -> {
          for (Id classId : room.sides().keySet()) {
            var side = Objects.requireNonNull(room.side(classId));
            var board = Views.document(room, Audience.BOARD, classId);
            assertThat(fieldsOf(board)).doesNotContainAnyElementsOf(FOR_ADULTS);
            assertThat(board.at("/door/state").asText()).isIn("open", "shut");
            assertThat(board.toString())
                .doesNotContain("Fay Hill", "Mrs Head", "CODE", "0123", "A tip");
            if (adultScreen(side)) {
              assertThat(fieldsOf(board)).doesNotContain("asks", "question");
              assertThat(board.toString()).doesNotContain("Device ");
            }
            calmWhileTheDoorLets(room, board);
          }
        });
  }

  @Property(tries = TRIES)
  void documentsHoldNoNullNoNumberedKeyAndStayWithinTheirBound(@ForAll("stories") Story story) {
    story.always(
        (room, now) -> {
          for (Audience audience : Audience.values()) {
            for (Id classId : room.sides().keySet()) {
              noNullNoNumber(Views.document(room, audience, classId));
            }
            noNullNoNumber(Views.document(room, audience, null));
          }
          assertThat(biggestDocument(room)).isLessThanOrEqualTo(Limits.DOCUMENT_BYTES);
        });
  }

  @Property(tries = TRIES)
  void beforeAQuarterOfAnHourNoBoardSeesThePartnersLights(@ForAll("stories") Story story) {
    story.always(
        (room, now) -> {
          if (room.head().phase() == Phase.LOBBY) {
            var sides = Views.common(room, Audience.BOARD).path("sides");
            sides.forEach(
                side -> {
                  for (String light : new String[] {"ready", "keyed", "promise", "away"}) {
                    assertThat(side.has(light)).as(light).isFalse();
                  }
                });
          }
        });
  }

  @Property(tries = TRIES)
  void aPatchLeadsEachAudienceFromRoomToRoom(@ForAll("stories") Story story) {
    var linkUp = story.begin();
    for (Audience audience : Audience.values()) {
      var seen = Views.document(linkUp.room(), audience, Cast.OAK);
      for (var step : story.steps()) {
        RandomRooms.take(linkUp, step);
        var next = Views.document(linkUp.room(), audience, Cast.OAK);
        seen = Patch.apply(seen, Patch.diff(seen, next));
        assertThat(seen).isEqualTo(next);
      }
    }
  }

  @Property(tries = TRIES)
  void everybodyInARoomIsSeenByItsAdults(@ForAll("stories") Story story) {
    story.always(
        (room, now) -> {
          for (Side side : room.sides().values()) {
            var own = Views.document(room, Audience.ADULT, side.classId()).path("own");
            side.devices()
                .keySet()
                .forEach(id -> assertThat(own.path("devices").has(id.text())).isTrue());
            side.asks()
                .keySet()
                .forEach(id -> assertThat(own.path("asks").has(id.text())).isTrue());
            room.guests()
                .devices()
                .keySet()
                .forEach(id -> assertThat(own.path("guests").has(id.text())).isTrue());
          }
          assertThat(all(room).filter(d -> d.role() == PassRole.FACILITATOR))
              .allMatch(d -> room.guests().devices().containsKey(d.id()));
        });
  }

  @Property(tries = TRIES)
  void nothingOfALessonNamesADevice(@ForAll("stories") Story story) {
    story.always(
        (room, now) -> {
          for (Audience audience : Audience.values()) {
            for (Id classId : room.sides().keySet()) {
              var document = Views.document(room, audience, classId);
              var lesson = document.path("lesson") + " " + document.at("/own/act");
              all(room).forEach(device -> assertThat(lesson).doesNotContain(device.id().text()));
            }
          }
        });
  }

  private static void calmWhileTheDoorLets(Room room, ObjectNode board) {
    if (room.door().lets()) {
      assertThat(fieldsOf(board)).doesNotContain("away");
      board.path("sides").forEach(side -> assertThat(side.path("keyed").asBoolean()).isTrue());
    }
  }

  /// Whether an adult of the class is in by a screen that children cannot see.
  private static boolean adultScreen(Side side) {
    return side.devices().values().stream()
        .anyMatch(d -> d.here() && d.role().key() && d.screen() == Screen.ADULT);
  }

  private static Stream<Device> all(Room room) {
    return Stream.concat(
        room.sides().values().stream().flatMap(side -> side.devices().values().stream()),
        room.guests().devices().values().stream());
  }

  /// The bytes of the biggest document that any page of the room gets.
  static int biggestDocument(Room room) {
    int most = 0;
    for (Audience audience : Audience.values()) {
      for (Id classId : room.sides().keySet()) {
        var text = Views.document(room, audience, classId).toString();
        most = Math.max(most, text.getBytes(StandardCharsets.UTF_8).length);
      }
    }
    return most;
  }

  private static List<String> fieldsOf(ObjectNode document) {
    var names = new ArrayList<String>();
    walk(document, names);
    return names;
  }

  private static void walk(JsonNode node, List<String> names) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      names.add(field.getKey());
      walk(field.getValue(), names);
    }
  }

  private static void noNullNoNumber(JsonNode node) {
    assertThat(node.isNull()).isFalse();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      assertThat(field.getKey()).matches("[a-z][A-Za-z0-9]*");
      noNullNoNumber(field.getValue());
    }
  }
}
