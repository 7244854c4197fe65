package org.linkroom.room;

import java.time.Instant;
import org.linkroom.protocol.Refusal;

/// Something that may change a room. From a person it comes by the wire, and who may say it stands
/// beside its record; from the server it never does.
public sealed interface Command {

  /// Who may say a person's command.
  enum Allowed {
    /// Any device that is in.
    ANYBODY,
    /// An adult of a class, by her key.
    KEY,
    /// Any adult, on a screen that children cannot see or by her key.
    ADULT,
    /// An adult of a class or the facilitator.
    HOST
  }

  /// Said by somebody in the room.
  sealed interface FromPerson extends Command
      permits SideCommand, DeviceCommand, RoomCommand, RehearsalCommand, LessonCommand, ActCommand {
    /// Who may say it.
    Allowed allowed();

    /// Tell whether it does not wait for the room's next tick, nor what comes of it.
    default boolean urgent() {
      return false;
    }

    /// Decide it for a member who is in and may say it.
    Decision decide(Room room, Member member, Instant now);
  }

  /// Said by the server alone: by the plan, by presence, by the clock.
  sealed interface FromServer extends Command permits ServerCommand {
    /// Decide it.
    Decision decide(Room room, Instant now);
  }

  /// Answer a refusal.
  static Decision no(Refusal refusal) {
    return new Decision.No(refusal);
  }
}
