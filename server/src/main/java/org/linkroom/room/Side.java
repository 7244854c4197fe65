package org.linkroom.room;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linkroom.activity.Needs;
import org.linkroom.base.Id;

/// One class in a room: what it says of itself, its devices, and what it has switched.
///
/// @param adult the adult that the partner reads of
/// @param ready said by an adult of the class: adult here, children not to be filmed out of shot,
/// no
///     names on the wall
/// @param next a wider promise that the partner has been told of and that holds from its time on
/// @param asks devices that wait to be let in
/// @param removed devices that an adult has sent out; they stay out until invited back
public record Side(
    Profile profile,
    String adult,
    boolean ready,
    @Nullable Promise promise,
    @Nullable Next next,
    boolean covered,
    boolean muted,
    boolean stopped,
    @Nullable Id cam,
    @Nullable Id mic,
    SortedMap<Id, Device> devices,
    SortedMap<Id, Device> asks,
    SortedMap<Id, Device> removed,
    @Nullable Instant letAllUntil,
    @Nullable Instant awaySince) {

  /// What the plan says of a class; it changes only when the plan does.
  ///
  /// @param rank 0 for the link's first class; decides its colour and shape, never its size
  /// @param code six characters that ask for this class's door
  /// @param waits whether a senior leader of its school has still to say yes to this session
  /// @param needs what its own screens spare it
  public record Profile(
      Id classId,
      int rank,
      String label,
      String school,
      String motto,
      String phone,
      Promise ceiling,
      String code,
      String lead,
      boolean waits,
      Needs needs) {
    /// What was kept before classes said what they need has nothing of it.
    public Profile {
      needs = Objects.requireNonNullElse(needs, Needs.NONE);
    }
  }

  /// A promise that holds from a moment on.
  public record Next(Promise promise, Instant at) {}

  /// Begin with an empty side.
  public static Side of(Profile profile) {
    return new Side(
        profile,
        profile.lead(),
        false,
        null,
        null,
        false,
        false,
        false,
        null,
        null,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        null,
        null);
  }

  /// The class.
  public Id classId() {
    return profile.classId();
  }

  /// Tell whether an adult of the class is in by a device that was heard in the last ten seconds.
  public boolean keyed() {
    return devices.values().stream().anyMatch(d -> d.role().key() && d.here());
  }

  /// Tell whether the class's camera is in a device that is here.
  public boolean cameraHere() {
    var device = cam == null ? null : devices.get(cam);
    return device != null && device.here();
  }

  /// Say when the last key was last heard; empty while one is here, and the beginning of time if
  /// there never was one.
  public Optional<Instant> keySilentFrom() {
    if (keyed()) {
      return Optional.empty();
    }
    return Optional.of(
        devices.values().stream()
            .filter(d -> d.role().key())
            .map(Device::heard)
            .max(Comparator.naturalOrder())
            .orElse(Instant.EPOCH));
  }

  Builder to() {
    return new Builder(this);
  }

  Side with(UnaryOperator<Builder> change) {
    return change.apply(to()).done();
  }

  /// Changes one side, a field at a time; the side it came from stays as it is.
  static final class Builder {
    Profile profile;
    String adult;
    boolean ready;
    @Nullable Promise promise;
    @Nullable Next next;
    boolean covered;
    boolean muted;
    boolean stopped;
    @Nullable Id cam;
    @Nullable Id mic;
    SortedMap<Id, Device> devices;
    SortedMap<Id, Device> asks;
    SortedMap<Id, Device> removed;
    @Nullable Instant letAllUntil;
    @Nullable Instant awaySince;

    private Builder(Side side) {
      profile = side.profile;
      adult = side.adult;
      ready = side.ready;
      promise = side.promise;
      next = side.next;
      covered = side.covered;
      muted = side.muted;
      stopped = side.stopped;
      cam = side.cam;
      mic = side.mic;
      devices = new TreeMap<>(side.devices);
      asks = new TreeMap<>(side.asks);
      removed = new TreeMap<>(side.removed);
      letAllUntil = side.letAllUntil;
      awaySince = side.awaySince;
    }

    /// Send a device out. Of too many that were sent out the one that left longest ago is
    /// forgotten.
    Builder out(Device device) {
      devices.remove(device.id());
      asks.remove(device.id());
      removed.put(device.id(), device);
      Guests.forgetOldest(removed);
      mic = device.id().equals(mic) ? null : mic;
      cam = device.id().equals(cam) ? null : cam;
      return this;
    }

    Side done() {
      return new Side(
          profile,
          adult,
          ready,
          promise,
          next,
          covered,
          muted,
          stopped,
          cam,
          mic,
          devices,
          asks,
          removed,
          letAllUntil,
          awaySince);
    }
  }
}
