package org.linkroom.web;

import org.linkroom.network.LinkView;
import org.linkroom.room.Rooms;
import org.linkroom.room.ServerCommand;
import org.linkroom.session.RoomPlans;
import org.linkroom.session.Sessions;

/// Tells a link's rooms of today that their lesson has other pictures, or other questions to open
/// with.
record RoomsTold(Sessions sessions, RoomPlans plans, Rooms rooms) {
  void lesson(Visit visit, LinkView link) {
    for (var session : sessions.ofLink(link.id()).await()) {
      if (session.lets(visit.now()) && !session.teachersCall()) {
        SessionHandler.tell(rooms, session, new ServerCommand.Planned(plans.plan(session).await()));
      }
    }
  }
}
