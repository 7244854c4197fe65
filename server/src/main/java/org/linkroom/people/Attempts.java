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
    return count(what).compose(done -> lately(what, within)).map(n -> n <= most);
  }

  /// Tell whether one more would be within the bound, without counting it: for what is counted only
  /// where it goes wrong.
  public Future<Boolean> left(String what, int most, Duration within) {
    return lately(what, within).map(n -> n < most);
  }

  /// Count one more.
  public Future<Void> count(String what) {
    return records.run("INSERT INTO attempt (what) VALUES ($1)", what).mapEmpty();
  }

  private Future<Long> lately(String what, Duration within) {
    return records
        .one(
            "SELECT count(*) AS n FROM attempt WHERE what = $1 AND at > now() - make_interval(secs => $2)",
            row -> row.getLong("n"),
            what,
            (double) within.toSeconds())
        .map(n -> n.orElse(0L));
  }
}
