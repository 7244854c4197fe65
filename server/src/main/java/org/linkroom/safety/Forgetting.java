package org.linkroom.safety;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.linkroom.records.Records;
import org.linkroom.session.SchoolClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets what `Retention` says is due: all of it at the start and each night at three in London,
/// what holds or counts ways in also every ten minutes. Every node does it; none waits for another.
public final class Forgetting {
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
  private static final LocalTime QUIET = LocalTime.of(3, 0);
  private static final Duration SOON = Duration.ofMinutes(10);

  private final Vertx vertx;
  private final Records records;
  private final InstantSource clock;
  private final Kept kept;
  private boolean stopped;

  /// Make it; nothing runs before `start`.
  public Forgetting(Vertx vertx, Records records, InstantSource clock) {
    this.vertx = vertx;
    this.records = records;
    this.clock = clock;
    kept = new Kept(records);
  }

  /// Begin.
  public void start() {
    run();
    soon();
    tonight();
  }

  private void soon() {
    again(SOON, Retention.RULES.stream().filter(Retention.Rule::soon).toList(), this::soon);
  }

  private void tonight() {
    Instant now = clock.instant();
    again(Duration.between(now, nextQuiet(now)), Retention.RULES, this::tonight);
  }

  private void again(Duration wait, List<Retention.Rule> rules, Runnable next) {
    vertx.setTimer(
        Math.max(1000, wait.toMillis()),
        t -> {
          if (!stopped) {
            run(rules).onComplete(done -> next.run());
          }
        });
  }

  /// The next three o'clock of a London night.
  static Instant nextQuiet(Instant now) {
    var local = now.atZone(SchoolClock.LONDON);
    var tonight = local.toLocalDate().atTime(QUIET).atZone(SchoolClock.LONDON);
    return (tonight.isAfter(local)
            ? tonight
            : tonight.toLocalDate().plusDays(1).atTime(QUIET).atZone(SchoolClock.LONDON))
        .toInstant();
  }

  /// Forget all that is due now.
  public Future<Void> run() {
    return run(Retention.RULES);
  }

  /// One after the other; one that fails keeps none of the others up.
  private Future<Void> run(List<Retention.Rule> rules) {
    return kept.all()
        .compose(times -> timed(Kept.timed(rules, times)))
        .recover(
            fault -> {
              LOG.warn("forget=all fault={}", fault.getMessage());
              return Future.succeededFuture();
            });
  }

  private Future<Void> timed(List<Retention.Rule> rules) {
    Future<Void> last = Future.succeededFuture();
    for (Retention.Rule rule : rules) {
      last =
          last.compose(done -> forget(rule, 0))
              .recover(
                  fault -> {
                    LOG.warn("forget=\"{}\" fault={}", rule.what(), fault.getMessage());
                    return Future.succeededFuture();
                  });
    }
    return last;
  }

  private Future<Void> forget(Retention.Rule rule, int before) {
    if (stopped) {
      return Future.succeededFuture();
    }
    return records
        .change(rule.sql(), clock.instant().minus(rule.kept()).atOffset(ZoneOffset.UTC))
        .compose(
            rows -> {
              int all = before + rows;
              if (rows == Retention.AT_ONCE) {
                return forget(rule, all);
              }
              if (all > 0) {
                LOG.info("forgotten=\"{}\" rows={}", rule.what(), all);
                return kept.erased(rule.what(), clock.instant(), all);
              }
              return Future.succeededFuture();
            });
  }

  /// Stop after what runs now.
  public void stop() {
    stopped = true;
  }
}
