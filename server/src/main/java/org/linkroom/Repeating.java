package org.linkroom;

import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;
import org.linkroom.report.Recording;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Forgetting;
import org.linkroom.session.Clockwork;

/// What every node does again and again without being asked; whichever comes first does it.
final class Repeating {
  private Repeating() {}

  /// What it needs.
  ///
  /// @param url where the pages are, for the links in mails
  record Needs(
      Vertx vertx,
      Records records,
      Rooms rooms,
      Mailer mailer,
      Settings settings,
      String url,
      InstantSource clock) {}

  /// Begin all of it; each is stopped by closing it.
  static List<AutoCloseable> start(Needs of) {
    var clockwork =
        new Clockwork(of.vertx(), of.records(), of.rooms(), of.settings().room(), of.clock());
    clockwork.start();
    var forgetting = new Forgetting(of.vertx(), of.records(), of.clock());
    forgetting.start();
    return List.of(
        clockwork::stop, forgetting::stop, Recording.start(of.vertx(), of.records(), of.clock()));
  }
}
