package org.linkroom.chaos;

import java.time.Duration;
import java.util.function.Consumer;

/// What befalls a hall while a crowd speaks in it. Each ends with everything whole again.
// What each does is code without state; only its type cannot say so.
@SuppressWarnings("ImmutableEnumChecker")
enum Fault {
  NODE_KILLED(
      trial -> {
        var node = trial.node();
        node.program().kill();
        trial.crowd().getsThrough(60);
        node.begin();
        node.serves();
      }),
  /// A node that stops where it is for longer than its lease, as a machine in trouble does.
  NODE_FROZEN(
      trial -> {
        var node = trial.node();
        node.program().freeze();
        trial.passes(Duration.ofSeconds(8));
        node.program().thaw();
      }),
  REDIS_KILLED(trial -> trial.hall().redis().restart()),
  REDIS_EMPTY(trial -> trial.hall().redis().restartEmpty()),
  REDIS_BEHIND(
      trial -> {
        trial.hall().redis().copy();
        trial.crowd().getsThrough(60);
        trial.hall().redis().restartBehind();
      }),
  REDIS_FROZEN(
      trial -> {
        trial.hall().redis().program().freeze();
        trial.passes(Duration.ofSeconds(6));
        trial.hall().redis().program().thaw();
      }),
  POSTGRES_KILLED(
      trial -> {
        trial.hall().postgres().kill();
        trial.crowd().getsThrough(60);
        trial.hall().postgresAgain();
      }),
  DEPLOY(trial -> trial.hall().nodes().forEach(NodeProgram::renew)),
  DOORS_CUT(trial -> trial.each(NodeProgram::door, Cable::cut)),
  DOOR_HALF_OPEN(trial -> trial.one(NodeProgram::door, Cable::swallow, Duration.ofSeconds(12))),
  DOOR_STALLED(trial -> trial.one(NodeProgram::door, Cable::stall, Duration.ofSeconds(12))),
  DOORS_SLOW(trial -> trial.all(NodeProgram::door, Trial::slow, Duration.ofSeconds(4))),
  DOOR_NARROW(trial -> trial.one(NodeProgram::door, c -> c.narrow(4000), Duration.ofSeconds(6))),
  REDIS_CUT(trial -> trial.each(NodeProgram::redis, Cable::cut)),
  REDIS_SEVERED(trial -> trial.one(NodeProgram::redis, Cable::sever, Duration.ofSeconds(4))),
  REDIS_HALF_OPEN(trial -> trial.one(NodeProgram::redis, Cable::swallow, Duration.ofSeconds(4))),
  REDIS_STALLED(trial -> trial.one(NodeProgram::redis, Cable::stall, Duration.ofSeconds(4))),
  /// A node hears late what the others commit, and everybody comes to it.
  FEED_LATE_AND_DOORS_CUT(
      trial -> {
        var late = trial.node();
        late.redis().stall();
        trial.passes(Duration.ofSeconds(1));
        trial.each(NodeProgram::door, cable -> meet(cable, late));
        trial.passes(Duration.ofSeconds(2));
        late.redis().fine();
      }),
  REDIS_SLOW(trial -> trial.all(NodeProgram::redis, Trial::slow, Duration.ofSeconds(4))),
  REDIS_NARROW(
      trial -> trial.one(NodeProgram::redis, c -> c.narrow(20_000), Duration.ofSeconds(6))),
  POSTGRES_CUT(trial -> trial.each(NodeProgram::postgres, Cable::cut)),
  POSTGRES_HALF_OPEN(
      trial -> trial.one(NodeProgram::postgres, Cable::swallow, Duration.ofSeconds(4))),
  POSTGRES_STALLED(trial -> trial.one(NodeProgram::postgres, Cable::stall, Duration.ofSeconds(4))),
  POSTGRES_SLOW(trial -> trial.all(NodeProgram::postgres, Trial::slow, Duration.ofSeconds(4))),
  /// The answers are lost on the wire, and Redis with them: what is sent again must not happen
  /// twice.
  REDIS_EMPTY_AND_DOORS_CUT(
      trial -> {
        trial.all(NodeProgram::door, Cable::swallow, Duration.ofSeconds(1));
        trial.hall().redis().restartEmpty();
        trial.each(NodeProgram::door, Cable::cut);
      }),
  REDIS_BEHIND_AND_DOORS_CUT(
      trial -> {
        trial.hall().redis().copy();
        trial.crowd().getsThrough(60);
        trial.all(NodeProgram::door, Cable::swallow, Duration.ofSeconds(1));
        trial.hall().redis().restartBehind();
        trial.each(NodeProgram::door, Cable::cut);
      }),
  /// A node dies; a while later Redis comes back empty: what that node committed last stands.
  NODE_KILLED_THEN_REDIS_EMPTY(
      trial -> {
        var node = trial.node();
        node.program().kill();
        trial.crowd().getsThrough(60);
        trial.hall().redis().restartEmpty();
        trial.crowd().getsThrough(60);
        node.begin();
        node.serves();
      });

  private static void meet(Cable door, NodeProgram at) {
    if (door == at.door()) {
      door.cut();
    } else {
      door.sever();
    }
  }

  private final Consumer<Trial> work;

  Fault(Consumer<Trial> work) {
    this.work = work;
  }

  void befall(Trial trial) {
    work.accept(trial);
  }

  /// As a sentence has it.
  String words() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
