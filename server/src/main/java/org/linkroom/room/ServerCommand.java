package org.linkroom.room;

import java.time.Instant;
import java.util.List;
import org.linkroom.base.Id;

/// What the server tells a room: its plan, its devices' coming and going, the passing of time.
public sealed interface ServerCommand extends Command.FromServer {

  /// The plan of the session, at the beginning and whenever it is moved.
  record Planned(Plan plan) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      if (room.head().phase().over()) {
        return new Decision.Next(room, List.of());
      }
      var was = room.head();
      var fresh = plan.head().lock(was.locked());
      boolean early = was.phase() != Phase.LIVE && now.isBefore(fresh.opens());
      Phase phase = was.phase() == Phase.LIVE ? Phase.LIVE : early ? Phase.LOBBY : Phase.OPEN;
      Room next = room.with(fresh.at(phase));
      for (Side.Profile profile : plan.sides()) {
        var side = next.side(profile.classId());
        if (side == null) {
          next = next.with(Side.of(profile));
        } else if (!side.profile().equals(profile)) {
          next = next.change(profile.classId(), b -> renamed(b, profile));
        }
      }
      next = next.with(next.running().planned(plan.lesson()));
      boolean same =
          next.head().equals(was)
              && next.sides().equals(room.sides())
              && next.running().equals(room.running());
      return new Decision.Next(same ? room : next, List.of());
    }

    /// A school may have become stricter since the promise was made.
    private static Side.Builder renamed(Side.Builder b, Side.Profile profile) {
      b.adult = b.adult.equals(b.profile.lead()) ? profile.lead() : b.adult;
      b.profile = profile;
      if (b.promise != null && b.promise.compareTo(profile.ceiling()) > 0) {
        b.promise = profile.ceiling();
      }
      if (b.next != null && b.next.promise().compareTo(profile.ceiling()) > 0) {
        b.next = null;
      }
      return b;
    }
  }

  /// The session will not take place.
  record Cancelled(String why) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      if (room.head().phase().over()) {
        return new Decision.Next(room, List.of());
      }
      return new Decision.Next(
          room.with(room.head().over(Phase.CANCELLED, why)), List.of(Line.of("room.cancel")));
    }
  }

  /// A device has opened its socket with a good pass.
  record Came(Member member) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      return Coming.came(room, member, now);
    }
  }

  /// A device has not been heard for ten seconds.
  record Gone(Id device, Instant lastHeard) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      return Going.gone(room, device, lastHeard);
    }
  }

  /// An adult has signed out everywhere: her devices are sent out.
  record SignedOut(Id person) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      return Going.signedOut(room, person);
    }
  }

  /// An adult's part here has ended: her devices are sent out, and whatever she comes by stays out.
  record Left(Id person) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      return Going.left(room, person);
    }
  }

  /// A class has taken a cover pass back: the adult who came by it is sent out, and stays out.
  ///
  /// @param pass what her devices know her by
  record Withdrawn(Id classId, Id pass, String name) implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      return Going.withdrawn(room, this);
    }
  }

  /// Time has passed; there is nothing else to say.
  record Tick() implements ServerCommand {
    @Override
    public Decision decide(Room room, Instant now) {
      return new Decision.Next(room, List.of());
    }
  }
}
