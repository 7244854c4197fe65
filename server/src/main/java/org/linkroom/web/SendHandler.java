package org.linkroom.web;

import org.linkroom.base.Id;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkPeople;
import org.linkroom.network.Links;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Stricter;
import org.linkroom.parcel.Parcels;
import org.linkroom.parcel.PhotoRule;
import org.linkroom.parcel.Pictures;
import org.linkroom.safety.Audit;

/// Sends a parcel, after an adult of its own class has said that it may be seen and heard; and
/// takes it back, at any time and for good.
final class SendHandler {
  private static final String PAGE = "parcel/pack.ftlh";

  private final Needs of;

  /// What it needs.
  record Needs(
      Links links,
      Parcels parcels,
      Pictures pictures,
      LinkItems items,
      LinkPeople people,
      Letters letters,
      RoomsTold told,
      Audit audit) {}

  SendHandler(Needs of) {
    this.of = of;
  }

  void routes(Routes routes) {
    routes.post("/links/:link/parcel/:class/send", Who.signedIn(), this::send);
    routes.post("/links/:link/parcels/:parcel/back", Who.signedIn(), this::back);
  }

  private void send(Visit visit) {
    var packer = PackHandler.packer(visit, of.links());
    var parcel = of.parcels().packing(packer.link().id(), packer.of().id()).await();
    if (parcel.isEmpty() || parcel.get().bare()) {
      visit.form().wrong("send", "parcel.send.bare");
    } else {
      judge(visit, packer, parcel.get());
    }
    if (!visit.form().good()) {
      visit.again(PAGE, PackHandler.model(packer, of.parcels(), of.pictures()));
      return;
    }
    var sent = parcel.orElseThrow(Problem::malformed);
    if (of.parcels().send(sent.id(), visit.me().id(), visit.now()).await()) {
      tell(visit, packer, sent);
    }
    visit.go("/links/" + packer.link().id() + "/parcels/" + sent.id());
  }

  private void judge(Visit visit, PackHandler.Packer packer, Parcels.Parcel parcel) {
    var form = visit.form();
    var rule = PhotoRule.of(packer.link());
    var waiting =
        of.pictures().of(parcel.id()).await().stream().filter(p -> !p.shown(rule)).toList();
    if (!waiting.isEmpty()) {
      form.wrong("send", "parcel.send.waiting", waiting.size());
    }
    String names = Stricter.all(packer.link().classes()).getOrDefault("names", "none");
    PackHandler.tick(visit, "looked", "parcel.tick.looked");
    PackHandler.tick(visit, "named", "parcel.tick.named." + names);
    if (parcel.sounds()) {
      PackHandler.tick(visit, "heard", "parcel.tick.heard");
    }
  }

  /// It is on the link's year, so that the link is not quiet; and the other teachers hear of it.
  private void tell(Visit visit, PackHandler.Packer packer, Parcels.Parcel parcel) {
    var link = packer.link();
    var by = visit.me().id();
    of.audit().write(by, "parcel.send", link.id().text()).await();
    String note = visit.words().say("parcel.item", packer.of().label());
    var item = new LinkItems.Draft("exchange", null, SchoolYear.day(visit.now()), "", note);
    of.items().add(Id.random(), link.id(), item, by).await();
    of.letters()
        .send(
            of.people().teachers(link.id(), packer.of().id()).await(),
            "mail.parcel.",
            "/links/" + link.id() + "/parcels/" + parcel.id(),
            packer.of().label() + ", " + packer.of().schoolName());
  }

  private void back(Visit visit) {
    var link = LinkHandler.link(visit, of.links());
    var parcel =
        of.parcels()
            .find(link.id(), visit.id("parcel"))
            .await()
            .filter(found -> PackHandler.packs(visit.me(), found.classId()))
            .orElseThrow(Problem::notFound);
    of.parcels().takeBack(parcel.id()).await();
    of.audit().write(visit.me().id(), "parcel.back", link.id().text()).await();
    of.told().lesson(visit, link);
    visit.go("/links/" + link.id() + "/parcels");
  }
}
