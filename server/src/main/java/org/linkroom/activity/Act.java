package org.linkroom.activity;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Refusal;

/// What a person does in an activity. Who may do it stands beside its record.
public sealed interface Act
    permits Asking,
        Cards.Does,
        CheckIn.Does,
        Drawing.Does,
        Game.Does,
        Show.Does,
        Tablets.Does,
        Talking,
        Together.Does,
        Voting {

  /// Who may do it.
  enum By {
    /// An adult of a class, for that class.
    CLASS,
    /// An adult of any of the classes, or the facilitator: who leads.
    LEADER,
    /// Any device of a class that is in.
    DEVICE
  }

  /// Who does it.
  ///
  /// @param classId whose; only a facilitator comes for none
  /// @param adult whether an adult of that class answers for it
  /// @param tablet whether it is a tablet of that class, in pupils' hands
  /// @param sounds whether it carries that class's sound now
  record Teller(Id device, @Nullable Id classId, boolean adult, boolean tablet, boolean sounds) {
    /// The class; who may act for one has one.
    Id of() {
      return Objects.requireNonNull(classId);
    }
  }

  /// What comes of it.
  sealed interface Outcome {
    /// The activity as it is next: the same object where nothing changed.
    record Next(Activity activity) implements Outcome {}

    /// Not done, and why.
    record No(Refusal refusal) implements Outcome {}
  }

  /// Who may do it.
  By by();

  /// Tell whether it does not wait for the room's next tick.
  default boolean urgent() {
    return false;
  }

  /// Do it in the activity that goes on; in another it is too late.
  Outcome act(Activity activity, Teller teller, Scene scene, Instant now);

  /// Done.
  static Outcome next(Activity activity) {
    return new Outcome.Next(activity);
  }

  /// Refused.
  static Outcome no(Refusal refusal) {
    return new Outcome.No(refusal);
  }

  /// The lesson has gone on meanwhile.
  static Outcome late() {
    return no(Refusal.MOVED_ON);
  }
}
