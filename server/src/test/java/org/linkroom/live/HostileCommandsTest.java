package org.linkroom.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Wire;
import org.linkroom.room.Command;
import org.linkroom.room.Commands;
import org.linkroom.room.Member;
import org.linkroom.room.Patch;
import org.linkroom.room.Plan;
import org.linkroom.room.Promise;
import org.linkroom.room.Room;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.ServerCommand;
import org.linkroom.room.SideCommand;
import org.linkroom.room.Views;
import org.linkroom.testing.Cast;
import org.linkroom.testing.HostileFrames;
import org.linkroom.testing.LinkUp;
import org.linkroom.testing.RandomRooms;
import org.linkroom.testing.RandomRooms.Story;

/// What is sent with harm in mind, from the text to what others are shown of it: a
/// quarter of a million, or as much as `-Dhostile=1000000` says.
class HostileCommandsTest {
  private static final int ROOMS = 200;
  private static final int FRAMES = Integer.getInteger("hostile", 250_000) / ROOMS;
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*");

  private static final List<Member> PEOPLE =
      List.of(
          Cast.KHAN,
          Cast.KHAN_LAPTOP,
          Cast.COVER,
          Cast.ASSISTANT,
          Cast.OAK_BOARD,
          Cast.OAK_TABLET,
          Cast.REED,
          Cast.REED_LAPTOP,
          Cast.ELM_TABLET,
          Cast.BELL,
          Cast.FACILITATOR,
          Cast.OBSERVER);

  private static final List<String> IDS =
      Stream.concat(
              PEOPLE.stream().map(Member::device),
              Stream.of(Cast.OAK, Cast.ELM, Cast.ASH, Cast.id("room"), Cast.id("stranger")))
          .map(Id::text)
          .toList();

  /// A page's document as the room goes on: made of the first one by patches alone.
  private static final class Seen {
    final Audience audience;
    final @Nullable Id classId;
    ObjectNode document;

    Seen(Room room, Audience audience, @Nullable Id classId) {
      this.audience = audience;
      this.classId = classId;
      this.document = Views.document(room, audience, classId);
    }

    void shown(Room room) {
      var is = Views.document(room, audience, classId);
      document = Patch.apply(document, Patch.diff(document, is));
      assertThat(document).isEqualTo(is);
      String text = is.toString();
      assertThat(text.getBytes(StandardCharsets.UTF_8).length)
          .isLessThanOrEqualTo(Limits.DOCUMENT_BYTES);
      assertThat(Wire.read(text).map(JsonNode::toString)).contains(text);
      sound(is);
      if (!room.head().gathering()) {
        privately(text);
      }
    }

    private void privately(String text) {
      for (String other : List.of("oak", "elm", "ash")) {
        boolean own = classId != null && classId.equals(Cast.id(other));
        if (audience == Audience.BOARD || !own) {
          assertThat(text).doesNotContain("CODE" + other);
        }
      }
      if (audience == Audience.BOARD) {
        assertThat(document.has("notes") || document.has("phones")).isFalse();
        assertThat(text)
            .doesNotContain("0123", "\"devices\"", "\"removed\"", "\"guests\"", "Mrs Head");
      }
    }
  }

  private static void sound(JsonNode node) {
    assertThat(node.isNull()).isFalse();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!KEY.matcher(field.getKey()).matches()) {
        fail("a key that a page must not get: " + field.getKey());
      }
      sound(field.getValue());
    }
  }

  @Provide
  Arbitrary<Story> stories() {
    return RandomRooms.stories();
  }

  @Property(tries = ROOMS)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void nothingThatIsSentBreaksARoomOrShowsWhatIsNotForOneToSee(
      @ForAll("stories") Story story, @ForAll long seed) {
    var linkUp = story.begin();
    story.steps().stream().limit(seed & 31).forEach(step -> RandomRooms.take(linkUp, step));
    Statistics.label("changed").collect(attack(linkUp, seed) > FRAMES / 200);
    Statistics.label("changed").coverage(check -> check.check(true).percentage(p -> p > 10));
  }

  @Property(tries = ROOMS / 20)
  void norInARehearsal(@ForAll long seed) {
    var plan =
        new Plan(
            Cast.id("room"),
            Cast.id("room"),
            "rehearsal",
            "A try",
            LinkUp.STARTS,
            LinkUp.ENDS,
            List.of(),
            RoomTimes.USUAL,
            null);
    assertThat(attack(LinkUp.of(plan).at(LinkUp.STARTS), seed)).isPositive();
  }

  /// Answers how often the room changed.
  private static int attack(LinkUp linkUp, long seed) {
    var frames = new HostileFrames(seed, IDS);
    var random = new Random(seed);
    var seen = new ArrayList<Seen>();
    var first = linkUp.room();
    for (Audience audience : Audience.values()) {
      first.sides().keySet().forEach(id -> seen.add(new Seen(first, audience, id)));
      seen.add(new Seen(first, audience, null));
    }
    int changed = 0;
    for (int i = 0; i < FRAMES; i++) {
      if (random.nextInt(100) == 0) {
        lifeGoesOn(linkUp, random);
      }
      var before = linkUp.room();
      String frame = frames.next();
      try {
        said(linkUp, PEOPLE.get(random.nextInt(PEOPLE.size())), frame);
        if (linkUp.room() != before) {
          changed++;
          seen.get(random.nextInt(seen.size())).shown(linkUp.room());
        }
      } catch (RuntimeException | AssertionError fault) {
        throw new AssertionError("seed " + seed + " frame " + i + ": " + frame, fault);
      }
    }
    seen.forEach(one -> one.shown(linkUp.room()));
    return changed;
  }

  private static void lifeGoesOn(LinkUp linkUp, Random random) {
    linkUp.seconds(random.nextInt(8));
    linkUp.answer(new ServerCommand.Came(PEOPLE.get(random.nextInt(PEOPLE.size()))));
    linkUp.answer(linkUp.room().side(Cast.OAK) == null ? Cast.OBSERVER : Cast.KHAN, ready());
  }

  private static Command.FromPerson ready() {
    return new SideCommand.Promised(Promise.HANDS);
  }

  /// As a page's conversation has it, without a store.
  private static void said(LinkUp linkUp, Member member, String frame) {
    if (PageFrame.read(frame) instanceof PageFrame.Says says) {
      assertThat(says.n()).isPositive();
      var command = Commands.read(says.name(), says.body());
      assertThat(command.isPresent() && !Commands.knows(says.name())).isFalse();
      command.ifPresent(
          known -> {
            var room = linkUp.room();
            var refused = linkUp.answer(member, known);
            if (refused.isPresent()) {
              assertThat(linkUp.room()).isSameAs(room);
              assertThat(refused.get().why()).isNotBlank();
            }
          });
    }
  }
}
