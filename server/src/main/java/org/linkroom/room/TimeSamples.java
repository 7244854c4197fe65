package org.linkroom.room;

import java.util.ArrayDeque;

/// What is known of a server's time here: of the last eight exchanges the one is believed whose
/// error can be the least. All in nanoseconds; ours never jump, theirs are since 1970.
final class TimeSamples {
  private static final int KEPT = 8;

  /// How far our clock may run off while nobody asks: a part of so many.
  private static final long DRIFT = 20_000;

  /// Theirs are whole microseconds, rounded down.
  private static final long GRAIN = 1000;

  private final ArrayDeque<Sample> samples = new ArrayDeque<>();
  private volatile Sample best = new Sample(0, Long.MAX_VALUE / 4, 0);

  /// Their time minus ours, by half a wider span at most off, as we knew it then.
  private record Sample(long offset, long half, long at) {
    long error(long now) {
      return half + Math.abs(now - at) / DRIFT;
    }

    boolean fits(Sample newer) {
      return Math.abs(offset - newer.offset) <= error(newer.at) + newer.half;
    }
  }

  /// Take one exchange. Whatever the ways there and back took, their time minus ours was between
  /// `theirs - got` and `theirs + GRAIN - sent`.
  synchronized void sample(long sent, long theirs, long got) {
    if (got < sent) {
      return;
    }
    long offset = theirs - sent - (got - sent - GRAIN) / 2;
    var sample = new Sample(offset, (got - sent + GRAIN) / 2, sent);
    if (!samples.stream().allMatch(one -> one.fits(sample))) {
      // No time of theirs fits both: their clock was set, or another server keeps it now.
      samples.clear();
    }
    samples.add(sample);
    if (samples.size() > KEPT) {
      samples.remove();
    }
    best = samples.stream().reduce(sample, (a, b) -> b.error(got) < a.error(got) ? b : a);
  }

  /// Their time at a moment of ours.
  long theirs(long ours) {
    return ours + best.offset();
  }

  /// By how much that is off at most.
  long within(long ours) {
    return best.error(ours);
  }
}
