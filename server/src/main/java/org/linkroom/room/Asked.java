package org.linkroom.room;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Refusal;

/// A command that waits in a room's mailbox, and who is told what came of it.
///
/// @param member who says it; nobody if the server does
/// @param tab which tab's number it is; the pair of both is the command's identity
/// @param answer gets nothing for "ok", or the refusal
record Asked(
    @Nullable Member member,
    Command command,
    String tab,
    long n,
    Consumer<Optional<Refusal>> answer) {

  static Asked server(Command.FromServer command, Consumer<Optional<Refusal>> answer) {
    return new Asked(null, command, "", 0, answer);
  }

  boolean fromPerson() {
    return member != null;
  }

  boolean urgent() {
    return command instanceof Command.FromPerson said && said.urgent();
  }
}
