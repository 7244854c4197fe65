package org.linkroom.people;

import io.vertx.core.Future;
import java.time.Duration;
import org.linkroom.records.Records;

/// Counts what was tried lately, over all nodes. A school has one address, so nothing is counted by
/// address: by mail address, by browser, by code.
public final class Attempts {
  private final Records records;

  /// Make the counter.
  public Attempts(Records records) {
    this.records = records;
  }

  /// Count one more and tell whether that is still within the bound.
  public Future<Boolean> allows(String what, int most, Duration within) {
    return records
        .run("INSERT INTO attempt (what) VALUES ($1)", what)
        .compose(
            done ->
                records.one(
                    "SELECT count(*) AS n FROM attempt WHERE what = $1 AND at > now() - make_interval(secs => $2)",
                    row -> row.getLong("n"),
                    what,
                    (double) within.toSeconds()))
        .map(n -> n.orElse(0L) <= most);
  }

  /// Forget what is older than an hour.
  public Future<Void> forget() {
    return records
        .run("DELETE FROM attempt WHERE at < now() - interval '1 hour'")
        .compose(done -> records.run("DELETE FROM sign_in WHERE until < now()"))
        .compose(
            done -> records.run("DELETE FROM sign_in_mail WHERE until < now() - interval '1 day'"))
        .mapEmpty();
  }
}
