package org.linkroom.chaos;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.linkroom.base.Id;
import org.linkroom.people.Passes;

/// The pages of one rehearsal: some say a line every little while, all watch.
final class Crowd implements AutoCloseable {
  static final int SENDERS = 12;
  static final int WATCHERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final int EVERY_MS = 150;

  private final HttpClient http =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final History history = new History();
  private final List<Page> pages;
  private final List<Page> senders;
  private final AtomicInteger[] counts;
  private volatile boolean saying = true;

  /// @param nodes by any of which each page comes in, at random
  Crowd(Id room, List<NodeProgram> nodes, long seed) {
    var passes = new Passes(NodeProgram.SECRET);
    var chance = new SplittableRandom(seed);
    pages =
        IntStream.range(0, SENDERS + WATCHERS)
            .mapToObj(
                i -> {
                  String name = (i < SENDERS ? "s" : "w") + i;
                  var own = chance.split();
                  var world = new Page.World(http, () -> any(nodes, own), history, own);
                  return new Page(name, room, passes.sign(Hall.pass(room, name)), world);
                })
            .toList();
    senders = pages.subList(0, SENDERS);
    counts = senders.stream().map(s -> new AtomicInteger()).toArray(AtomicInteger[]::new);
  }

  private static synchronized NodeProgram any(List<NodeProgram> nodes, RandomGenerator chance) {
    return nodes.get(chance.nextInt(nodes.size()));
  }

  /// Come in, all of them, and begin to speak.
  void begin() {
    pages.forEach(Page::connect);
    var _ =
        clock.scheduleWithFixedDelay(
            () -> pages.forEach(Page::check), 100, 100, TimeUnit.MILLISECONDS);
    Program.await("everybody is in", PATIENCE, () -> pages.stream().allMatch(Page::in));
    var _ = clock.scheduleWithFixedDelay(this::speak, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  private void speak() {
    for (int i = 0; saying && i < senders.size(); i++) {
      var sender = senders.get(i);
      if (sender.say(sender.name() + "-" + counts[i].get())) {
        counts[i].incrementAndGet();
      }
    }
  }

  int acknowledged() {
    return (int) history.all().stream().filter(Seen.Acknowledged.class::isInstance).count();
  }

  /// Wait until so many more lines have been acknowledged.
  void getsThrough(int more) {
    int from = acknowledged();
    Program.await(more + " more lines get through", PATIENCE, () -> acknowledged() >= from + more);
  }

  /// Say nothing more; wait until everything is answered and everybody shows the last line.
  void comesToRest(java.util.function.LongSupplier last) {
    saying = false;
    Program.await(
        "all is answered", PATIENCE, () -> senders.stream().allMatch(s -> s.waiting() == 0));
    Program.await("everybody is in", PATIENCE, () -> pages.stream().allMatch(Page::in));
    long number = last.getAsLong();
    try {
      Program.await(
          "everybody shows the last line",
          Duration.ofSeconds(10),
          () -> pages.stream().allMatch(page -> page.lastLine() == number));
    } catch (AssertionError late) {
      // The checker says who does not, and what is missing there.
    }
  }

  List<Seen> history() {
    return history.all();
  }

  /// The pages whose line was ended for good, which no trial means to do.
  List<String> turnedAway() {
    var names = new ArrayList<String>();
    pages.stream().filter(Page::over).forEach(page -> names.add(page.name()));
    return names;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    pages.forEach(Page::close);
    http.shutdownNow();
  }
}
