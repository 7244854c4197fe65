package org.linkroom.room;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

/// Places that are shown the same. A frame goes to all of them with one task for each loop that
/// holds sockets, not one a socket.
final class Crowd {
  private final Set<Showing.Place> places = new LinkedHashSet<>();
  private Map<Executor, List<Seat>> byLoop = Map.of();
  private boolean changed;

  void add(Showing.Place place) {
    changed |= places.add(place);
  }

  void remove(Showing.Place place) {
    changed |= places.remove(place);
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  Showing.Place any() {
    return places.iterator().next();
  }

  List<Showing.Place> all() {
    return List.copyOf(places);
  }

  /// Send it to all and let it go.
  void show(Frame frame) {
    if (changed) {
      // A new map each time: a loop may still be busy with the old one.
      byLoop =
          places.stream()
              .map(place -> place.seat)
              .collect(Collectors.groupingBy(Seat::loop, Collectors.toCollection(ArrayList::new)));
      changed = false;
    }
    byLoop.forEach((loop, seats) -> show(frame.retain(), loop, seats));
    frame.release();
  }

  private static void show(Frame frame, Executor loop, List<Seat> seats) {
    try {
      loop.execute(
          () -> {
            for (Seat seat : seats) {
              seat.show(frame);
            }
            frame.release();
          });
    } catch (RejectedExecutionException stopping) {
      frame.release();
    }
  }

  /// Send a frame to one and let it go.
  static void showOne(Frame frame, Seat seat) {
    show(frame, seat.loop(), List.of(seat));
  }
}
