package org.linkroom;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linkroom.records.Migration;
import org.linkroom.records.Records;
import org.linkroom.session.Rehearsals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Holds a rehearsal and prints its id, for which `passes` then mints passes.
@Command(
    name = "rehearsal",
    description = "hold a great room for trying, from now on, and print its id")
final class RehearsalCommand implements Callable<Integer> {
  private static final int MOST_MINUTES = 24 * 60;

  @ParentCommand private @Nullable Main main;

  @Option(names = "--title", description = "what it is called (default: Rehearsal)")
  private String title = "Rehearsal";

  @Option(names = "--minutes", description = "how long it is held (default 60)")
  private int minutes = 60;

  @Override
  public Integer call() throws Exception {
    var settings = Objects.requireNonNull(main).settings();
    String url = settings.database().url();
    Settings.check(!url.isEmpty(), "A rehearsal is held where database.url leads; it is not set.");
    Settings.check(
        minutes >= 1 && minutes <= MOST_MINUTES, "minutes must be from 1 to " + MOST_MINUTES + ".");
    Settings.check(
        !title.isBlank() && title.length() <= 120, "A title has from 1 to 120 characters.");
    Migration.run(url);
    var vertx = Vertx.vertx();
    try {
      var records = Records.open(vertx, url, 1);
      var id = new Rehearsals(records).hold(title, Instant.now(), Duration.ofMinutes(minutes));
      System.out.println(
          id.toCompletionStage().toCompletableFuture().orTimeout(15, TimeUnit.SECONDS).join());
      return 0;
    } finally {
      vertx.close();
    }
  }
}
