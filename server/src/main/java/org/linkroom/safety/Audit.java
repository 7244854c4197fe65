package org.linkroom.safety;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// Who did what to whom. Lines are added and never changed.
public final class Audit {
  private final Records records;

  /// Make it.
  public Audit(Records records) {
    this.records = records;
  }

  /// Write a line.
  ///
  /// @param who the adult, or nobody who is signed in
  /// @param subject the id of what it was done to
  public Future<Void> write(@Nullable Id who, String what, String subject) {
    return records
        .run("INSERT INTO audit (who, what, subject) VALUES ($1, $2, $3)", who, what, subject)
        .mapEmpty();
  }
}
