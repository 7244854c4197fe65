package org.linkroom.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.people.Person;
import org.linkroom.session.SchoolClock;
import org.linkroom.session.Session;
import org.linkroom.session.SessionState;

/// A session as one adult reads of it: with whom, when, and the one thing to press.
public record SessionRow(
    Session session, LinkView link, List<ClassView> mine, List<ClassView> partners, Instant now) {

  static SessionRow of(Session session, LinkView link, Person person, Instant now) {
    return new SessionRow(session, link, link.mine(person), link.partners(person), now);
  }

  /// Tell whether it is on today's date in London.
  public boolean today() {
    return SchoolClock.sameDay(session.starts(), now);
  }

  /// Tell whether this adult may go in now.
  public boolean enterable() {
    return session.lets(now);
  }

  /// Tell whether it waits for this adult's yes.
  public boolean waitsForMe() {
    return session.state() == SessionState.PROPOSED
        && !mine.isEmpty()
        && mine.stream().noneMatch(c -> c.id().equals(session.byClass()));
  }

  /// Minutes until the start; negative once it has begun.
  public long minutesUntil() {
    return Duration.between(now, session.starts()).toMinutes();
  }
}
