package org.linkroom.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// For how long an adult's devices were connected: the union of their stays, so that two devices at
/// once count once. It says nothing about where she was.
public final class Connected {
  private Connected() {}

  /// One stay of one device; `to` is not before `from`.
  public record Stay(Instant from, Instant to) {}

  /// How long at least one of the stays lasted, in whole minutes, rounded up.
  public static long minutes(List<Stay> stays) {
    var sorted = new ArrayList<>(stays);
    sorted.sort(Comparator.comparing(Stay::from));
    var total = Duration.ZERO;
    Instant until = Instant.MIN;
    for (Stay stay : sorted) {
      Instant from = stay.from().isAfter(until) ? stay.from() : until;
      if (stay.to().isAfter(from)) {
        total = total.plus(Duration.between(from, stay.to()));
        until = stay.to();
      }
    }
    return (total.toSeconds() + 59) / 60;
  }
}
