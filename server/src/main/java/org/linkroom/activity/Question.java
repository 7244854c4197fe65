package org.linkroom.activity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// A pupil's question.
///
/// @param by the class
/// @param group as the class calls its groups, or nothing; never a name
/// @param into the one that it was joined to, or nothing
/// @param rank its place
/// @param grown whether it comes from the garden: an earlier lesson had no time for it
public record Question(
    Id by, String group, String text, State state, @Nullable Id into, int rank, boolean grown) {

  /// How it stands.
  public enum State {
    /// Its own adult has not read it.
    WAITS,
    ASKED,
    ANSWERED;

    /// As it stands on the wire.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Question as(State next) {
    return new Question(by, group, text, next, into, rank, grown);
  }

  Question joined(@Nullable Id other) {
    return new Question(by, group, text, state, other, rank, grown);
  }

  /// As a page gets it.
  ObjectNode node() {
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("by", by.text())
            .put("text", text)
            .put("state", state.word())
            .put("rank", rank);
    if (!group.isEmpty()) {
      node.put("group", group);
    }
    if (grown) {
      node.put("grown", true);
    }
    if (into != null) {
      node.put("into", into.text());
    }
    return node;
  }
}
