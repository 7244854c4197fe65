package org.linkroom.web;

import java.util.ArrayList;
import java.util.List;
import org.linkroom.network.LinkView;
import org.linkroom.room.Rooms;
import org.linkroom.room.ServerCommand;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;
import org.linkroom.session.Swaps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a session's rooms what has been decided on a page. A class swap has several.
record RoomsTold(Sessions sessions, Swaps swaps, RoomPlans plans, Rooms rooms) {
  private static final Logger LOG = LoggerFactory.getLogger(RoomsTold.class);

  static RoomsTold of(Door.Needs needs) {
    var swaps = new Swaps(needs.records(), needs.links());
    return new RoomsTold(needs.sessions(), swaps, needs.plans(), needs.rooms());
  }

  /// A link's rooms of today have other pictures, or other questions to open with.
  void lesson(Visit visit, LinkView link) {
    for (var session : sessions.ofLink(link.id()).await()) {
      if (session.lets(visit.now()) && session.linkUp()) {
        planned(session);
      }
    }
  }

  /// A session's rooms go by its plan as it is now.
  void planned(Session session) {
    swaps.follow(session.id()).await();
    for (Session room : roomsOf(session)) {
      tell(room, new ServerCommand.Planned(plans.plan(room).await()));
    }
  }

  /// All of a session's rooms hear the same.
  void say(Session session, ServerCommand command) {
    roomsOf(session).forEach(room -> tell(room, command));
  }

  private List<Session> roomsOf(Session session) {
    var all = new ArrayList<>(List.of(session));
    all.addAll(sessions.beside(session.id()).await());
    return all;
  }

  /// A room that nobody has been in yet reads its plan when somebody comes; so a lost word here is
  /// only worth a line.
  private void tell(Session room, ServerCommand command) {
    rooms
        .tell(room.id(), command)
        .onFailure(fault -> LOG.info("session={} told=no why={}", room.id(), fault.getMessage()));
  }
}
