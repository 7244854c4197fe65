package org.linkroom.web;

import java.util.Map;
import org.linkroom.calendar.Feeds;
import org.linkroom.calendar.ICal;
import org.linkroom.people.Hashes;
import org.linkroom.safety.Audit;

/// A calendar of one's own: its page, and the feed that a calendar program reads.
final class CalendarHandler {
  private final Feeds feeds;
  private final Hashes hashes;
  private final Audit audit;
  private final String publicUrl;

  CalendarHandler(Feeds feeds, Hashes hashes, Audit audit, String publicUrl) {
    this.feeds = feeds;
    this.hashes = hashes;
    this.audit = audit;
    this.publicUrl = publicUrl;
  }

  void routes(Routes routes) {
    routes.get("/calendar", Who.signedIn(), this::show);
    routes.post("/calendar/renew", Who.signedIn(), this::renew);
    routes.get("/calendar/:token.ics", Who.anyone(), this::feed);
  }

  private void show(Visit visit) {
    String address = publicUrl + feeds.path(visit.me().id()).await();
    visit.page(
        "calendar/calendar.ftlh",
        Map.of("address", address, "webcal", address.replaceFirst("^https?", "webcal")));
  }

  private void renew(Visit visit) {
    feeds.renew(visit.me().id()).await();
    audit.write(visit.me().id(), "feed.renewed", visit.me().id().text()).await();
    visit.go("/calendar");
  }

  /// What has not changed is not sent again.
  private void feed(Visit visit) {
    var person = feeds.whose(visit.path("token")).await().orElseThrow(Problem::notFound);
    var all = feeds.of(person, visit.now()).await();
    String mark = "\"" + hashes.of(all.toString()) + "\"";
    String name = visit.words().say("calendar.name");
    visit.feed(mark, () -> ICal.feed(name, all, visit.now()));
  }
}
