package org.linkroom.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.linkroom.activity.Act;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.room.ActCommand;
import org.linkroom.room.Command;
import org.linkroom.room.DeviceCommand;
import org.linkroom.room.LessonCommand;
import org.linkroom.room.Member;
import org.linkroom.room.Promise;
import org.linkroom.room.Room;
import org.linkroom.room.RoomCommand;
import org.linkroom.room.ServerCommand;
import org.linkroom.room.SideCommand;

/// Link-ups in which anything may happen, in any order, that a room can be told.
public final class RandomRooms {
  private RandomRooms() {}

  private static final List<Member> PEOPLE =
      List.of(
          Cast.KHAN,
          Cast.KHAN_LAPTOP,
          Cast.COVER,
          Cast.OAK_BOARD,
          Cast.OAK_PHONE,
          Cast.OAK_TABLET,
          Cast.REED,
          Cast.REED_LAPTOP,
          Cast.ELM_TABLET,
          Cast.BELL,
          Cast.FACILITATOR,
          Cast.OBSERVER,
          Cast.device("guest", Cast.ELM, DeviceKind.TABLET));

  /// One thing that happens: somebody says something, the server tells something, time passes.
  public sealed interface Step {
    /// A person's command.
    record Says(Member member, Command.FromPerson command) implements Step {}

    /// The server's command.
    record Hears(ServerCommand command) implements Step {}

    /// A device was last heard so many seconds ago, and is said to be gone.
    record Gone(Member member, int secondsAgo) implements Step {}

    /// Somebody goes on or back in the lesson, from where it is.
    record Leads(Member member, boolean on) implements Step {}

    /// Somebody does something in the activity that goes on, whether it fits or not.
    record Does(Member member, Act act) implements Step {}

    /// Seconds go by.
    record Passes(int seconds) implements Step {}
  }

  /// A beginning and all that happens then.
  public record Story(String kind, Promise ceiling, List<Id> classes, List<Step> steps) {
    /// The room before anything happens.
    public LinkUp begin() {
      var plan = LinkUp.plan(kind, ceiling, classes.toArray(Id[]::new));
      return LinkUp.of(kind.equals("link-up") ? LinkUp.taught(plan) : plan);
    }

    /// Look at the room before and after each step.
    public void always(BiConsumer<Room, Instant> check) {
      var linkUp = begin();
      check.accept(linkUp.room(), linkUp.now());
      for (var step : steps) {
        take(linkUp, step);
        check.accept(linkUp.room(), linkUp.now());
      }
    }

    /// The room after all steps.
    public LinkUp play() {
      var linkUp = begin();
      steps.forEach(step -> take(linkUp, step));
      return linkUp;
    }
  }

  /// Play one step; what is refused changes nothing.
  public static void take(LinkUp linkUp, Step step) {
    switch (step) {
      case Step.Says says -> linkUp.answer(says.member(), says.command());
      case Step.Hears hears -> linkUp.answer(hears.command());
      case Step.Gone gone ->
          linkUp.answer(
              new ServerCommand.Gone(
                  gone.member().device(), linkUp.now().minusSeconds(gone.secondsAgo())));
      case Step.Leads leads ->
          linkUp.answer(
              leads.member(),
              leads.on()
                  ? new LessonCommand.Next(place(linkUp))
                  : new LessonCommand.Back(place(linkUp)));
      case Step.Does does ->
          linkUp.answer(does.member(), new ActCommand(place(linkUp), does.act()));
      case Step.Passes passes -> linkUp.seconds(passes.seconds());
    }
  }

  private static String place(LinkUp linkUp) {
    var lesson = linkUp.room().running().lesson();
    return lesson == null ? "start" : lesson.place();
  }

  /// How a story begins, so that the later rules are reached often enough.
  private enum Opening {
    /// Nobody is there yet.
    EMPTY,
    /// All classes are on the air, each by its teacher's board.
    LIVE,
    /// Oak is on the air by a board of its own, and its teacher has fallen silent.
    ASKING
  }

  /// Any story.
  public static Arbitrary<Story> stories() {
    return Combinators.combine(
            Arbitraries.of("link-up", "link-up", "teachers-call"),
            Arbitraries.of(Promise.class),
            Arbitraries.of(List.of(Cast.OAK, Cast.ELM), List.of(Cast.OAK, Cast.ELM, Cast.ASH)),
            Arbitraries.of(Opening.class),
            steps().list().ofMinSize(1).ofMaxSize(40))
        .as(RandomRooms::story);
  }

  private static Story story(
      String kind, Promise ceiling, List<Id> classes, Opening opening, List<Step> then) {
    var steps = new ArrayList<Step>();
    if (opening != Opening.EMPTY) {
      var oaks = opening == Opening.LIVE ? Cast.KHAN : Cast.KHAN_LAPTOP;
      steps.add(new Step.Passes(900));
      for (Member adult : List.of(oaks, Cast.REED, Cast.BELL)) {
        steps.add(new Step.Hears(new ServerCommand.Came(adult)));
        steps.add(new Step.Says(adult, new SideCommand.Promised(ceiling)));
        steps.add(new Step.Says(adult, new SideCommand.Ready()));
      }
    }
    if (opening == Opening.ASKING) {
      var board = Cast.OAK_BOARD;
      steps.add(new Step.Hears(new ServerCommand.Came(board)));
      steps.add(
          new Step.Says(Cast.KHAN_LAPTOP, new DeviceCommand.Admit(board.device(), true, true)));
      steps.add(new Step.Gone(Cast.KHAN_LAPTOP, 15));
    }
    steps.addAll(then);
    return new Story(kind, ceiling, classes, List.copyOf(steps));
  }

  private static Arbitrary<Step> steps() {
    var who = Arbitraries.of(PEOPLE);
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(who, commands()).as(Step.Says::new)),
        Tuple.of(4, who.map(member -> new Step.Hears(new ServerCommand.Came(member)))),
        Tuple.of(
            2, Combinators.combine(who, Arbitraries.integers().between(10, 20)).as(Step.Gone::new)),
        Tuple.of(3, Arbitraries.of(1, 5, 10, 14, 30, 60, 119, 600, 1800).map(Step.Passes::new)),
        Tuple.of(
            4, Combinators.combine(who, Arbitraries.of(true, true, false)).as(Step.Leads::new)),
        Tuple.of(4, Combinators.combine(who, RandomActs.acts()).as(Step.Does::new)),
        Tuple.of(1, told().map(Step.Hears::new)));
  }

  private static Arbitrary<ServerCommand> told() {
    return Arbitraries.<ServerCommand>of(
        new ServerCommand.Tick(),
        new ServerCommand.SignedOut(Cast.id("khan")),
        new ServerCommand.SignedOut(Cast.id("reed")),
        new ServerCommand.Left(Cast.id("khan")),
        new ServerCommand.Planned(LinkUp.plan("link-up", Promise.HANDS, Cast.OAK, Cast.ELM)),
        new ServerCommand.Planned(
            LinkUp.plan(
                Cast.id("room"),
                "link-up",
                Promise.WIDE,
                LinkUp.STARTS.plusSeconds(1200),
                Cast.OAK,
                Cast.ELM)));
  }

  private static Arbitrary<Command.FromPerson> commands() {
    var device = Arbitraries.of(PEOPLE).map(Member::device);
    var yes = Arbitraries.of(true, false);
    var promise = Arbitraries.of(Promise.class).map(SideCommand.Promised::new);
    var side = Arbitraries.of(Cast.OAK, Cast.ELM, Cast.ASH).injectNull(0.3);
    return Arbitraries.oneOf(
        List.<Arbitrary<Command.FromPerson>>of(
            Arbitraries.of(new SideCommand.Ready(), new SideCommand.Unready()),
            promise.map(each -> each),
            Arbitraries.of(new SideCommand.Cover(), new SideCommand.Uncover()),
            Combinators.combine(Arbitraries.of(SideCommand.Switch.What.class), yes, side)
                .as(SideCommand.Switch::new),
            device.map(SideCommand.Hand::new),
            Combinators.combine(device, yes, yes).as(DeviceCommand.Admit::new),
            Combinators.combine(device, yes, yes).as(DeviceCommand.Give::new),
            device.map(DeviceCommand.Refuse::new),
            device.map(DeviceCommand.Remove::new),
            device.map(DeviceCommand.Back::new),
            Arbitraries.of(new DeviceCommand.LetAll()),
            yes.map(RoomCommand.Lock::new),
            yes.map(RoomCommand.LineIs::new),
            Arbitraries.strings().ofMaxLength(20).map(RoomCommand.Say::new),
            Arbitraries.of(
                new LessonCommand.Pause(true),
                new LessonCommand.Pause(false),
                new LessonCommand.Put(true),
                new LessonCommand.Put(false),
                new LessonCommand.Skip("s1", "s5"),
                new LessonCommand.Minute("s1")),
            Combinators.combine(Arbitraries.of(Cast.OAK, Cast.ELM, Cast.ASH), yes)
                .as(RoomCommand.Seen::new)));
  }
}
