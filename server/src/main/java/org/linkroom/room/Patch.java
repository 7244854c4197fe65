package org.linkroom.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// The difference between two documents as a JSON Merge Patch (RFC 7396). Patches do not compose:
/// one is always made of two whole documents. Documents hold no null, for there it means "take
/// away".
public final class Patch {
  private Patch() {}

  /// Say what leads from one document to another; empty when they are equal.
  public static ObjectNode diff(ObjectNode from, ObjectNode to) {
    var patch = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : to.properties()) {
      var was = from.get(field.getKey());
      var is = field.getValue();
      if (was == is) {
        // What did not change is often the same object.
        continue;
      }
      if (was instanceof ObjectNode before && is instanceof ObjectNode after) {
        var inner = diff(before, after);
        if (!inner.isEmpty()) {
          patch.set(field.getKey(), inner);
        }
      } else if (!is.equals(was)) {
        patch.set(field.getKey(), is);
      }
    }
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      if (!to.has(field.getKey())) {
        patch.putNull(field.getKey());
      }
    }
    return patch;
  }

  /// Apply a patch, as a page does.
  public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
    var next = document.deepCopy();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        next.remove(field.getKey());
      } else if (field.getValue() instanceof ObjectNode inner) {
        var into = next.get(field.getKey());
        var base =
            into instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        next.set(field.getKey(), apply(base, inner));
      } else {
        next.set(field.getKey(), field.getValue());
      }
    }
    return next;
  }
}
