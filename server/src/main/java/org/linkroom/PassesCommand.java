package org.linkroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Passes;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
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

  private static final int MOST = 15_000;

  @ParentCommand private @Nullable Main main;

  @Option(names = "--session", required = true, description = "the session's id")
  private String session = "";

  @Option(names = "--class", required = true, description = "the class they come in for")
  private String classId = "";

  @Option(names = "--count", description = "how many (default 1)")
  private int count = 1;

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main).settings();
    var passes = new Passes(App.secret(settings));
    Settings.check(Id.fits(session) && Id.fits(classId), "A session and a class are named by ids.");
    Settings.check(count >= 1 && count <= MOST, "count must be from 1 to " + MOST + ".");
    for (int i = 0; i < count; i++) {
      System.out.println(
          passes.sign(
              new Pass(
                  new Id(session),
                  Id.random(),
                  new Id(classId),
                  null,
                  "Rehearsal " + (i + 1),
                  PassRole.DEVICE,
                  Screen.CLASS,
                  DeviceKind.TABLET,
                  false,
                  Instant.now().plus(GOOD_FOR))));
    }
    return 0;
  }
}
