package org.linkroom;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.MailAddress;
import org.linkroom.network.Adults;
import org.linkroom.people.Hashes;
import org.linkroom.people.Role;
import org.linkroom.people.SignInLinks;
import org.linkroom.records.Migration;
import org.linkroom.records.Records;
import org.linkroom.safety.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// Lets the first coordinator into a network in which nobody can invite yet.
@Command(
    name = "invite",
    description = "make somebody a coordinator and print the link by which she signs in, once")
final class InviteCommand implements Callable<Integer> {
  private static final Duration GOOD_FOR = Duration.ofDays(1);

  @ParentCommand private @Nullable Main main;

  @Option(names = "--role", required = true, description = "coordinator")
  private String role = "";

  @Option(names = "--email", required = true, description = "her address")
  private String email = "";

  @Option(names = "--name", description = "how she is called (default: Coordinator)")
  private String name = "Coordinator";

  @Override
  public Integer call() {
    var settings = Objects.requireNonNull(main).settings();
    String url = settings.database().url();
    Settings.check(!url.isEmpty(), "People are invited where database.url leads; it is not set.");
    Settings.check(
        role.equals("coordinator"), "From here a coordinator is invited; she invites all others.");
    Settings.check(
        MailAddress.fits(email),
        "email must be a whole mail address, such as name@network.example.");
    Settings.check(
        name.equals(name.strip()) && !name.isEmpty() && name.length() <= 120,
        "A name has from 1 to 120 characters.");
    Migration.run(url);
    var vertx = Vertx.vertx();
    try {
      var records = Records.open(vertx, url, 1);
      String path =
          invite(records, new Hashes(App.secret(settings)))
              .toCompletionStage()
              .toCompletableFuture()
              .orTimeout(15, TimeUnit.SECONDS)
              .join();
      System.out.println(settings.publicUrl(settings.port()) + path);
      System.out.println("Open it in a browser within a day, and press Sign in. It works once.");
      return 0;
    } finally {
      vertx.close();
    }
  }

  private Future<String> invite(Records records, Hashes hashes) {
    var until = Instant.now().plus(GOOD_FOR);
    return records.inTransaction(
        all -> {
          var adults = new Adults(all);
          return adults
              .known(name, email.toLowerCase(Locale.ROOT))
              .compose(
                  person ->
                      adults
                          .give(person, Role.Kind.COORDINATOR, null)
                          .compose(
                              given ->
                                  new Audit(all).write(null, "coordinator.invite", person.text()))
                          .compose(done -> new SignInLinks(all, hashes).make(person, until)));
        });
  }
}
