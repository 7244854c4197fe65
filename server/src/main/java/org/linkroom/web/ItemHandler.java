package org.linkroom.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;

/// What a link's year has besides its sessions: trainings, exchanges, visits, the celebration.
final class ItemHandler {
  private final Links links;
  private final LinkItems items;

  ItemHandler(Links links, LinkItems items) {
    this.links = links;
    this.items = items;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/items/new", Who.signedIn(), this::blank);
    routes.post("/links/:link/items/new", Who.signedIn(), this::add);
    routes.post("/links/:link/items/remove", Who.signedIn(), this::remove);
  }

  private LinkView kept(Visit visit) {
    var link = LinkHandler.link(visit, links);
    if (!LinkStory.keeps(link, visit.me())) {
      throw Problem.notFound();
    }
    return link;
  }

  private void blank(Visit visit) {
    visit.page("network/item.ftlh", Map.of("link", kept(visit)));
  }

  private static Optional<LocalDate> day(Form form, int year) {
    try {
      var day = LocalDate.parse(form.raw("day"));
      if (day.getYear() >= year && day.getYear() <= year + 1) {
        return Optional.of(day);
      }
    } catch (DateTimeException notOne) {
      // Told below, like a day of another school year.
    }
    form.wrong("day", "linking.item.day.wrong");
    return Optional.empty();
  }

  private void add(Visit visit) {
    var link = kept(visit);
    var form = visit.form();
    String kind = form.choice("kind", Set.copyOf(LinkItems.KINDS));
    var day = day(form, link.year());
    String host = form.optionalLine("host", 120);
    String note = form.optionalText("note", 1000);
    Id of = null;
    if (kind.startsWith("training")) {
      of = form.id("class").filter(id -> link.find(id).isPresent()).orElse(null);
      if (of == null) {
        form.wrong("class", "form.choose");
      }
    }
    if (!form.good() || day.isEmpty()) {
      visit.again("network/item.ftlh", Map.of("link", link));
      return;
    }
    var item = new LinkItems.Draft(kind, of, day.get(), host, note);
    items.add(visit.made(), link.id(), item, visit.me().id()).await();
    visit.go("/links/" + link.id());
  }

  private void remove(Visit visit) {
    var link = kept(visit);
    items.remove(link.id(), visit.form().id("item").orElseThrow(Problem::malformed)).await();
    visit.go("/links/" + link.id());
  }
}
