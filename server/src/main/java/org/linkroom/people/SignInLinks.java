package org.linkroom.people;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Links by which somebody signs in who did not ask for a mail herself: each good once, in any
/// browser, until its time is over.
public final class SignInLinks {
  private final Records records;
  private final Hashes hashes;

  /// Make the store.
  public SignInLinks(Records records, Hashes hashes) {
    this.records = records;
    this.hashes = hashes;
  }

  /// Make one; the path of its page. It holds a secret: it is shown once, and never logged.
  public Future<String> make(Id person, Instant until) {
    String token = Hashes.secret();
    // Nobody's browser and nobody's code: only the link itself leads in.
    return records
        .run(
            "INSERT INTO sign_in_mail (id, person, browser, token, code, until) VALUES ($1,$2,$3,$4,$5,$6)",
            Id.random(),
            person,
            hashes.of(Hashes.secret()),
            hashes.of(token),
            hashes.of(Hashes.secret()),
            until.atOffset(ZoneOffset.UTC))
        .map(done -> "/sign-in/link/" + token);
  }
}
