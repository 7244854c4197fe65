package org.linkroom.room;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.linkroom.base.Limits;
import org.linkroom.redis.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This node's lease, and the judging of the others'. Devices hang on their node; a node whose
/// lease has gone takes them with it. After Redis was away no lease is judged before every node had
/// time to renew its own.
final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final long RENEW_MS = 2000;

  private final Node node;
  private final Supplier<Set<String>> others;
  private final Consumer<String> gone;
  private volatile Instant judgeFrom = Instant.EPOCH;
  private long timer = -1;

  /// @param others the nodes on which devices of our rooms hang
  /// @param gone is told the name of each node whose lease has gone
  Leases(Node node, Supplier<Set<String>> others, Consumer<String> gone) {
    this.node = node;
    this.others = others;
    this.gone = gone;
  }

  /// Take ours and keep it.
  Future<Void> start() {
    timer = node.vertx().setPeriodic(RENEW_MS, t -> again());
    return renew();
  }

  /// Redis may have been away until now.
  void bePatient() {
    judgeFrom = node.clock().instant().plus(LEASE);
  }

  /// Let ours run out when whoever sat here has had the time to come back by another node: a node
  /// that is renewed makes nobody leave and come.
  Future<Void> end() {
    node.vertx().cancelTimer(timer);
    return keep(Limits.GONE);
  }

  private Future<Void> renew() {
    return keep(LEASE);
  }

  private Future<Void> keep(Duration life) {
    return node.redis()
        .send(Command.SET, Keys.lease(node.name()), "1", "PX", Long.toString(life.toMillis()))
        .mapEmpty();
  }

  private void again() {
    renew().onFailure(away -> bePatient());
    if (!node.clock().instant().isBefore(judgeFrom)) {
      others.get().forEach(this::judge);
    }
  }

  private void judge(String other) {
    node.redis()
        .send(Command.EXISTS, Keys.lease(other))
        .onSuccess(
            answer -> {
              if (requireNonNull(answer.toInteger()) == 0) {
                LOG.info("node={} lease=gone", other);
                gone.accept(other);
              }
            });
  }
}
