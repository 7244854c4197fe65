package org.linkroom.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.people.Own;
import org.linkroom.people.SignIns;
import org.linkroom.room.Rooms;
import org.linkroom.safety.Audit;

/// Somebody's own page: her name and phone number, where she is signed in, and her calendar.
final class MeHandler {
  private final Own own;
  private final Rooms rooms;
  private final Audit audit;

  MeHandler(Own own, Rooms rooms, Audit audit) {
    this.own = own;
    this.rooms = rooms;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/me", Who.signedIn(), visit -> visit.page("people/me.ftlh", model(visit)));
    routes.post("/me", Who.signedIn(), this::change);
    routes.post("/me/sign-out", Who.signedIn(), this::signOut);
  }

  private Map<String, @Nullable Object> model(Visit visit) {
    var model = new HashMap<String, @Nullable Object>();
    model.put("about", own.about(visit.me().id()).await().orElseThrow(Problem::notFound));
    model.put("places", own.places(visit.me().id(), visit.now()).await());
    model.put("here", visit.signIn().map(SignIns.SignedIn::id).orElse(null));
    return model;
  }

  private void change(Visit visit) {
    String name = visit.form().line("name", 120);
    String phone = visit.form().optionalLine("phone", 40);
    if (!visit.form().good()) {
      visit.again("people/me.ftlh", model(visit));
      return;
    }
    own.change(visit.me().id(), name, phone).await();
    audit.write(visit.me().id(), "person.change", visit.me().id().text()).await();
    visit.go("/me");
  }

  /// A device that is signed out may be in a room: what is hers there ends, and who is still here
  /// goes in again.
  private void signOut(Visit visit) {
    var place = visit.form().id("place").orElseThrow(Problem::malformed);
    if (own.end(visit.me().id(), place).await()) {
      rooms.signedOut(visit.me().id());
    }
    visit.go("/me");
  }
}
