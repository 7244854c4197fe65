package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.PassRole;

/// Who is shown the same: one audience of one class; or one device that is not let in.
record Group(@Nullable Audience audience, @Nullable Id classId, @Nullable Id waiting) {

  static Group of(Room room, Member member) {
    return room.standing(member) == Room.Standing.IN
        ? new Group(audience(member), room.head().gathering() ? null : member.classId(), null)
        : new Group(null, null, member.device());
  }

  private static Audience audience(Member member) {
    return switch (member.screen()) {
      case CLASS -> Audience.BOARD;
      case ADULT -> member.role() == PassRole.FACILITATOR ? Audience.HOST : Audience.ADULT;
    };
  }

  boolean in() {
    return waiting == null;
  }

  /// What it is shown.
  ///
  /// @param any one member of the group
  ObjectNode document(Room room, Member any) {
    return audience == null ? Views.waiting(room, any) : Views.document(room, audience, classId);
  }
}
