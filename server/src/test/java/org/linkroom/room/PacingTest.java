package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Soon;

/// A great room's commits keep a distance; a small room's do not.
class PacingTest {
  private static final int GREAT = 1_000;

  private final Vertx vertx = Vertx.vertx();
  private final Mailbox mailbox = new Mailbox();

  @AfterEach
  void stop() {
    Soon.get(vertx.close());
  }

  @Test
  void aSmallRoomMayAlways() {
    var pacing = new Pacing(vertx, Runnable::run, () -> {});
    pacing.begins();
    assertThat(pacing.may(30, mailbox)).isTrue();
  }

  @Test
  void aGreatRoomMayAfterAQuietMoment() {
    assertThat(new Pacing(vertx, Runnable::run, () -> {}).may(GREAT, mailbox)).isTrue();
  }

  @Test
  void whoeverHadToWaitMayWhenToldThatItMay() {
    var pacing = new AtomicReference<Pacing>();
    var may = Promise.<Boolean>promise();
    pacing.set(
        new Pacing(vertx, Runnable::run, () -> may.complete(pacing.get().may(GREAT, mailbox))));
    pacing.get().begins();
    assertThat(pacing.get().may(GREAT, mailbox)).isFalse();
    assertThat(Soon.get(may.future())).isTrue();
  }
}
