package org.linkroom.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.people.Person;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;

/// A session as one adult reads of it: with whom, when, and the one thing to press.
public record SessionRow(Session session, LinkView link, Person me, Instant now) {

  /// The classes of which this adult is one of the adults.
  public List<ClassView> mine() {
    return link.mine(me);
  }

  /// The others.
  public List<ClassView> partners() {
    return link.partners(me);
  }

  /// Tell whether it is on today's date in London.
  public boolean today() {
    return SchoolClock.sameDay(session.starts(), now);
  }

  /// Tell whether this adult may go in now: on the day, while it is not over.
  public boolean enterable() {
    return session.lets(now) && (!mine().isEmpty() || link.looksIn(me));
  }

  /// Tell whether it waits for the yes of this adult's class.
  public boolean waitsForUs() {
    return session.waitsFor(mine().stream().map(ClassView::id).toList());
  }

  /// Tell whether it waits for this adult's own yes, who may plan for her class.
  public boolean waitsForMe() {
    return waitsForUs() && link.plans(me);
  }

  /// Tell whether this adult may name somebody who stands in for a class's own adult.
  public boolean covers() {
    return !session.state().over()
        && link.classes().stream().anyMatch(c -> link.mayCover(me, c.id()));
  }

  /// Minutes until the start, the last one begun counted whole; 0 or less once it has begun.
  public long minutesUntil() {
    return Math.ceilDiv(Duration.between(now, session.starts()).toSeconds(), 60);
  }
}
