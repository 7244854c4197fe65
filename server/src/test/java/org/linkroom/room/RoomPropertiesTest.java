package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.testing.Cast;
import org.linkroom.testing.LinkUp;
import org.linkroom.testing.RandomRooms;
import org.linkroom.testing.RandomRooms.Story;

/// What holds in every room that can be reached, whatever happened in it.
class RoomPropertiesTest {
  private static final int TRIES = 150;

  @Provide
  Arbitrary<Story> stories() {
    return RandomRooms.stories();
  }

  @Property(tries = 400)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void theStoriesReachEveryStateOfTheDoor(@ForAll("stories") Story story) {
    var states = new TreeSet<String>();
    always(story, (room, now) -> states.add(room.door().getClass().getSimpleName()));
    Statistics.collect(states.contains("Asking") || states.contains("Held"));
    Statistics.coverage(check -> check.check(true).count(many -> many > 10));
    Statistics.label("open").collect(states.contains("Open"));
    Statistics.label("open").coverage(check -> check.check(true).percentage(share -> share > 25));
  }

  @Property(tries = TRIES)
  void theDoorLetsOnlyWhileEachClassHasAKeyOrIsAskedForOrSeen(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) -> {
          if (!room.door().lets()) {
            return;
          }
          var times = room.head().times();
          for (Side side : room.sides().values()) {
            boolean seen =
                switch (room.door()) {
                  case Door.Asking asking -> asking.about().equals(side.classId());
                  case Door.Held held -> held.about().equals(side.classId());
                  case Door.Open open -> false;
                  case Door.Shut shut -> false;
                };
            boolean heard =
                side.keySilentFrom()
                    .map(from -> now.isBefore(from.plus(times.keySilent())))
                    .orElse(true);
            assertThat(side.ready()).as("ready").isTrue();
            assertThat(heard || (seen && side.cameraHere())).as("%s", room).isTrue();
          }
        });
  }

  @Property(tries = TRIES)
  void mediaFlowOnlyThroughTheDoorAndUncovered(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) -> {
          boolean covered = room.sides().values().stream().anyMatch(Side::covered);
          all(room)
              .map(device -> Media.of(room, device.id()))
              .filter(Objects::nonNull)
              .filter(Media.Right::any)
              .forEach(
                  right -> {
                    assertThat(room.door().lets()).isTrue();
                    assertThat(covered).isFalse();
                  });
        });
  }

  @Property(tries = TRIES)
  void aTabletNeverSeesNorHearsNorIsSeenNorHeard(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) ->
            all(room)
                .filter(device -> device.kind() == DeviceKind.TABLET)
                .map(device -> Media.of(room, device.id()))
                .filter(Objects::nonNull)
                .forEach(right -> assertThat(right.any()).isFalse()));
  }

  @Property(tries = TRIES)
  void oneDeviceAtMostOfAClassSendsEachAndNoWiderThanPromised(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) -> {
          for (Side side : room.sides().values()) {
            var rights =
                side.devices().keySet().stream()
                    .map(id -> Media.of(room, id))
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(rights.stream().filter(Media.Right::cam).count()).isLessThanOrEqualTo(1);
            assertThat(rights.stream().filter(Media.Right::mic).count()).isLessThanOrEqualTo(1);
            var promise = side.promise();
            if (promise != null) {
              assertThat(promise).isLessThanOrEqualTo(side.profile().ceiling());
            }
          }
        });
  }

  @Property(tries = TRIES)
  void aBoardHoldsNothingThatIsForAdults(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) -> {
          for (Id classId : room.sides().keySet()) {
            var side = Objects.requireNonNull(room.side(classId));
            var board = Views.document(room, Audience.BOARD, classId);
            assertThat(fieldsOf(board))
                .doesNotContain(
                    "notes",
                    "phones",
                    "code",
                    "guests",
                    "guestasks",
                    "devices",
                    "removed",
                    "letall",
                    "seenBy",
                    "person");
            assertThat(board.at("/door/state").asText()).isIn("open", "shut");
            assertThat(board.toString()).doesNotContain("Fay Hill", "Mrs Head", "CODE", "0123");
            boolean ownScreen =
                side.devices().values().stream()
                    .anyMatch(d -> d.here() && d.role().key() && d.screen() == Screen.ADULT);
            if (ownScreen) {
              assertThat(fieldsOf(board)).doesNotContain("asks", "question");
              assertThat(board.toString()).doesNotContain("Device ");
            }
            if (room.door().lets()) {
              assertThat(fieldsOf(board)).doesNotContain("away");
              board
                  .path("sides")
                  .forEach(each -> assertThat(each.path("keyed").asBoolean()).isTrue());
            }
          }
        });
  }

  @Property(tries = TRIES)
  void documentsHoldNoNullNoNumberedKeyAndStayWithinTheirBound(@ForAll("stories") Story story) {
    always(
        story,
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
    always(
        story,
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
  void timeThatPassesInOneStepIsTimeThatPassesInMany(
      @ForAll("stories") Story story, @ForAll @IntRange(min = 1, max = 9000) int seconds) {
    var linkUp = story.play();
    var after = Rules.passTime(linkUp.room(), linkUp.now().plusSeconds(seconds));
    Room room = linkUp.room();
    var lines = new ArrayList<Line>();
    for (int i = 1; i <= seconds; i += 1 + seconds / 50) {
      var step = Rules.passTime(room, linkUp.now().plusSeconds(i));
      room = step.room();
      lines.addAll(step.lines());
    }
    var last = Rules.passTime(room, linkUp.now().plusSeconds(seconds));
    lines.addAll(last.lines());
    assertThat(last.room()).isEqualTo(after.room());
    assertThat(lines).isEqualTo(after.lines());
  }

  @Property(tries = TRIES)
  void whatIsDueHasBeenDone(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) -> {
          var settled = Rules.passTime(room, now).room();
          Rules.due(settled).ifPresent(at -> assertThat(at).as("%s", settled).isAfter(now));
        });
  }

  @Property(tries = TRIES)
  void nothingEverHappensBeforeTheSession(@ForAll("stories") Story story) {
    // Deciding never goes back: whatever a room notes, it notes at a moment of its own life.
    var dawn = LinkUp.STARTS.minusSeconds(3600);
    always(
        story,
        (room, now) -> {
          Rules.due(room).ifPresent(at -> assertThat(at).isAfter(dawn));
          if (room.door() instanceof Door.Shut shut && !shut.why().equals("early")) {
            assertThat(shut.since()).isAfter(dawn);
          }
          for (Side side : room.sides().values()) {
            if (side.awaySince() != null) {
              assertThat(side.awaySince()).isAfter(dawn);
            }
          }
        });
  }

  @Property(tries = TRIES)
  void aRoomIsTheSameObjectWhereNothingChanged(@ForAll("stories") Story story) {
    always(
        story,
        (room, now) -> {
          if (Rules.decide(room, new ServerCommand.Tick(), now) instanceof Decision.Next next) {
            var again = (Decision.Next) Rules.decide(next.room(), new ServerCommand.Tick(), now);
            assertThat(again.room()).isSameAs(next.room());
            assertThat(again.lines()).isEmpty();
          }
        });
  }

  @Property(tries = TRIES)
  void everyPartIsReadAsItWasWritten(@ForAll("stories") Story story) {
    always(
        story, (room, now) -> assertThat(Parts.read(room.id(), Parts.all(room))).isEqualTo(room));
  }

  @Property(tries = TRIES)
  void theChangedPartsLeadFromEachRoomToTheNext(@ForAll("stories") Story story) {
    var linkUp = story.begin();
    for (var step : story.steps()) {
      var before = linkUp.room();
      RandomRooms.take(linkUp, step);
      var after = linkUp.room();
      var changed = Parts.changed(before, after);
      var renewed = Parts.renew(before, changed);
      assertThat(renewed).isEqualTo(after);
      // What did not change stays the same object, so that nobody looks at it again.
      assertThat(renewed.notes() == before.notes()).isEqualTo(!changed.containsKey("notes"));
      assertThat(renewed.head() == before.head()).isEqualTo(!changed.containsKey("head"));
    }
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
    always(
        story,
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

  private interface Check {
    void check(Room room, Instant now);
  }

  private static void always(Story story, Check check) {
    var linkUp = story.begin();
    check.check(linkUp.room(), linkUp.now());
    for (var step : story.steps()) {
      RandomRooms.take(linkUp, step);
      check.check(linkUp.room(), linkUp.now());
    }
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
