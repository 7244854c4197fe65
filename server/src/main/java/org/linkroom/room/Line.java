package org.linkroom.room;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// One line of what happened in a room, for the record: who and what kind, never a child's word.
public record Line(
    String what,
    @Nullable Id classId,
    @Nullable Id person,
    @Nullable Id device,
    Map<String, String> detail) {

  static Line of(String what) {
    return new Line(what, null, null, null, Map.of());
  }

  static Line of(String what, Id classId) {
    return new Line(what, classId, null, null, Map.of());
  }

  static Line by(String what, Member member, Map<String, String> detail) {
    return new Line(what, member.classId(), member.person(), member.device(), detail);
  }

  static Line by(String what, Member member) {
    return by(what, member, Map.of("name", member.name()));
  }
}
