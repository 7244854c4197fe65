package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One room at this node. It takes the commands that wait, decides them in order, commits what
/// changed, and only then answers; what it shows it shows on its own loop, and everything here runs
/// there.
final class RoomActor {
  private static final Logger LOG = LoggerFactory.getLogger(RoomActor.class);
  private static final int BATCH = 256;

  private final Id id;
  private final Context context;
  private final Node node;
  private final Showing showing;
  private final Here here;
  private final Loading loading;
  private final ArrayDeque<Asked> mailbox = new ArrayDeque<>();
  private final ArrayDeque<ObjectNode> heard = new ArrayDeque<>();

  private @Nullable Room room;
  private RoomStore.Version version = RoomStore.Version.NONE;
  private Duration ahead = Duration.ZERO;
  private Instant lastNow = Instant.EPOCH;
  private boolean busy = true;
  private long timer = -1;
  private Instant usedAt;

  RoomActor(Id id, Context context, Node node) {
    this.id = id;
    this.context = context;
    this.node = node;
    this.showing = new Showing(this, node);
    this.here = new Here(this, node, showing);
    this.loading = new Loading(id, node);
    this.usedAt = node.clock().instant();
  }

  void start() {
    context.runOnContext(go -> reload(0));
  }

  Id id() {
    return id;
  }

  @Nullable Room room() {
    return room;
  }

  RoomStore.Version version() {
    return version;
  }

  Showing showing() {
    return showing;
  }

  Here here() {
    return here;
  }

  void run(Runnable task) {
    context.runOnContext(go -> task.run());
  }

  /// Redis's time, which never goes back in a room.
  Instant now() {
    Instant now = node.clock().instant().plus(ahead);
    lastNow = now.isAfter(lastNow) ? now : lastNow;
    return lastNow;
  }

  private void learn(Instant redis) {
    ahead = Duration.between(node.clock().instant(), redis);
  }

  /// Put a command into the mailbox.
  void ask(Asked asked) {
    usedAt = node.clock().instant();
    if (asked.fromPerson() && node.journal().behind()) {
      asked.answer().accept(Optional.of(Refusal.AWAY));
      return;
    }
    if (mailbox.size() >= Limits.MAILBOX) {
      asked.answer().accept(Optional.of(Refusal.BUSY));
      return;
    }
    mailbox.add(asked);
    step();
  }

  private void step() {
    if (busy || room == null) {
      return;
    }
    while (!heard.isEmpty() && !busy) {
      follow(heard.poll());
    }
    if (busy || mailbox.isEmpty()) {
      return;
    }
    busy = true;
    var batch = new ArrayList<Asked>();
    while (!mailbox.isEmpty() && batch.size() < BATCH) {
      batch.add(mailbox.poll());
    }
    decide(batch);
  }

  private void decide(List<Asked> batch) {
    var decided = Batch.decide(requireNonNull(room), batch, now());
    if (decided.room() == room && decided.lines().isEmpty()) {
      decided.answer();
      rest();
      return;
    }
    var to = new RoomStore.Version(version.number() + 1, Id.random().text(), version.epoch());
    var parts = Parts.changed(requireNonNull(room), decided.room());
    var change =
        new RoomStore.Change(
            id, version, to, parts, decided.tabs(), Feed.committed(version, to, parts));
    node.store()
        .commit(change)
        .onComplete(done -> run(() -> committed(decided, change, done.result())));
  }

  private void committed(
      Batch decided, RoomStore.Change change, RoomStore.@Nullable Outcome outcome) {
    switch (outcome) {
      case null -> failed(decided.batch());
      case RoomStore.Outcome.Done done -> {
        learn(done.now());
        node.journal().add(id, change.to(), change.parts(), decided.lines(), done.now());
        room = decided.room();
        version = change.to();
        decided.answer();
        changed();
      }
      case RoomStore.Outcome.Repeated repeated -> {
        learn(repeated.now());
        decide(decided.without(repeated.answers()));
      }
      case RoomStore.Outcome.Stale stale -> {
        learn(stale.now());
        catchUp(stale, decided.batch());
      }
      case RoomStore.Outcome.Lost lost -> {
        decided.batch().reversed().forEach(mailbox::addFirst);
        reload(0);
      }
    }
  }

  private void catchUp(RoomStore.Outcome.Stale stale, List<Asked> batch) {
    boolean forward =
        stale.version().epoch().equals(version.epoch())
            && stale.version().number() > version.number();
    if (!forward) {
      batch.reversed().forEach(mailbox::addFirst);
      reload(0);
      return;
    }
    room = Parts.renew(requireNonNull(room), stale.parts());
    version = stale.version();
    decide(batch);
  }

  /// Redis is away or slow: people are told in words; what the server says is said again.
  private void failed(List<Asked> batch) {
    for (Asked asked : batch.reversed()) {
      if (asked.fromPerson()) {
        asked.answer().accept(Optional.of(Refusal.AWAY));
      } else {
        mailbox.addFirst(asked);
      }
    }
    node.vertx().setTimer(500, t -> run(this::rest));
  }

  private void rest() {
    busy = false;
    step();
  }

  private void changed() {
    showing.changed();
    deadline();
    rest();
  }

  /// What another node's commit, or anything else on the room's channel, says.
  void feed(String message) {
    Wire.read(message)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .ifPresent(
            told -> {
              if (told.get("c") instanceof ObjectNode commit) {
                heard.add(commit);
                step();
              } else if (told.get("h") instanceof ObjectNode coming) {
                here.heard(coming);
              } else if (told.get("s") instanceof ObjectNode signal) {
                showing.signal(signal);
              }
            });
  }

  private void follow(ObjectNode commit) {
    var told = Feed.version(commit);
    if (told.epoch().equals(version.epoch()) && told.number() <= version.number()) {
      if (told.number() == version.number() && !told.commit().equals(version.commit())) {
        reload(0);
      }
      return;
    }
    if (!told.epoch().equals(version.epoch()) || commit.path("from").asLong() != version.number()) {
      reload(0);
      return;
    }
    room = Parts.renew(requireNonNull(room), Feed.parts(commit));
    version = told;
    showing.changed();
    deadline();
  }

  /// Something may have been missed: look again.
  void gap() {
    if (!busy) {
      reload(0);
    }
  }

  private void reload(int attempt) {
    busy = true;
    loading
        .load(version, room)
        .onComplete(
            done ->
                run(
                    () -> {
                      if (done.succeeded()) {
                        loaded(done.result());
                      } else {
                        LOG.warn("room={} fault=load why={}", id, done.cause().getMessage());
                        node.vertx()
                            .setTimer(
                                Math.min(2000, 100L << Math.min(attempt, 5)),
                                t -> run(() -> reload(attempt + 1)));
                      }
                    }));
  }

  private void loaded(Optional<Loading.Found> found) {
    if (found.isEmpty()) {
      showing.noRoom();
      mailbox.forEach(asked -> asked.answer().accept(Optional.of(Refusal.OVER)));
      mailbox.clear();
      busy = false;
      return;
    }
    var is = found.get();
    learn(is.now());
    boolean newEpoch = !is.version().epoch().equals(version.epoch());
    room = is.room();
    version = is.version();
    if (newEpoch) {
      showing.fresh();
    }
    here.load();
    changed();
  }

  private void deadline() {
    if (timer >= 0) {
      node.vertx().cancelTimer(timer);
      timer = -1;
    }
    if (room == null || showing.isEmpty()) {
      return;
    }
    Rules.due(room)
        .ifPresent(
            at -> {
              // Vert.x timers take an int's worth of ms at ease; a far deadline is looked at again.
              long wait = Math.clamp(Duration.between(now(), at).toMillis() + 1, 1, 3_600_000);
              timer =
                  node.vertx()
                      .setTimer(
                          wait,
                          t -> run(() -> ask(Asked.server(new ServerCommand.Tick(), done -> {}))));
            });
  }

  /// Once a second: who is gone, and whether this room is still needed here.
  void everySecond() {
    if (room != null) {
      here.judge(node.clock().instant());
    }
  }

  boolean unused(Instant now) {
    return showing.isEmpty() && !busy && mailbox.isEmpty() && usedAt.plusSeconds(60).isBefore(now);
  }

  void joined() {
    usedAt = node.clock().instant();
    deadline();
  }
}
