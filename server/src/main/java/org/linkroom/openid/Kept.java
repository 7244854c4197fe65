package org.linkroom.openid;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is fetched when it is first asked for and then kept for a while. All who ask
/// meanwhile wait for the one fetch; a fetch that failed is not kept, so the next to ask tries
/// again.
final class Kept<T> {
  private @Nullable Future<T> latest;
  private Instant since = Instant.EPOCH;

  /// What is kept, or fetched anew if that is older than this.
  synchronized Future<T> newerThan(Duration age, Instant now, Supplier<Future<T>> fetch) {
    var one = latest;
    if (one == null || one.failed() || !now.isBefore(since.plus(age))) {
      one = fetch.get();
      latest = one;
      since = now;
    }
    return one;
  }
}
