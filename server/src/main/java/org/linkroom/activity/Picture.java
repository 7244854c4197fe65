package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.linkroom.base.Id;

/// A still picture that a class may show: an adult of its own has approved it.
///
/// @param alt what can be seen, in words
public record Picture(Id id, String alt) {
  ObjectNode into(ObjectNode node) {
    return node.put("id", id.text()).put("alt", alt);
  }
}
