package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.linkroom.protocol.DeviceKind;
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
    story.always((room, now) -> states.add(room.door().getClass().getSimpleName()));
    Statistics.collect(states.contains("Asking") || states.contains("Held"));
    Statistics.coverage(check -> check.check(true).count(many -> many > 10));
    Statistics.label("open").collect(states.contains("Open"));
    Statistics.label("open").coverage(check -> check.check(true).percentage(share -> share > 25));
  }

  @Property(tries = TRIES)
  void theDoorLetsOnlyWhileEachClassHasAKeyOrIsAskedForOrSeen(@ForAll("stories") Story story) {
    story.always(
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
    story.always(
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
    story.always(
        (room, now) ->
            all(room)
                .filter(device -> device.kind() == DeviceKind.TABLET)
                .map(device -> Media.of(room, device.id()))
                .filter(Objects::nonNull)
                .forEach(right -> assertThat(right.any()).isFalse()));
  }

  @Property(tries = TRIES)
  void oneDeviceAtMostOfAClassSendsEachAndNoWiderThanPromised(@ForAll("stories") Story story) {
    story.always(
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
    story.always(
        (room, now) -> {
          var settled = Rules.passTime(room, now).room();
          Rules.due(settled).ifPresent(at -> assertThat(at).as("%s", settled).isAfter(now));
        });
  }

  @Property(tries = TRIES)
  void nothingEverHappensBeforeTheSession(@ForAll("stories") Story story) {
    // Deciding never goes back: whatever a room notes, it notes at a moment of its own life.
    var dawn = LinkUp.STARTS.minusSeconds(3600);
    story.always(
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
    story.always(
        (room, now) -> {
          if (Rules.decide(room, new ServerCommand.Tick(), now) instanceof Decision.Next next) {
            var again = (Decision.Next) Rules.decide(next.room(), new ServerCommand.Tick(), now);
            assertThat(again.room()).isSameAs(next.room());
            assertThat(again.lines()).isEmpty();
          }
        });
  }

  private static Stream<Device> all(Room room) {
    return Stream.concat(
        room.sides().values().stream().flatMap(side -> side.devices().values().stream()),
        room.guests().devices().values().stream());
  }
}
