package org.linkroom.activity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// What an activity knows of the room around it.
///
/// @param parties the classes, in the link's own order
/// @param starts which of them starts today; it alternates over the link's year
/// @param turn who is to speak, by the segment's rule
/// @param since when the segment began
/// @param lost the class whose question was not chosen last; nothing where there was no vote yet
public record Scene(List<Party> parties, Id starts, Turn turn, Instant since, @Nullable Id lost) {

  /// One class.
  ///
  /// @param rank its place in the link: its colour and shape, never its size
  public record Party(Id id, int rank, String label) {}

  /// Who is to speak in a segment.
  public enum Turn {
    /// All at once.
    BOTH,
    /// The class that starts speaks for as long as it takes, then the other, and no more.
    EACH,
    /// One after the other, again and again.
    ALTERNATE;

    /// As it stands in plans and on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The classes, the one that starts first.
  public List<Party> inTurn() {
    return parties.stream()
        .sorted(
            Comparator.comparing((Party party) -> !party.id().equals(starts))
                .thenComparing(Party::rank))
        .toList();
  }

  /// Tell whether a class is of this room.
  public boolean has(Id classId) {
    return parties.stream().anyMatch(party -> party.id().equals(classId));
  }
}
