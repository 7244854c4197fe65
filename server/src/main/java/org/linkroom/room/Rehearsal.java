package org.linkroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// What the devices of a rehearsal have said: a great room tried out before the day, by robots or
/// by people. Lines are kept in a ring of pages, each a part of its own, so that a line costs the
/// same however many there are.
///
/// @param pages by their place in the ring
/// @param cue when all pages act together next, in the server's time; none before the first cue
public record Rehearsal(SortedMap<Integer, Page> pages, @Nullable Instant cue) {

  /// Nothing was said.
  public static final Rehearsal NONE = new Rehearsal(Collections.emptySortedMap(), null);

  /// One line.
  public record Said(Id by, String text) {}

  /// Lines that follow one another.
  ///
  /// @param number counted from 0; it holds the lines from `number * Limits.PAGE_LINES` on
  public record Page(long number, List<Said> lines) {
    boolean full() {
      return lines.size() >= Limits.PAGE_LINES;
    }

    int place() {
      return (int) (number % Limits.PAGES);
    }

    Page and(Said line) {
      var all = new ArrayList<>(lines);
      all.add(line);
      return new Page(number, List.copyOf(all));
    }

    long first() {
      return number * Limits.PAGE_LINES;
    }
  }

  Rehearsal and(Said line) {
    var last = last();
    var page =
        last == null || last.full()
            ? new Page(last == null ? 0 : last.number() + 1, List.of(line))
            : last.and(line);
    return with(page);
  }

  Rehearsal with(Page page) {
    var next = new TreeMap<>(pages);
    next.put(page.place(), page);
    return new Rehearsal(next, cue);
  }

  Rehearsal at(@Nullable Instant moment) {
    return new Rehearsal(pages, moment);
  }

  private @Nullable Page last() {
    Page last = null;
    for (Page page : pages.values()) {
      last = last == null || page.number() > last.number() ? page : last;
    }
    return last;
  }

  /// The pages that are shown: the last ones, in order.
  Stream<Page> window() {
    var last = last();
    long from = last == null ? 0 : last.number() - Limits.PAGES_SHOWN + 1;
    return last == null
        ? Stream.empty()
        : Stream.iterate(Math.max(0, from), n -> n <= last.number(), n -> n + 1)
            .map(n -> pages.get((int) (n % Limits.PAGES)))
            .filter(page -> page != null && page.number() >= from);
  }
}
