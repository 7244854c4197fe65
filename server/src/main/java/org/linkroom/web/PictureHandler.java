package org.linkroom.web;

import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.parcel.PhotoRule;
import org.linkroom.parcel.Pictures;
import org.linkroom.people.People;
import org.linkroom.protocol.Pass;
import org.linkroom.room.Rooms;
import org.linkroom.session.Sessions;

/// A picture's own address. It is asked each time whether it may be seen: by an adult of one of its
/// link's classes who is signed in, or on a screen that is in a room of that link, by its pass.
final class PictureHandler {
  private final Links links;
  private final Sessions sessions;
  private final People people;
  private final Rooms rooms;
  private final Doorstep doorstep;
  private final Pictures pictures;

  PictureHandler(
      Links links,
      Sessions sessions,
      People people,
      Rooms rooms,
      Doorstep doorstep,
      Pictures pictures) {
    this.links = links;
    this.sessions = sessions;
    this.people = people;
    this.rooms = rooms;
    this.doorstep = doorstep;
    this.pictures = pictures;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/pictures/:picture", Who.signedIn(), this::onPage);
    routes.get("/room/:session/:device/pictures/:picture", Who.anyone(), this::inRoom);
  }

  /// What was not sent yet, its own class's adults see alone.
  private void onPage(Visit visit) {
    var link = ParcelHandler.link(visit, links);
    var found = picture(visit, link);
    boolean own = PackHandler.packs(visit.me(), found.classId());
    if (!own && !(found.sent() && found.shown(PhotoRule.of(link)))) {
      throw Problem.notFound();
    }
    answer(visit, found.id());
  }

  private Pictures.Picture picture(Visit visit, LinkView link) {
    return pictures.find(link.id(), visit.id("picture")).await().orElseThrow(Problem::notFound);
  }

  private void inRoom(Visit visit) {
    var pass =
        doorstep
            .pass(visit, visit.id("session"), visit.id("device"))
            .orElseThrow(Problem::notFound);
    var session = sessions.find(pass.room()).await().orElseThrow(Problem::notFound);
    var link = links.find(session.link()).await().orElseThrow(Problem::notFound);
    var found = picture(visit, link);
    if (!found.shown(PhotoRule.of(link)) || !stays(pass) || !inside(pass)) {
      throw Problem.notFound();
    }
    answer(visit, found.id());
  }

  private boolean stays(Pass pass) {
    return pass.person() == null || people.stays(pass.person(), pass.classId()).await();
  }

  private boolean inside(Pass pass) {
    Promise<Boolean> inside = Promise.promise();
    rooms.sees(pass, inside::tryComplete);
    return inside.future().timeout(5, TimeUnit.SECONDS).await();
  }

  private void answer(Visit visit, Id picture) {
    boolean small = visit.query("size").equals("small");
    MediaBytes.answer(
        visit.context(),
        "image/jpeg",
        pictures.points(picture, small).await().orElseThrow(Problem::notFound));
  }
}
