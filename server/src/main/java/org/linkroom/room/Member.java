package org.linkroom.room;

import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;

/// Who stands behind a command: one device, as its pass says.
public record Member(
    Id device,
    @Nullable Id classId,
    @Nullable Id person,
    String name,
    PassRole role,
    Screen screen,
    DeviceKind kind,
    boolean asks) {

  /// Read it from a pass.
  public static Member of(Pass pass) {
    return new Member(
        pass.device(),
        pass.classId(),
        pass.person(),
        pass.name(),
        pass.role(),
        pass.screen(),
        pass.kind(),
        pass.asks());
  }

  /// Tell whether this device is an adult's key of its class.
  public boolean key() {
    return role.key() && classId != null;
  }

  /// Tell whether an adult stands behind this device.
  public boolean adult() {
    return role != PassRole.DEVICE;
  }
}
