package org.linkroom.web;

import java.util.Map;
import org.linkroom.network.LinkView;
import org.linkroom.network.Linking;
import org.linkroom.network.Links;
import org.linkroom.room.ServerCommand;
import org.linkroom.safety.Audit;
import org.linkroom.session.LinkEnd;

/// What who runs a programme does to a link: say that it is agreed, and end it kindly.
final class LinkLifeHandler {
  private final Links links;
  private final Linking linking;
  private final LinkEnd end;
  private final RoomsTold told;
  private final LinkNews news;
  private final Audit audit;

  LinkLifeHandler(
      Links links, Linking linking, LinkEnd end, RoomsTold told, LinkNews news, Audit audit) {
    this.links = links;
    this.linking = linking;
    this.end = end;
    this.told = told;
    this.news = news;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.post("/links/:link/live", Who.signedIn(), this::live);
    routes.get("/links/:link/end", Who.signedIn(), this::form);
    routes.post("/links/:link/end", Who.signedIn(), this::end);
  }

  private LinkView run(Visit visit) {
    var link = LinkHandler.link(visit, links);
    if (!visit.me().runs(link.programme())) {
      throw Problem.notFound();
    }
    return link;
  }

  /// It was agreed elsewhere. Sessions wait for the schools' agreements all the same.
  private void live(Visit visit) {
    var link = run(visit);
    if (linking.declareLive(link.id(), visit.now()).await()) {
      audit.write(visit.me().id(), "link.live", link.id().text()).await();
      news.live(link.id());
    }
    visit.go("/links/" + link.id());
  }

  private void form(Visit visit) {
    visit.page("network/link-end.ftlh", Map.of("link", run(visit)));
  }

  private void end(Visit visit) {
    var link = run(visit);
    String why = visit.form().line("why", 300);
    if (!visit.form().good()) {
      visit.again("network/link-end.ftlh", Map.of("link", link));
      return;
    }
    var off = end.end(link.id(), why, visit.now()).await();
    if (off.isPresent()) {
      String words = visit.words().say("session.cancelled.board");
      off.get().forEach(s -> told.say(s, new ServerCommand.Cancelled(words)));
      audit.write(visit.me().id(), "link.end", link.id().text()).await();
      news.ended(link.id());
    }
    visit.go("/links/" + link.id());
  }
}
