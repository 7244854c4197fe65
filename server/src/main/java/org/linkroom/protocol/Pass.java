package org.linkroom.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// What one device holds to come into one room. It is signed by the server and read without a
/// database.
///
/// @param room the room, which bears its session's id
/// @param device the device that holds it; one pass, one device
/// @param classId the class it comes in for; none for a facilitator or observer
/// @param person the adult signed in there; none on a device without one
/// @param name what adults read: "Miss Khan", "Board"
/// @param asks whether an adult of the class must let it in first
/// @param expires after this moment it opens nothing
/// @param place where in the network it belongs
public record Pass(
    Id room,
    Id device,
    @Nullable Id classId,
    @Nullable Id person,
    String name,
    PassRole role,
    Screen screen,
    DeviceKind kind,
    boolean asks,
    Instant expires,
    Place place) {

  /// @throws IllegalArgumentException if it would be a key without a class or without an adult, or
  ///     a device without a class
  public Pass {
    if (name.isBlank() || name.length() > 120) {
      throw new IllegalArgumentException("a pass needs a name of at most 120 characters");
    }
    if ((role.key() || role == PassRole.DEVICE) && classId == null) {
      throw new IllegalArgumentException("a " + role + " comes in for a class");
    }
    if (role == PassRole.TEACHER && person == null) {
      throw new IllegalArgumentException("a teacher's pass names the person");
    }
  }

  /// A pass of a room that does not count by place.
  public Pass(
      Id room,
      Id device,
      @Nullable Id classId,
      @Nullable Id person,
      String name,
      PassRole role,
      Screen screen,
      DeviceKind kind,
      boolean asks,
      Instant expires) {
    this(room, device, classId, person, name, role, screen, kind, asks, expires, Place.NONE);
  }

  /// Say what this device may be shown.
  public Audience audience() {
    if (screen == Screen.CLASS) {
      return Audience.BOARD;
    }
    return role == PassRole.FACILITATOR ? Audience.HOST : Audience.ADULT;
  }
}
