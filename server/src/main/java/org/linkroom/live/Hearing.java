package org.linkroom.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.room.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what a device says, however it comes, and sees to it that it is answered.
///
/// @param pass who says it
record Hearing(Pass pass, Live live) {
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  /// Take one frame.
  ///
  /// @param heard when it came, a moment of `System.nanoTime`
  void read(String text, long heard, Speaker from) {
    switch (PageFrame.read(text)) {
      case PageFrame.Says says -> said(says, from);
      case PageFrame.Clock asked ->
          from.answer(Answers.clock(asked.t0(), heard, live.rooms().time()));
      case PageFrame.Where where -> from.lost();
      case PageFrame.Unreadable unreadable -> no(unreadable.n(), Refusal.MALFORMED, from);
    }
  }

  private void said(PageFrame.Says says, Speaker from) {
    switch (says.name()) {
      case "signal.send" -> signal(says.body(), says.n(), from);
      case "video.grant" -> grant(says.n(), from);
      default -> {
        if (Commands.knows(says.name())) {
          command(says, from);
        } else {
          no(says.n(), Refusal.UNKNOWN, from);
        }
      }
    }
  }

  private void command(PageFrame.Says says, Speaker from) {
    long n = says.n();
    if (!from.mayUse(says.tab())) {
      no(n, Refusal.MALFORMED, from);
      return;
    }
    Commands.read(says.name(), says.body())
        .ifPresentOrElse(
            command ->
                live.rooms()
                    .ask(pass, command, tabOf(says.tab()), n, result -> answer(n, result, from)),
            () -> no(n, Refusal.MALFORMED, from));
  }

  /// A tab's numbers belong to its device: nobody answers for another's.
  private String tabOf(String tab) {
    return pass.device() + ":" + tab;
  }

  private void signal(ObjectNode frame, long n, Speaker from) {
    String to = frame.path("to").asText();
    if (!Id.fits(to)
        || !(frame.get("data") instanceof ObjectNode data)
        || data.toString().length() > Limits.SIGNAL_BYTES) {
      no(n, Refusal.MALFORMED, from);
      return;
    }
    live.rooms().signal(pass, new Id(to), data, result -> answer(n, result, from));
  }

  private void grant(long n, Speaker from) {
    live.rooms()
        .grantable(
            pass,
            may -> {
              if (may) {
                var give = live.video().grant(pass, live.clock().instant());
                from.answer(Answers.ok(n).set("give", give));
              } else {
                no(n, Refusal.DOOR_SHUT, from);
              }
            });
  }

  private void answer(long n, Optional<Refusal> result, Speaker from) {
    live.figures().answered(result);
    result.ifPresent(
        refusal ->
            LOG.debug("room={} device={} refused={}", pass.room(), pass.device(), refusal.code()));
    from.answer(result.map(refusal -> Answers.no(n, refusal)).orElseGet(() -> Answers.ok(n)));
  }

  private void no(long n, Refusal refusal, Speaker from) {
    answer(n, Optional.of(refusal), from);
  }
}
