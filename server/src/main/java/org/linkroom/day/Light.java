package org.linkroom.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.room.Door;
import org.linkroom.room.Room;
import org.linkroom.room.Side;
import org.linkroom.session.Session;

/// How a session stands, by what is really so: a colour, why, which classes it is about, and for
/// how many whole minutes. Red needs somebody now, amber may soon.
///
/// @param classes labels in the link's order; none where it is about all of them
/// @param minutes how long it has been so, or how late it is; nought where that says nothing
public record Light(Colour colour, Why why, List<String> classes, long minutes) {
  /// A class that is not here a minute or two after the time is looking for its cable.
  public static final Duration LATE = Duration.ofMinutes(3);

  /// From so long before the start a class that is not here is worth a look.
  public static final Duration SOON = Duration.ofMinutes(5);

  /// From so long before the start a proposal that nobody answered is worth a call.
  public static final Duration ANSWER = Duration.ofHours(2);

  /// In the order in which they are looked at: the first needs somebody most.
  public enum Colour {
    RED,
    AMBER,
    GREEN,
    /// Nothing goes on: it is later today, or over.
    REST;

    /// The word in styles and sentences.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is so.
  public enum Why {
    PLANNED,
    UNANSWERED,
    OPENING,
    WAITING,
    LATE,
    ADULTLESS,
    NOBODY,
    UNREADY,
    READY,
    LOST,
    GONE,
    ASKING,
    COVERED,
    POOR,
    WELL,
    UNSEEN,
    ENDED,
    MISSED,
    CANCELLED;

    /// The end of its sentence's key.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Say how it stands.
  public static Light of(Sight sight, Instant now) {
    var session = sight.session();
    return switch (session.state()) {
      case CANCELLED -> about(Colour.REST, Why.CANCELLED);
      case ENDED -> ended(session);
      case PROPOSED -> proposed(sight, now);
      case LIVE -> sight.room().map(room -> met(sight, room, now)).orElse(unseen());
      case AGREED, OPEN ->
          sight.room().filter(room -> room.door().lets()).isPresent()
              ? met(sight, sight.room().get(), now)
              : before(sight, now);
    };
  }

  private static Light about(Colour colour, Why why) {
    return new Light(colour, why, List.of(), 0);
  }

  private static Light unseen() {
    return about(Colour.AMBER, Why.UNSEEN);
  }

  private static Light ended(Session session) {
    boolean missed = session.liveAt() == null && !session.teachersCall();
    return missed ? about(Colour.AMBER, Why.MISSED) : about(Colour.REST, Why.ENDED);
  }

  private static Light proposed(Sight sight, Instant now) {
    boolean soon = !now.isBefore(sight.session().starts().minus(ANSWER));
    return soon ? about(Colour.AMBER, Why.UNANSWERED) : about(Colour.REST, Why.PLANNED);
  }

  /// The classes have not met yet.
  private static Light before(Sight sight, Instant now) {
    Instant starts = sight.session().starts();
    var missing = sight.keyless();
    boolean nobody = sight.room().isEmpty() || missing.size() == sight.sides().size();
    if (now.isBefore(starts)) {
      boolean soon = !now.isBefore(starts.minus(SOON));
      if (nobody || !missing.isEmpty()) {
        return soon
            ? new Light(Colour.AMBER, Why.WAITING, nobody ? List.of() : labels(missing), 0)
            : about(Colour.REST, nobody ? Why.PLANNED : Why.OPENING);
      }
      return about(Colour.GREEN, Why.READY);
    }
    return late(sight, missing, nobody, Duration.between(starts, now));
  }

  private static Light late(Sight sight, List<Side> missing, boolean nobody, Duration by) {
    Colour colour = by.compareTo(LATE) < 0 ? Colour.AMBER : Colour.RED;
    if (nobody) {
      return new Light(colour, Why.NOBODY, List.of(), by.toMinutes());
    }
    if (missing.isEmpty()) {
      var unready = sight.sides().stream().filter(side -> !side.ready()).toList();
      return new Light(Colour.AMBER, Why.UNREADY, labels(unready), by.toMinutes());
    }
    Why why = missing.stream().allMatch(Sight::anybody) ? Why.ADULTLESS : Why.LATE;
    return new Light(colour, why, labels(missing), by.toMinutes());
  }

  /// The door has been open.
  private static Light met(Sight sight, Room room, Instant now) {
    return switch (room.door()) {
      case Door.Shut shut -> shut(sight, shut, now);
      case Door.Asking asking ->
          new Light(Colour.AMBER, Why.ASKING, labels(sight, Set.of(asking.about())), 0);
      case Door.Held held -> open(sight, now);
      case Door.Open open -> open(sight, now);
    };
  }

  private static Light shut(Sight sight, Door.Shut shut, Instant now) {
    long minutes = Math.max(0, Duration.between(shut.since(), now).toMinutes());
    var missing = sight.keyless();
    if (missing.isEmpty()) {
      var unready = sight.sides().stream().filter(side -> !side.ready()).toList();
      return new Light(Colour.AMBER, Why.UNREADY, labels(unready), minutes);
    }
    Why why = missing.stream().anyMatch(Sight::anybody) ? Why.LOST : Why.GONE;
    return new Light(Colour.RED, why, labels(missing), minutes);
  }

  private static Light open(Sight sight, Instant now) {
    var covered = sight.sides().stream().filter(Side::covered).toList();
    if (!covered.isEmpty()) {
      return new Light(Colour.AMBER, Why.COVERED, labels(covered), 0);
    }
    if (!sight.poor().isEmpty()) {
      return new Light(Colour.AMBER, Why.POOR, labels(sight, sight.poor()), 0);
    }
    Instant since = sight.session().liveAt();
    long minutes = since == null ? 0 : Math.max(0, Duration.between(since, now).toMinutes());
    return new Light(Colour.GREEN, Why.WELL, List.of(), minutes);
  }

  private static List<String> labels(List<Side> sides) {
    return sides.stream().map(side -> side.profile().label()).toList();
  }

  private static List<String> labels(Sight sight, Set<Id> classes) {
    return labels(sight.sides().stream().filter(s -> classes.contains(s.classId())).toList());
  }

  /// Tell whether its page is worth looking into: while it is not over.
  public boolean on() {
    return colour != Colour.REST && why != Why.MISSED;
  }
}
