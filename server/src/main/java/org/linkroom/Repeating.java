package org.linkroom;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import org.linkroom.calendar.Kindness;
import org.linkroom.calendar.Leading;
import org.linkroom.calendar.Post;
import org.linkroom.calendar.Reminding;
import org.linkroom.calendar.Telling;
import org.linkroom.calendar.Unread;
import org.linkroom.people.Hashes;
import org.linkroom.records.Records;
import org.linkroom.report.Recording;
import org.linkroom.room.RoomTimes;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Forgetting;
import org.linkroom.session.Clockwork;
import org.linkroom.year.Asking;

/// What every node does again and again without being asked; whichever comes first does it.
final class Repeating {
  private Repeating() {}

  /// Begin all of it; each is stopped by closing it.
  static List<AutoCloseable> start(
      Vertx vertx, Records records, Rooms rooms, RoomTimes times, InstantSource clock) {
    var clockwork = new Clockwork(vertx, records, rooms, times, clock);
    clockwork.start();
    var forgetting = new Forgetting(vertx, records, clock);
    forgetting.start();
    return List.of(clockwork::stop, forgetting::stop, Recording.start(vertx, records, clock));
  }

  /// Begin what writes mails.
  static List<AutoCloseable> start(Post post, Hashes hashes) {
    return List.of(
        new Telling(post).start(),
        new Reminding(post).start(),
        new Leading(post).start(),
        new Kindness(post).start(),
        new Asking(post).start(),
        new Unread(post, hashes).start());
  }
}
