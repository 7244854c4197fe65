package org.linkroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linkroom.testing.Cast.KHAN_LAPTOP;
import static org.linkroom.testing.Cast.REED_LAPTOP;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.linkroom.base.Id;
import org.linkroom.room.Room;
import org.linkroom.room.RoomCommand;
import org.linkroom.testing.FakePage;
import org.linkroom.testing.Servers;
import org.linkroom.testing.TestNode;

/// A node that hears late what the others commit.
class LaggingNodeTest {
  private final Id room = TestNode.planned();

  @Test
  void aPageThatComesBackByItIsShownNothingOlderThanItSaw() {
    String redis = Servers.redis();
    int port = Integer.parseInt(redis.substring(redis.lastIndexOf(':') + 1));
    String database = Servers.database();
    try (var cable = new Cable(port, new SplittableRandom(1));
        var ahead = TestNode.start(redis, database);
        var behind = TestNode.start(redis.replace(":" + port, ":" + cable.port()), database)) {
      var khan = FakePage.joins(ahead.rooms(), room, KHAN_LAPTOP).sees("/own/ceiling", "wide");
      var reed = FakePage.joins(behind.rooms(), room, REED_LAPTOP).sees("/own/ceiling", "wide");
      cable.stall();
      assertThat(khan.says(new RoomCommand.Say("heard late"))).isEmpty();
      khan.until("its note", page -> !page.document().path("notes").isEmpty());
      var back = FakePage.joins(behind.rooms(), room, KHAN_LAPTOP, khan.version());
      var looked = new CompletableFuture<Optional<Room>>();
      behind.rooms().look(room, looked::complete);
      assertThat(looked.join().orElseThrow().notes().list()).isEmpty();
      assertThat(back.welcomes()).isZero();
      cable.fine();
      back.until("its note", page -> !page.document().path("notes").isEmpty());
      assertThat(back.welcomes()).isEqualTo(1);
      reed.until("the note", page -> !page.document().path("notes").isEmpty());
    }
  }
}
