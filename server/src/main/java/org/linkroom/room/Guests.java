package org.linkroom.room;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linkroom.base.Id;

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
    return new Guests(less(devices, device.id()), less(asks, device.id()), and(removed, device));
  }

  Guests without(Id device) {
    return new Guests(less(devices, device), less(asks, device), less(removed, device));
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
