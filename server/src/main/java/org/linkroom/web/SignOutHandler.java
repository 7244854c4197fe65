package org.linkroom.web;

import org.linkroom.people.SignIns;
import org.linkroom.room.Rooms;

/// Signing out: here, where the next at this computer must find nothing of hers, or everywhere.
final class SignOutHandler {
  private final SignIns signIns;
  private final Rooms rooms;
  private final Doorstep doorstep;

  SignOutHandler(SignIns signIns, Rooms rooms, Doorstep doorstep) {
    this.signIns = signIns;
    this.rooms = rooms;
    this.doorstep = doorstep;
  }

  void routes(Routes routes) {
    routes.post("/sign-out", Who.anyone(), this::here);
    routes.post("/sign-out-everywhere", Who.signedIn(), this::everywhere);
  }

  private void here(Visit visit) {
    visit.signIn().ifPresent(signIn -> signIns.end(signIn.id()).await());
    leave(visit);
  }

  private void everywhere(Visit visit) {
    signIns.endAll(visit.me().id()).await();
    rooms.signedOut(visit.me().id());
    leave(visit);
  }

  private void leave(Visit visit) {
    visit.maybe().ifPresent(person -> doorstep.leave(visit, person.id()));
    visit.forget("linkroom");
    visit.go("/");
  }
}
