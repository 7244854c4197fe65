package org.linkroom.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.linkroom.base.Id;

/// One cycle: a crowd speaks in a room of its own, something befalls the hall, all comes to rest,
/// and the checker says what is wrong.
final class Trial {
  private static final Duration WRITTEN = Duration.ofSeconds(30);

  private final Hall hall;
  private final Crowd crowd;
  private final Id room;
  private final RandomGenerator chance;

  private Trial(Hall hall, RandomGenerator chance) {
    this.hall = hall;
    this.chance = chance;
    room = hall.rehearsal();
    crowd = new Crowd(room, hall.nodes(), chance.nextLong());
  }

  /// What came of a cycle.
  record Verdict(Fault fault, int acknowledged, Duration took, List<String> faults) {}

  /// Let something befall a hall.
  static Verdict run(Fault fault, Hall hall, RandomGenerator chance) {
    long start = System.nanoTime();
    var trial = new Trial(hall, chance);
    var faults = new ArrayList<String>();
    try (var crowd = trial.crowd) {
      try {
        crowd.begin();
        crowd.getsThrough(40);
        fault.befall(trial);
        trial.whole();
        crowd.getsThrough(40);
        crowd.comesToRest(() -> trial.hall.inRedis(trial.room).lines().lastKey());
      } catch (AssertionError never) {
        trial.whole();
        faults.add("stuck: " + never.getMessage());
      }
      faults.addAll(trial.judge());
    }
    var took = Duration.ofNanos(System.nanoTime() - start);
    return new Verdict(fault, trial.crowd.acknowledged(), took, faults);
  }

  private void whole() {
    for (NodeProgram node : hall.nodes()) {
      List.of(node.door(), node.redis(), node.postgres()).forEach(Cable::fine);
    }
  }

  private List<String> judge() {
    var kept = hall.inRedis(room);
    var lines = kept.lines();
    var faults = new ArrayList<>(Checker.faults(crowd.history(), lines, Hall.shown(lines)));
    crowd.turnedAway().forEach(page -> faults.add("turned away: " + page));
    try {
      Program.await("the same", WRITTEN, () -> hall.inPostgres(room).equals(kept));
    } catch (AssertionError never) {
      faults.add(
          "apart: PostgreSQL has other parts than Redis: "
              + hall.inPostgres(room).difference(kept));
    }
    return faults;
  }

  Hall hall() {
    return hall;
  }

  Crowd crowd() {
    return crowd;
  }

  /// Any node.
  NodeProgram node() {
    return hall.nodes().get(chance.nextInt(Hall.NODES));
  }

  /// Do something to one kind of cable at each node.
  void each(Function<NodeProgram, Cable> which, Consumer<Cable> what) {
    hall.nodes().forEach(node -> what.accept(which.apply(node)));
  }

  /// Do something to one kind of cable at each node, and have it fine again after a while.
  void all(Function<NodeProgram, Cable> which, Consumer<Cable> what, Duration howLong) {
    each(which, what);
    passes(howLong);
    each(which, Cable::fine);
  }

  /// The same at any one node.
  void one(Function<NodeProgram, Cable> which, Consumer<Cable> what, Duration howLong) {
    var cable = which.apply(node());
    what.accept(cable);
    passes(howLong);
    cable.fine();
  }

  /// A bad day on a long line.
  static void slow(Cable cable) {
    cable.slow(Duration.ofMillis(60), Duration.ofMillis(120));
  }

  /// Let a fault last: there is nothing to wait for but the time itself.
  void passes(Duration howLong) {
    long end = System.nanoTime() + howLong.toNanos();
    Program.await("time passes", howLong.plusSeconds(5), () -> System.nanoTime() >= end);
  }
}
