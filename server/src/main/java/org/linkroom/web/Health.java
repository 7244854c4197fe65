package org.linkroom.web;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Limits;
import org.linkroom.records.Records;
import org.linkroom.redis.Keys;
import org.linkroom.redis.RedisLink;
import org.linkroom.room.Figures;
import org.linkroom.room.Journal;
import org.linkroom.room.Rooms;
import org.linkroom.web.Readiness.Kept;
import org.linkroom.web.Readiness.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out how the node is: whether its loops turn, and whether people may be sent to it. It
/// always answers within `Limits.HEALTH_CHECK` and a moment, whoever else does not.
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final long EVERY_MS = 5000;

  private final Vertx vertx;
  private final Records records;
  private final RedisLink redis;
  private final Journal journal;
  private final Rooms rooms;
  private volatile Stage stage = Stage.STARTING;
  private volatile @Nullable Readiness last;
  private @Nullable Future<Readiness> asked;

  /// Make one for a node that is starting.
  public Health(Vertx vertx, Records records, RedisLink redis, Journal journal, Rooms rooms) {
    this.vertx = vertx;
    this.records = records;
    this.redis = redis;
    this.journal = journal;
    this.rooms = rooms;
  }

  /// The node has started: look now and then, for its figures and its log.
  public void serving(Figures figures) {
    stage = Stage.SERVING;
    figures.watch("ready", "1 while people may be sent to this node", is(Readiness::ready));
    figures.watch("postgresql.up", "1 while PostgreSQL answers", is(Readiness::postgresql));
    figures.watch("redis.up", "1 while Redis answers and writes", is(Readiness::written));
    figures.watch(
        "feed.up", "1 while what is published in Redis is heard here", is(Readiness::heard));
    ready();
    vertx.setPeriodic(EVERY_MS, t -> ready());
  }

  private Supplier<Number> is(Predicate<Readiness> good) {
    return () -> {
      var now = last;
      return now != null && good.test(now) ? 1 : 0;
    };
  }

  /// The node takes nobody new from now on; those who are here stay until they are let go.
  public void draining() {
    stage = Stage.DRAINING;
  }

  /// Tell whether each event loop takes a task in time. A loop that hangs serves none of its
  /// sockets, and only a new process helps.
  static Future<Boolean> turning(Vertx vertx) {
    var turns = new ArrayList<Future<Void>>();
    for (EventExecutor loop : ((VertxInternal) vertx).nettyEventLoopGroup()) {
      Promise<Void> turned = Promise.promise();
      loop.execute(turned::complete);
      turns.add(turned.future());
    }
    return within(Future.all(turns).map(true), false);
  }

  /// Find out whether people may be sent here; who asks while that is being found out gets the same
  /// answer.
  synchronized Future<Readiness> ready() {
    if (asked == null || asked.isComplete()) {
      asked = ask();
    }
    return asked;
  }

  private Future<Readiness> ask() {
    var postgresql = within(records.run("SELECT 1").map(true), false);
    var answers = within(redis.send(Command.PING).map(pong -> redis.up()), false);
    var writes =
        within(redis.send(Command.SET, Keys.health(), "1", "PX", "60000").map(true), false);
    var kept =
        Future.all(setting("appendonly"), setting("appendfsync"), setting("maxmemory-policy"))
            .map(all -> new Kept(all.resultAt(0), all.resultAt(1), all.resultAt(2)));
    return Future.all(postgresql, answers, writes, kept)
        .map(
            all ->
                new Readiness(
                    stage,
                    all.resultAt(0),
                    all.resultAt(1),
                    all.resultAt(2),
                    rooms.hears(),
                    !journal.behind(),
                    all.resultAt(3)))
        .onSuccess(this::learn);
  }

  private void learn(Readiness now) {
    var before = last;
    last = now;
    if (before == null || !before.why().equals(now.why())) {
      LOG.info("ready={} why=\"{}\"", now.ready(), String.join(" ", now.why()));
    }
  }

  private Future<String> setting(String name) {
    return within(
        redis.send(Command.CONFIG, "GET", name).map(answer -> answer.get(name).toString()),
        "unknown");
  }

  private static <T> Future<T> within(Future<T> answer, T otherwise) {
    return answer
        .timeout(Limits.HEALTH_CHECK.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(otherwise);
  }
}
