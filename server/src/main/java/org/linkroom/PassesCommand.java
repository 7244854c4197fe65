package org.linkroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.people.Passes;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Place;
import org.linkroom.protocol.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Mints passes for a rehearsal or a load test, one a line, for tools that send them as bearers.
@Command(
    name = "passes",
    description = "print passes for a session, one a line, good for twelve hours")
final class PassesCommand implements Callable<Integer> {
  private static final Duration GOOD_FOR = Duration.ofHours(12);

  /// Classes of one school, in a rehearsal.
  private static final int CLASSES = 2;

  @ParentCommand private @Nullable Main main;

  @Option(names = "--session", required = true, description = "the session's or rehearsal's id")
  private String session = "";

  @Option(
      names = "--class",
      description = "the class that all come in for; without it each pass is a class of its own")
  private String classId = "";

  @Option(names = "--count", description = "how many (default 1)")
  private int count = 1;

  @Option(
      names = "--programmes",
      description = "over how many programmes classes of their own are spread (default 28)")
  private int programmes = 28;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main).settings();
    var passes = new Passes(App.secret(settings));
    Settings.check(
        Id.fits(session) && (classId.isEmpty() || Id.fits(classId)),
        "A session and a class are named by ids.");
    Settings.check(
        count >= 1 && count <= Limits.MEMBERS, "count must be from 1 to " + Limits.MEMBERS + ".");
    Settings.check(programmes >= 1, "There must be a programme.");
    Instant until = Instant.now().plus(GOOD_FOR);
    var all = IntStream.range(0, programmes).mapToObj(i -> Id.random()).toList();
    Place place = Place.NONE;
    for (int i = 0; i < count; i++) {
      if (classId.isEmpty() && i % CLASSES == 0) {
        // Two classes of one school, linked with one another, are enough to count by.
        place = new Place(all.get(i / CLASSES % programmes), Id.random(), Id.random());
      }
      System.out.println(passes.sign(pass(i, place, until)));
    }
    return 0;
  }

  private Pass pass(int i, Place place, Instant until) {
    return new Pass(
        new Id(session),
        Id.random(),
        classId.isEmpty() ? Id.random() : new Id(classId),
        null,
        "Rehearsal " + (i + 1),
        PassRole.DEVICE,
        Screen.CLASS,
        DeviceKind.TABLET,
        false,
        until,
        place);
  }
}
