package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One pipelined connection to one server, that dials again by itself until it is closed. It lives
/// on one loop; `up` and `writable` may be asked from anywhere.
final class Line {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(50), Duration.ofMillis(1000));

  /// How long a server that refused to write is spared: a little longer than a node waits between
  /// two renewals of its lease, so that they find out when it writes again.
  private static final long SPARED_NS = Duration.ofMillis(2500).toNanos();

  private final String name;
  private final Context context;
  private final Supplier<Future<Dialled>> dial;
  private final Duration limit;
  private final Promise<Void> first = Promise.promise();
  private volatile @Nullable Dialled now;
  private boolean begun;
  private volatile boolean closed;
  private volatile boolean refused;
  private volatile long refusedAt;
  private Consumer<Dialled> whenUp = made -> {};
  private Runnable whenLost = () -> {};

  /// @param name how the log calls it
  /// @param dial tries once
  /// @param limit within which a server that is there answers
  Line(String name, Context context, Supplier<Future<Dialled>> dial, Duration limit) {
    this.name = name;
    this.context = context;
    this.dial = dial;
    this.limit = limit;
  }

  /// Name what happens with each new connection.
  Line whenUp(Consumer<Dialled> up) {
    whenUp = up;
    return this;
  }

  /// Name what happens when one is lost, before it is dialled again.
  Line whenLost(Runnable lost) {
    whenLost = lost;
    return this;
  }

  /// Connect, if it does not yet, and keep connected; the future tells of the first try alone.
  Future<Void> start() {
    if (!begun) {
      begun = true;
      context.runOnContext(go -> connect(0));
    }
    return first.future();
  }

  /// What the first try came to, or will.
  Future<Void> tried() {
    return first.future();
  }

  boolean up() {
    return now != null;
  }

  /// Whether it is there and takes what is to be kept.
  boolean writable() {
    return up() && !(refused && System.nanoTime() - refusedAt < SPARED_NS);
  }

  @Nullable Dialled now() {
    return now;
  }

  private void connect(int attempt) {
    if (closed) {
      return;
    }
    dial.get()
        .onSuccess(made -> context.runOnContext(go -> connected(made, attempt)))
        .onFailure(
            fault -> {
              first.tryFail(fault);
              context.owner().setTimer(wait(attempt), t -> again(attempt + 1));
            });
  }

  private static long wait(int attempt) {
    return BACKOFF.before(attempt, RandomGenerator.getDefault()).toMillis();
  }

  private void again(int attempt) {
    context.runOnContext(go -> connect(attempt));
  }

  private void connected(Dialled made, int attempt) {
    if (closed) {
      made.close();
      return;
    }
    made.whenLost(() -> context.runOnContext(go -> lost(made)));
    refused = false;
    now = made;
    LOG.info("{}=up attempt={}", name, attempt);
    whenUp.accept(made);
    first.tryComplete();
  }

  /// It is lost, or as good as lost.
  void lost(Dialled was) {
    if (now != was) {
      return;
    }
    now = null;
    was.close();
    if (!closed) {
      LOG.warn("{}=lost", name);
      whenLost.run();
      context.owner().setTimer(wait(0), t -> again(0));
    }
  }

  /// Put a call to the server. While it is away calls fail at once.
  Future<Response> send(Call call) {
    return put(to -> to.send(call));
  }

  /// The same for a server that does not own the slot yet.
  Future<Response> sendAsking(Call call) {
    return put(to -> to.sendAsking(call));
  }

  private Future<Response> put(Function<Dialled, Future<Response>> call) {
    var to = now;
    if (to == null) {
      return Future.failedFuture("Redis is away");
    }
    return call.apply(to)
        .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(fault -> failed(to, fault));
  }

  /// Whoever asked hears of the fault after this: one that was refused finds it said already.
  private void failed(Dialled to, Throwable fault) {
    Refused why = Refused.of(fault);
    if (why == Refused.NO_WRITES) {
      if (writable()) {
        LOG.warn("{}=refuses why={}", name, fault.getMessage());
      }
      refusedAt = System.nanoTime();
      refused = true;
    } else if (fault instanceof TimeoutException || why == Refused.NOT_MASTER) {
      // A server that stopped answering is as good as gone, and so is one that is no master any
      // more; the next connection will tell.
      context.runOnContext(go -> lost(to));
    }
  }

  void close() {
    closed = true;
    context.runOnContext(
        go -> {
          var was = now;
          if (was != null) {
            lost(was);
          }
        });
  }
}
