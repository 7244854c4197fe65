package org.linkroom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.ASH;
import static org.linkroom.testing.Cast.BELL;
import static org.linkroom.testing.Cast.ELM;
import static org.linkroom.testing.Cast.KHAN;
import static org.linkroom.testing.Cast.OAK;
import static org.linkroom.testing.Cast.REED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Refusal;
import org.linkroom.room.Command;
import org.linkroom.room.Decision;
import org.linkroom.room.Device;
import org.linkroom.room.Door;
import org.linkroom.room.Line;
import org.linkroom.room.Member;
import org.linkroom.room.Phase;
import org.linkroom.room.Plan;
import org.linkroom.room.Promise;
import org.linkroom.room.Room;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Rules;
import org.linkroom.room.ServerCommand;
import org.linkroom.room.Side;
import org.linkroom.room.SideCommand;

/// A room played through time by its rules alone, so that a test reads as what happened in class.
/// It is planned for an hour from ten o'clock and begins twenty minutes before.
public final class LinkUp {
  public static final Instant STARTS = Instant.parse("2027-03-04T10:00:00Z");
  public static final Instant ENDS = STARTS.plus(Duration.ofHours(1));

  private Room room;
  private Instant now = STARTS.minus(Duration.ofMinutes(20));
  private final List<Line> lines = new ArrayList<>();

  private LinkUp(Plan plan) {
    room = plan.room();
  }

  /// Oak and Elm, both allowed to show the whole class.
  public static LinkUp ofTwo() {
    return of(plan("link-up", Promise.WIDE, OAK, ELM));
  }

  /// Oak, Elm and Ash.
  public static LinkUp ofThree() {
    return of(plan("link-up", Promise.WIDE, OAK, ELM, ASH));
  }

  /// A room of any plan.
  public static LinkUp of(Plan plan) {
    return new LinkUp(plan);
  }

  /// Two classes on the air since five to ten, each by one big screen with its teacher signed in.
  public static LinkUp live() {
    return ofTwo().at(STARTS.minusSeconds(300)).comes(KHAN, REED).ready(KHAN, REED);
  }

  /// Three classes on the air since five to ten.
  public static LinkUp liveWithThree() {
    return ofThree().at(STARTS.minusSeconds(300)).comes(KHAN, REED, BELL).ready(KHAN, REED, BELL);
  }

  /// A plan from ten to eleven.
  public static Plan plan(String kind, Promise ceiling, Id... classes) {
    return plan(Cast.id("room"), kind, ceiling, STARTS, classes);
  }

  /// A plan of an hour.
  public static Plan plan(Id room, String kind, Promise ceiling, Instant starts, Id... classes) {
    var sides = new ArrayList<Side.Profile>();
    for (Id classId : classes) {
      sides.add(Cast.profile(classId, sides.size(), ceiling));
    }
    Instant ends = starts.plus(Duration.ofHours(1));
    return new Plan(
        room, Cast.id("link"), kind, "Oak and Elm", starts, ends, sides, RoomTimes.USUAL, null);
  }

  /// The same plan with a lesson of every activity, which Oak starts.
  public static Plan taught(Plan plan) {
    return new Plan(
        plan.session(),
        plan.link(),
        plan.kind(),
        plan.title(),
        plan.starts(),
        plan.ends(),
        plan.sides(),
        plan.times(),
        Lessons.lesson());
  }

  /// Two classes on the air since five to ten, with that lesson.
  public static LinkUp taught() {
    return untaught().ready(KHAN, REED);
  }

  /// Two classes in the lobby at five to ten, with a lesson to come.
  public static LinkUp untaught() {
    return of(taught(plan("link-up", Promise.WIDE, OAK, ELM)))
        .at(STARTS.minusSeconds(300))
        .comes(KHAN, REED);
  }

  /// It is now this moment.
  public LinkUp at(Instant moment) {
    now = moment;
    take(Rules.passTime(room, now));
    return this;
  }

  /// So many seconds pass.
  public LinkUp seconds(long seconds) {
    return at(now.plusSeconds(seconds));
  }

  /// These devices open their pages.
  public LinkUp comes(Member... members) {
    for (Member member : members) {
      hears(new ServerCommand.Came(member));
    }
    return this;
  }

  /// These adults promise the whole class and say that they are ready.
  public LinkUp ready(Member... members) {
    for (Member member : members) {
      says(member, new SideCommand.Promised(Promise.WIDE));
      says(member, new SideCommand.Ready());
    }
    return this;
  }

  /// These devices are heard now for the last time. Ten seconds later the server knows it.
  public LinkUp silent(Member... members) {
    Instant heard = now;
    at(heard.plus(Limits.GONE));
    for (Member member : members) {
      hears(new ServerCommand.Gone(member.device(), heard));
    }
    return this;
  }

  /// The server tells the room something, and is not refused.
  public LinkUp hears(ServerCommand command) {
    assertThat(decided(Rules.decide(room, command, now))).as("%s", command).isEmpty();
    return this;
  }

  /// Somebody says something, and is not refused.
  public LinkUp says(Member member, Command.FromPerson command) {
    assertThat(answer(member, command)).as("%s says %s", member.name(), command).isEmpty();
    return this;
  }

  /// Somebody says something; the answer is nothing for "ok".
  public Optional<Refusal> answer(Member member, Command.FromPerson command) {
    return decided(Rules.decide(room, member, command, now));
  }

  /// The server tells something; the answer is nothing for "ok".
  public Optional<Refusal> answer(ServerCommand command) {
    return decided(Rules.decide(room, command, now));
  }

  private Optional<Refusal> decided(Decision decision) {
    return switch (decision) {
      case Decision.Next next -> {
        take(next);
        yield Optional.empty();
      }
      case Decision.No no -> Optional.of(no.refusal());
    };
  }

  private void take(Decision.Next next) {
    room = next.room();
    lines.addAll(next.lines());
  }

  /// The room as it is.
  public Room room() {
    return room;
  }

  /// The moment that it is.
  public Instant now() {
    return now;
  }

  /// How the door stands, in a word: "open", "asking", "held", or "shut: " and why.
  public String door() {
    return switch (room.door()) {
      case Door.Open open -> "open";
      case Door.Asking asking -> "asking";
      case Door.Held held -> "held";
      case Door.Shut shut -> "shut: " + shut.why();
    };
  }

  /// Where the room stands.
  public Phase phase() {
    return room.head().phase();
  }

  /// One class's side.
  public Side side(Id classId) {
    return Objects.requireNonNull(room.side(classId));
  }

  /// A device that is in.
  public Device device(Member member) {
    return room.device(member.device()).orElseThrow();
  }

  /// How a device stands.
  public Room.Standing standing(Member member) {
    return room.standing(member);
  }

  /// What has been written into the record, in order.
  public List<String> record() {
    return lines.stream().map(Line::what).toList();
  }

  /// The last line of a kind in the record.
  public Line line(String what) {
    return lines.stream()
        .filter(line -> line.what().equals(what))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no line " + what + " in " + record()));
  }
}
