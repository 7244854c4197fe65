package org.linkroom.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.people.Passes;
import org.linkroom.protocol.DeviceKind;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.PassRole;
import org.linkroom.protocol.Screen;
import org.linkroom.session.Session;
import org.linkroom.session.Swaps;

/// Gives a device its pass for a room and sends its browser there.
final class Doorstep {
  private final Passes passes;
  private final Swaps swaps;

  Doorstep(Passes passes, Swaps swaps) {
    this.passes = passes;
    this.swaps = swaps;
  }

  static Doorstep of(Door.Needs needs) {
    return new Doorstep(needs.passes(), new Swaps(needs.records(), needs.links()));
  }

  /// As what somebody comes in.
  record Entrant(
      @Nullable Id classId,
      @Nullable Id person,
      String name,
      PassRole role,
      Screen screen,
      DeviceKind kind,
      boolean asks) {}

  /// Come to where the class is: to its own room of a class swap.
  void enterClass(Visit visit, Session session, Entrant as) {
    enter(visit, swaps.home(session, as.classId()).await(), as);
  }

  /// The same browser coming in again as the same is the same device: its newer page takes the
  /// older one's place. Two classes in two tabs are two devices.
  void enter(Visit visit, Session session, Entrant as) {
    String seat = "seat-" + session.id() + "-" + seat(as);
    var device = visit.cookie(seat).filter(Id::fits).map(Id::new).orElseGet(Id::random);
    makeRoom(visit, "seat-", seat);
    makeRoom(visit, "pass-", "pass-" + device);
    Instant expires = session.passesEnd();
    var age = Duration.between(visit.now(), expires);
    var pass =
        new Pass(
            session.id(),
            device,
            as.classId(),
            as.person(),
            as.name(),
            as.role(),
            as.screen(),
            as.kind(),
            as.asks(),
            expires);
    visit.keep(seat, device.text(), age);
    visit.keep("pass-" + device, passes.sign(pass), age);
    visit.go("/room/" + session.id() + "/" + device);
  }

  /// Whoever looks in at many rooms in a day would else bring more cookies than a server reads.
  private static void makeRoom(Visit visit, String beginning, String one) {
    var others = visit.cookies(beginning).stream().filter(name -> !name.equals(one)).toList();
    others.stream()
        .limit(Math.max(0, others.size() - (Limits.PASSES_OF_BROWSER - 1)))
        .forEach(visit::forget);
  }

  /// Take back what somebody who signs out holds in this browser: the next at it is somebody else.
  void leave(Visit visit, Id person) {
    for (String name : visit.cookies("pass-")) {
      visit
          .cookie(name)
          .flatMap(text -> passes.read(text, visit.now()))
          .filter(pass -> person.equals(pass.person()))
          .ifPresent(hers -> visit.forget(name));
    }
  }

  private static String seat(Entrant as) {
    return as.classId() + "-" + as.kind() + "-" + (as.person() == null ? "" : as.person());
  }

  /// The pass that this browser holds for a device of a room.
  Optional<Pass> pass(Visit visit, Id room, Id device) {
    return visit
        .cookie("pass-" + device)
        .flatMap(text -> passes.read(text, visit.now()))
        .filter(pass -> pass.room().equals(room) && pass.device().equals(device));
  }
}
