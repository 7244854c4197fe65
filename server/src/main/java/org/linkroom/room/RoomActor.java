package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;
import org.linkroom.redis.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One room at this node. It takes the commands that wait, decides them in order, commits what
/// changed, and only then answers; what it shows it shows on its own loop, and everything here runs
/// there.
final class RoomActor {
  private static final Logger LOG = LoggerFactory.getLogger(RoomActor.class);
  private static final long AGAIN_MS = 500;

  private final Id id;
  private final Context context;
  private final Node node;
  private final Showing showing;
  private final Here here;
  private final Loading loading;
  private final RoomTime time;
  private final Pacing pacing;
  private final Mailbox mailbox = new Mailbox();
  private final Heard heard;

  private @Nullable Known known;
  private boolean busy = true;
  private boolean doubted = true;
  private Instant usedAt;

  RoomActor(Id id, Context context, Node node) {
    this.id = id;
    this.context = context;
    this.node = node;
    this.showing = new Showing(this, node);
    this.here = new Here(this, node, showing);
    this.loading = new Loading(id, node);
    this.time = new RoomTime(node.vertx(), node.clock(), node.lead());
    this.heard = new Heard(node.figures());
    this.pacing = new Pacing(node.vertx(), this::run, this::step);
    this.usedAt = node.clock().instant();
  }

  void start() {
    run(() -> reload(0));
  }

  Id id() {
    return id;
  }

  @Nullable Room room() {
    return known == null ? null : known.room();
  }

  RoomStore.Version version() {
    return known == null ? RoomStore.Version.NONE : known.version();
  }

  Showing showing() {
    return showing;
  }

  Here here() {
    return here;
  }

  RoomTime time() {
    return time;
  }

  void run(Runnable task) {
    context.runOnContext(go -> task.run());
  }

  /// Put a command into the mailbox. What could not be saved is refused at once.
  void ask(Asked asked) {
    usedAt = node.clock().instant();
    if (asked.fromPerson() && (node.journal().behind() || !node.redis().writable(Keys.marks(id)))) {
      asked.answer().accept(Optional.of(Refusal.AWAY));
      return;
    }
    mailbox.add(asked);
    step();
  }

  private void step() {
    if (busy) {
      return;
    }
    if (heard.missed() || (known == null && !mailbox.isEmpty())) {
      reload(0);
      return;
    }
    for (var commit = heard.next(); commit != null; commit = heard.next()) {
      follow(commit);
    }
    if (heard.missed()) {
      reload(0);
    } else if (!mailbox.isEmpty() && pacing.may(showing.size(), mailbox)) {
      busy = true;
      decide(mailbox.next());
    }
  }

  private void decide(List<Asked> batch) {
    var from = requireNonNull(known);
    var decided = Batch.decide(from.room(), batch, time.now());
    if (decided.room() == from.room() && decided.lines().isEmpty()) {
      decided.answer();
      rest();
      return;
    }
    pacing.begins();
    var change = from.change(decided, node.name());
    node.store()
        .commit(change)
        .onComplete(done -> run(() -> committed(decided, change, done.result())));
  }

  private void committed(
      Batch decided, RoomStore.Change change, RoomStore.@Nullable Outcome outcome) {
    switch (outcome) {
      case null -> failed(decided.batch());
      case RoomStore.Outcome.Done done -> {
        node.journal().add(change, decided.lines(), time.learn(done.now()));
        known = new Known(decided.room(), change.to());
        decided.answer();
        shows(decided.urgent());
        rest();
      }
      case RoomStore.Outcome.Repeated repeated -> {
        time.learn(repeated.now());
        decide(decided.without(repeated.answers()));
      }
      case RoomStore.Outcome.Stale stale -> {
        time.learn(stale.now());
        catchUp(stale, decided.batch());
      }
      case RoomStore.Outcome.Lost lost -> again(decided.batch());
    }
  }

  private void catchUp(RoomStore.Outcome.Stale stale, List<Asked> batch) {
    // Whatever cannot be followed, a newer format too, shows when the room is loaded.
    var newer = requireNonNull(known).after(stale);
    known = newer.orElse(known);
    if (newer.isPresent()) {
      decide(batch);
    } else {
      again(batch);
    }
  }

  private void again(List<Asked> batch) {
    mailbox.back(batch);
    reload(0);
  }

  /// A commit that failed may have been executed: the room is looked at again before the next one.
  private void failed(List<Asked> batch) {
    mailbox.back(batch);
    mailbox.away();
    heard.miss();
    node.vertx().setTimer(AGAIN_MS, t -> run(this::rest));
  }

  private void rest() {
    busy = false;
    step();
  }

  /// There is nothing here to show or to decide on.
  private void nothing(Goodbye goodbye, Refusal refusal) {
    known = null;
    heard.clear();
    showing.letGo(goodbye);
    busy = false;
    mailbox.refuse(refusal);
  }

  /// What another node's commit, or anything else on the room's channel, says.
  void feed(String message) {
    Feed.route(message, this::hear, here::heard, showing::hear);
  }

  private void hear(ObjectNode commit) {
    heard.add(commit);
    step();
  }

  private void follow(ObjectNode commit) {
    var before = known;
    var after = before == null ? Optional.<Known>empty() : before.after(commit);
    if (after.isEmpty()) {
      heard.miss();
    } else if (after.get() != before) {
      known = after.get();
      shows(commit.path("urgent").asBoolean());
    }
  }

  /// Something may have been missed: look again, now or after what is on its way.
  void gap() {
    doubted = true;
    lookAgain();
  }

  /// Somebody knows more than this node.
  void lookAgain() {
    heard.miss();
    step();
  }

  private void reload(int attempt) {
    busy = true;
    heard.looking();
    loading
        .load(version(), room(), doubted)
        .onSuccess(found -> run(() -> loaded(found)))
        .onFailure(fault -> run(() -> unloaded(fault, attempt)));
  }

  private void unloaded(Throwable fault, int attempt) {
    LOG.warn("room={} fault=load why={}", id, fault.getMessage());
    if (fault instanceof Parts.NewerFormat) {
      // Only a newer release reads this room: whoever is here is sent on to a node of it.
      nothing(Goodbye.RESTART, Refusal.BUSY);
    } else {
      mailbox.away();
      long wait = Math.min(2000, 100L << Math.min(attempt, 5));
      node.vertx().setTimer(wait, t -> run(() -> reload(attempt + 1)));
    }
  }

  private void loaded(Optional<Loading.Found> found) {
    if (found.isEmpty()) {
      nothing(Goodbye.ENDED, Refusal.OVER);
      return;
    }
    var is = found.get();
    time.learn(is.now());
    doubted = false;
    var before = known;
    known = new Known(is.room(), is.version());
    if (before != null && !is.version().epoch().equals(before.version().epoch())) {
      showing.fresh();
    }
    showing.caughtUp();
    here.load();
    shows(false);
    rest();
  }

  private void shows(boolean urgent) {
    showing.changed(urgent);
    deadline();
  }

  /// A room that nobody of this node is in runs no timers here.
  void deadline() {
    var room = room();
    time.wakeAt(
        room == null || showing.isEmpty() ? Optional.empty() : Rules.due(room),
        () -> run(() -> ask(Asked.server(new ServerCommand.Tick(), done -> {}))));
  }

  /// Once a second: who is gone.
  void everySecond() {
    if (known != null) {
      here.judge(node.clock().instant());
    }
  }

  /// Tell whether this room is no longer needed here.
  boolean unused(Instant now) {
    return showing.isEmpty() && !busy && mailbox.isEmpty() && usedAt.plusSeconds(60).isBefore(now);
  }
}
