package org.linkroom.room;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;

/// A device that is let in.
///
/// @param here whether it has been heard in the last ten seconds
/// @param heard when it was last heard; only exact once it is no longer here
public record Device(
    Id id,
    String name,
    PassRole role,
    Screen screen,
    DeviceKind kind,
    @Nullable Id person,
    boolean here,
    Instant heard) {

  /// Let a member in now.
  public static Device of(Member member, Instant now) {
    return new Device(
        member.device(),
        member.name(),
        member.role(),
        member.screen(),
        member.kind(),
        member.person(),
        true,
        now);
  }

  Device heardNow(Instant now) {
    return here ? this : new Device(id, name, role, screen, kind, person, true, now);
  }

  Device gone(Instant lastHeard) {
    return new Device(id, name, role, screen, kind, person, false, lastHeard);
  }

  /// Tell whether it is this device, or another of the same adult.
  boolean sameAs(Device other) {
    return id.equals(other.id) || (person != null && person.equals(other.person));
  }

  /// Tell whether the partner's picture may be drawn on it.
  public boolean sees() {
    return kind == DeviceKind.BOARD || kind == DeviceKind.ADULT;
  }
}
