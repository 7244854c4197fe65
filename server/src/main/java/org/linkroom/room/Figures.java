package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;

/// What a node counts and times of its rooms, for whoever keeps it running. Few, and none by room,
/// school, class or person: a figure of one class would be a record of children. Each is found
/// once, here, so that counting on a room's loop looks nothing up and allocates nothing.
public final class Figures {
  private static final long[] WORK_US = {100, 250, 500, 1000, 2500, 5000, 10_000, 50_000, 250_000};
  private static final long[] WAIT_MS = {1, 2, 5, 10, 20, 50, 100, 250, 500, 1000, 5000};

  private final MeterRegistry registry;
  private final Timer show;
  private final Timer late;
  private final Timer commit;
  private final Counter retries;
  private final Timer lag;
  private final Counter gaps;
  private final AtomicInteger slow = new AtomicInteger();
  private final Counter joins;
  private final Counter accepted;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
  private final Map<Goodbye, Counter> goodbyes = new EnumMap<>(Goodbye.class);

  /// Make them, all at nought.
  public Figures(MeterRegistry registry) {
    this.registry = registry;
    show = timer("show", "How long one showing of a room to its pages takes its loop", work());
    late = timer("tick.late", "How much later than planned a room's tick comes", waits());
    commit = timer("commit", "How long Redis takes to answer one commit of a room", waits());
    retries = counter("commit.retries", "Commits that another node's had overtaken, decided again");
    lag = timer("feed.lag", "From a node's publishing in Redis to its own hearing of it", waits());
    gaps = counter("feed.gaps", "Rooms read anew since something of their feed may be missing");
    joins = counter("joins", "Pages welcomed into a room");
    accepted = counter("commands.accepted", "People's commands answered with ok");
    for (Refusal why : Refusal.values()) {
      refused.put(why, refusals(why));
    }
    for (Goodbye why : Goodbye.values()) {
      goodbyes.put(why, goodbyes(why));
    }
  }

  private Counter refusals(Refusal why) {
    return Counter.builder("linkroom.commands.refused")
        .description("People's commands answered with a refusal, by its code")
        .tag("code", why.code())
        .register(registry);
  }

  private Counter goodbyes(Goodbye why) {
    return Counter.builder("linkroom.goodbyes")
        .description("Connections that the server ended, by why")
        .tag("code", Short.toString(why.code()))
        .tag("why", why.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private Counter counter(String name, String help) {
    return Counter.builder("linkroom." + name).description(help).register(registry);
  }

  private Timer timer(String name, String help, Duration[] steps) {
    return Timer.builder("linkroom." + name)
        .description(help)
        .serviceLevelObjectives(steps)
        .register(registry);
  }

  private static Duration[] work() {
    return LongStream.of(WORK_US)
        .mapToObj(us -> Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(us)))
        .toArray(Duration[]::new);
  }

  private static Duration[] waits() {
    return LongStream.of(WAIT_MS).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  /// Read a figure whenever somebody asks: how many there are now of something.
  public void watch(String name, String help, Supplier<Number> now) {
    Gauge.builder("linkroom." + name, now)
        .description(help)
        .strongReference(true)
        .register(registry);
  }

  /// Watch what a node holds and what waits there.
  void watch(Actors actors, Journal journal) {
    watch("rooms", "Rooms that this node holds", () -> actors.all().size());
    watch("members", "Devices that have a place in a room at this node", actors::places);
    watch("outbox.slow", "Pages that are too slow now to be sent more", slow::get);
    watch("journal.waiting", "Commits that PostgreSQL does not have yet", journal::waiting);
    watch("journal.bytes", "Bytes of the commits that wait for PostgreSQL", journal::bytes);
    watch(
        "journal.age.seconds",
        "How long the oldest commit has waited for PostgreSQL",
        () -> journal.age().toMillis() / 1000.0);
  }

  /// A room was shown to its pages, which took so many nanoseconds of its loop.
  void shown(long took) {
    show.record(took, TimeUnit.NANOSECONDS);
  }

  /// A tick came so many nanoseconds later than planned.
  void ticked(long after) {
    late.record(Math.max(0, after), TimeUnit.NANOSECONDS);
  }

  /// Redis answered a commit after so many nanoseconds.
  void committed(long took) {
    commit.record(took, TimeUnit.NANOSECONDS);
  }

  /// Somebody else's commit was first.
  void overtaken() {
    retries.increment();
  }

  /// The feed brought a message of this node's own back after so many nanoseconds.
  void heard(long after) {
    lag.record(after, TimeUnit.NANOSECONDS);
  }

  /// A room is read anew, for something of its feed may be missing.
  void missed() {
    gaps.increment();
  }

  /// A page was welcomed for the first time.
  void joined() {
    joins.increment();
  }

  /// A person's command was answered; nothing is ok.
  public void answered(Optional<Refusal> why) {
    why.map(refused::get).orElse(accepted).increment();
  }

  /// A page cannot take what is sent to it; nothing more waits for it than does already.
  public void slowed() {
    slow.incrementAndGet();
  }

  /// A page that could not take more can again, or has gone.
  public void slowNoMore() {
    slow.decrementAndGet();
  }

  /// The server ended a connection.
  public void ended(Goodbye why) {
    requireNonNull(goodbyes.get(why)).increment();
  }
}
