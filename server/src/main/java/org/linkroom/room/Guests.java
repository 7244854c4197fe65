package org.linkroom.room;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;

/// Facilitators and observers: always visible to the adults, never a key.
public record Guests(
    SortedMap<Id, Device> devices, SortedMap<Id, Device> asks, SortedMap<Id, Device> removed) {

  /// Nobody.
  public static final Guests NONE = new Guests(none(), none(), none());

  private static SortedMap<Id, Device> none() {
    return Collections.emptySortedMap();
  }

  Guests in(Device device) {
    return new Guests(and(devices, device), less(asks, device.id()), less(removed, device.id()));
  }

  Guests asking(Device device) {
    return new Guests(devices, and(asks, device), removed);
  }

  Guests out(Device device) {
    var out = and(removed, device);
    forgetOldest(out);
    return new Guests(less(devices, device.id()), less(asks, device.id()), out);
  }

  Guests invited(Device device) {
    var out = new TreeMap<>(removed);
    out.values().removeIf(other -> other.sameAs(device));
    return new Guests(and(devices, device), asks, out);
  }

  Guests without(Id device) {
    return new Guests(less(devices, device), less(asks, device), less(removed, device));
  }

  /// Keep what was sent out within its bound.
  static void forgetOldest(SortedMap<Id, Device> removed) {
    if (removed.size() > Limits.REMOVED) {
      removed.values().stream()
          .min(Comparator.comparing(Device::heard))
          .ifPresent(oldest -> removed.remove(oldest.id()));
    }
  }

  private static SortedMap<Id, Device> and(SortedMap<Id, Device> map, Device device) {
    var next = new TreeMap<>(map);
    next.put(device.id(), device);
    return next;
  }

  private static SortedMap<Id, Device> less(SortedMap<Id, Device> map, Id device) {
    var next = new TreeMap<>(map);
    next.remove(device);
    return next;
  }
}
