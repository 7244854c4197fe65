package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;

/// Thinking time: all microphones are off, and a quiet clock runs.
///
/// @param about what to think of
public record Think(String about) implements Activity {
  @Override
  public String word() {
    return "think";
  }

  @Override
  public boolean quiet(Id classId) {
    return true;
  }

  @Override
  public void show(ObjectNode into, Scene scene, Audience audience) {
    into.put("about", about);
  }

  @Override
  public List<Told> told(Scene scene) {
    return List.of(new Told("think", List.of(Told.line(null, about, ""))));
  }
}
