package org.linkroom.network;

import io.vertx.core.Future;
import org.linkroom.activity.Needs;
import org.linkroom.base.Id;
import org.linkroom.records.Records;

/// What classes need in lessons, in PostgreSQL. It is read with the class.
public final class ClassNeeds {
  private final Records records;

  /// Make the store.
  public ClassNeeds(Records records) {
    this.records = records;
  }

  /// Keep what a class needs from now on.
  public Future<Void> keep(Id of, Needs needs) {
    return records
        .run(
            "UPDATE school_class SET calm = $2, hushed = $3, longer = $4, ground_rules = $5 WHERE id = $1",
            of,
            needs.calm(),
            needs.hushed(),
            needs.longer(),
            String.join("\n", needs.rules()))
        .mapEmpty();
  }
}
