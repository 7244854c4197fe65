package org.linkroom.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cluster: one line to each master, and a map of the slots that is read again whenever a call
/// finds it wrong, a line is lost, and every few seconds. Calls for one slot run in the order sent
/// while the slot stays where it is.
final class Cluster implements Road {
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final long LOOK_EVERY_MS = 5000;
  private static final long LOOK_AGAIN_MS = 250;

  private final Context context;
  private final Dialler dialler;
  private final List<Address> seeds;
  private final Duration limit;
  private final Runnable back;
  private final Runnable moved;
  private final Map<Address, Line> lines = new ConcurrentHashMap<>();
  private volatile Slots slots = Slots.NONE;
  private volatile boolean closed;
  private volatile boolean started;
  private @Nullable Future<Void> looking;
  private long timer = -1;

  /// @param back runs each time that a server is there again, or a new one
  /// @param moved runs each time that a slot has another owner
  Cluster(Context context, Dialler dialler, Where where, Runnable back, Runnable moved) {
    this.context = context;
    this.dialler = dialler;
    seeds = where.seeds();
    limit = where.limit();
    this.back = back;
    this.moved = moved;
  }

  /// @param seeds the servers to ask first
  /// @param limit within which a server that is there answers
  record Where(List<Address> seeds, Duration limit) {}

  @Override
  public Future<Void> start() {
    timer = context.owner().setPeriodic(LOOK_EVERY_MS, t -> context.runOnContext(go -> look()));
    Promise<Void> first = Promise.promise();
    context.runOnContext(
        go ->
            look()
                .compose(found -> Future.all(lines.values().stream().map(Line::tried).toList()))
                .<Void>mapEmpty()
                .onComplete(tried -> started = true)
                .onComplete(first));
    return first.future();
  }

  @Override
  public Future<Response> send(Call call) {
    Promise<Response> answer = Promise.promise();
    new Trip(this, context.owner(), call, answer, System.nanoTime() + limit.toNanos()).go();
    return answer.future().timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The server of a call as the map has it; any that is there, for a call without a key.
  @Nullable Address server(Call call) {
    String key = call.key();
    return key == null
        ? lines.keySet().stream().filter(each -> line(each).up()).findAny().orElse(null)
        : slots.owner(key);
  }

  /// The line to a server; a new one, if it was named on the way.
  Line line(Address server) {
    return lines.computeIfAbsent(
        server,
        to ->
            new Line("redis server=" + to, context, () -> dialler.at(to), limit)
                .whenUp(made -> back())
                .whenLost(this::look));
  }

  private void back() {
    if (started) {
      back.run();
    }
  }

  /// A call was told where its slot is.
  void learn(String key, Address owner) {
    int slot = Slots.slot(key);
    if (!owner.equals(slots.owner(slot))) {
      take(slots.with(slot, owner));
      look();
    }
  }

  @Override
  public Future<Void> look() {
    var under = looking;
    if (under != null || closed) {
      return under == null ? Future.succeededFuture() : under;
    }
    Promise<Void> done = Promise.promise();
    looking = done.future();
    read()
        .onComplete(
            read -> {
              looking = null;
              if (read.succeeded()) {
                take(read.result());
              }
              if (!up(null) && !closed) {
                context.owner().setTimer(LOOK_AGAIN_MS, t -> context.runOnContext(go -> look()));
              }
              done.handle(read.mapEmpty());
            });
    return done.future();
  }

  /// From whichever server answers first; by lines that we have, else by dialling all we know of.
  private Future<Slots> read() {
    var call = new Call.Plain(Command.CLUSTER, List.of("SLOTS"));
    var answers = new ArrayList<Future<Slots>>();
    lines.forEach(
        (server, line) -> {
          if (line.up()) {
            answers.add(line.send(call).map(answer -> Slots.of(answer, server.host())));
          }
        });
    if (answers.isEmpty()) {
      var all = new HashSet<>(seeds);
      all.addAll(lines.keySet());
      all.forEach(server -> answers.add(readBy(server, call)));
    }
    return Future.any(answers)
        .map(any -> answers.stream().filter(Future::succeeded).findFirst().orElseThrow().result());
  }

  private Future<Slots> readBy(Address server, Call call) {
    return dialler
        .at(server)
        .compose(
            made ->
                made.send(call)
                    .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .onComplete(answered -> made.close()))
        .map(answer -> Slots.of(answer, server.host()));
  }

  private void take(Slots newer) {
    if (newer.equals(slots)) {
      return;
    }
    LOG.info("redis=cluster slots={}", newer);
    slots = newer;
    lines.forEach(
        (server, line) -> {
          if (!newer.owners().contains(server)) {
            lines.remove(server);
            // What it was asked it may still answer.
            context.owner().setTimer(limit.toMillis(), t -> line.close());
          }
        });
    newer.owners().forEach(owner -> line(owner).start());
    moved.run();
  }

  @Override
  public boolean up(@Nullable String key) {
    return each(key, Line::up);
  }

  @Override
  public boolean writable(@Nullable String key) {
    return each(key, Line::writable);
  }

  private boolean each(@Nullable String key, Predicate<Line> holds) {
    var now = slots;
    if (key != null) {
      var owner = now.owner(key);
      return owner != null && holds(owner, holds);
    }
    return now.whole() && now.owners().stream().allMatch(owner -> holds(owner, holds));
  }

  private boolean holds(Address owner, Predicate<Line> holds) {
    var line = lines.get(owner);
    return line != null && holds.test(line);
  }

  @Override
  public @Nullable Address home(String channel) {
    return slots.owner(channel);
  }

  @Override
  public Set<Address> homes() {
    return slots.owners();
  }

  @Override
  public Future<Dialled> dial(Address home) {
    return dialler.at(home);
  }

  @Override
  public void close() {
    closed = true;
    context.owner().cancelTimer(timer);
    lines.values().forEach(Line::close);
  }
}
