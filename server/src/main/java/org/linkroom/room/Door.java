package org.linkroom.room;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.linkroom.base.Id;

/// The two-key door: media flow only while it is not shut. Each class has its own key, an adult of
/// that class; the partner's adult is never one.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Door.Shut.class, name = "shut"),
  @JsonSubTypes.Type(value = Door.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Door.Asking.class, name = "asking"),
  @JsonSubTypes.Type(value = Door.Held.class, name = "held")
})
public sealed interface Door {
  /// No media. `why`: waiting (not everybody is ready), key (an adult has gone), early, over.
  record Shut(String why, Instant since) implements Door {}

  /// Each class has an adult in and ready.
  record Open(Instant since) implements Door {}

  /// A class's key is silent but its camera is here: the partner's adult is asked whether she can
  /// be seen, until the given moment.
  record Asking(Id about, Instant until) implements Door {}

  /// The partner's adult sees her: the door stays open until the given moment.
  record Held(Id about, Instant until, String seenBy) implements Door {}

  /// Tell whether media may flow.
  default boolean lets() {
    return !(this instanceof Shut);
  }
}
