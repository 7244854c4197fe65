package org.linkroom.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;

/// What a class does in one segment of a lesson: what it was set to, and how it stands. A new one
/// is a file with its rules, a line here, one in `Acts`, and an element in web/live/acts.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cards.class, name = "cards"),
  @JsonSubTypes.Type(value = CheckIn.class, name = "check-in"),
  @JsonSubTypes.Type(value = Drawing.class, name = "draw"),
  @JsonSubTypes.Type(value = Game.class, name = "game"),
  @JsonSubTypes.Type(value = Questions.class, name = "questions"),
  @JsonSubTypes.Type(value = Show.class, name = "show"),
  @JsonSubTypes.Type(value = Talk.class, name = "talk"),
  @JsonSubTypes.Type(value = Think.class, name = "think"),
  @JsonSubTypes.Type(value = Together.class, name = "together"),
  @JsonSubTypes.Type(value = Vote.class, name = "vote")
})
public sealed interface Activity
    permits Cards, CheckIn, Drawing, Game, Questions, Show, Talk, Think, Together, Vote {

  /// Its name on the wire and in plans.
  String word();

  /// What it begins with, as its segment is reached for the first time.
  ///
  /// @param earlier those of the segments before, in order
  default Activity begin(Scene scene, List<Activity> earlier) {
    return this;
  }

  /// What is left of it when the lesson goes on: of tablets' ballots only counts.
  default Activity leave() {
    return Polled.close(this);
  }

  /// The class that has lost by it, where it is a vote that is over.
  default Optional<Id> lostBy(Scene scene) {
    return Optional.empty();
  }

  /// What is left of it when the session is over.
  default Activity end() {
    return leave();
  }

  /// What everybody of an audience may see of it.
  void show(ObjectNode into, Scene scene, Audience audience);

  /// What only one class's devices of an audience may see of it, beside that.
  default void showOwn(ObjectNode into, Scene scene, Audience audience, Id classId) {}

  /// What the lesson's report tells of it, for both classes to print.
  default List<Told> told(Scene scene) {
    return List.of();
  }

  /// Tell whether a class's microphone is off meanwhile.
  default boolean quiet(Id classId) {
    return false;
  }
}
