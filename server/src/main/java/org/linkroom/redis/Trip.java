package org.linkroom.redis;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One call on its way through a cluster. It goes on where it is sent on to, and is put again where
/// it is told to wait, until its time is over. Nothing that sends it on has executed it.
final class Trip {
  private static final long WAIT_MS = 50;

  /// Ways on without a pause; two servers that name one another would send it round for ever.
  private static final int WAYS = 4;

  private final Cluster cluster;
  private final Vertx vertx;
  private final Call call;
  private final Promise<Response> answer;
  private final long end;
  private int ways;

  /// @param end when its time is over, as `System.nanoTime`
  Trip(Cluster cluster, Vertx vertx, Call call, Promise<Response> answer, long end) {
    this.cluster = cluster;
    this.vertx = vertx;
    this.call = call;
    this.answer = answer;
    this.end = end;
  }

  /// Set out.
  void go() {
    go(cluster.server(call), false);
  }

  private void go(@Nullable Address to, boolean asking) {
    if (to == null) {
      answer.tryFail("Redis is away");
      return;
    }
    var line = cluster.line(to);
    // One that is only just dialled is waited for; one that was lost is away.
    line.start()
        .onComplete(
            tried ->
                (asking ? line.sendAsking(call) : line.send(call))
                    .onSuccess(answer::tryComplete)
                    .onFailure(fault -> failed(fault, to)));
  }

  private void failed(Throwable fault, Address by) {
    boolean over = call.key() == null || System.nanoTime() > end;
    switch (over ? Refused.OTHERWISE : Refused.of(fault)) {
      case MOVED -> {
        var to = Refused.whither(fault, by.host());
        cluster.learn(Objects.requireNonNull(call.key()), to);
        on(() -> go(to, false));
      }
      case ASK -> on(() -> go(Refused.whither(fault, by.host()), true));
      case LATER -> {
        cluster.look();
        later(this::go);
      }
      case NO_SCRIPT, NOT_MASTER, NO_WRITES, OTHERWISE -> answer.tryFail(fault);
    }
  }

  private void on(Runnable next) {
    if (++ways % WAYS == 0) {
      later(next);
    } else {
      next.run();
    }
  }

  private void later(Runnable next) {
    vertx.setTimer(WAIT_MS, t -> next.run());
  }
}
