package org.linkroom.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a school stands with the agreement of a school year: what has been signed, and for how long
/// it may do without. The network's own rule: signed before the first link-up, by the head here or
/// on paper, or 30 days' grace that the facilitator gives with a reason.
///
/// @param who who signed, or who gave the grace; empty where there is nothing
/// @param until when the grace ends
public record Agreement(
    Kind kind, String who, @Nullable Instant at, @Nullable Instant until, String why) {
  /// For how long a school may do without, once a year.
  public static final Duration GRACE = Duration.ofDays(30);

  /// How it stands.
  public enum Kind {
    /// The head signed it here, clause by clause.
    SIGNED,
    /// The facilitator recorded that it was signed on paper.
    PAPER,
    /// It may be signed later.
    GRACE,
    /// It should have been signed by now.
    OVERDUE,
    /// Nothing has happened.
    NONE;

    /// The word on pages.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One line on record.
  ///
  /// @param kind signed, paper or grace
  public record Line(String kind, String who, Instant at, @Nullable Instant until, String why) {}

  /// How a school stands at a moment, by the lines of one school year. A signature counts more than
  /// a grace, whichever was first.
  public static Agreement of(List<Line> lines, Instant now) {
    return lines.stream()
        .map(line -> of(line, now))
        .min(Comparator.comparing(Agreement::kind))
        .orElse(new Agreement(Kind.NONE, "", null, null, ""));
  }

  private static Agreement of(Line line, Instant now) {
    var until = line.until();
    Kind kind =
        line.kind().equals("signed")
            ? Kind.SIGNED
            : line.kind().equals("paper")
                ? Kind.PAPER
                : until != null && until.isAfter(now) ? Kind.GRACE : Kind.OVERDUE;
    return new Agreement(kind, line.who(), line.at(), until, line.why());
  }

  /// Tell whether its links may plan new sessions.
  public boolean holds() {
    return switch (kind) {
      case SIGNED, PAPER, GRACE -> true;
      case OVERDUE, NONE -> false;
    };
  }

  /// Tell whether nothing is left to sign.
  public boolean signed() {
    return kind == Kind.SIGNED || kind == Kind.PAPER;
  }
}
