package org.linkroom.web;

import org.linkroom.base.Words;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkPeople;
import org.linkroom.parcel.ParcelAnswers;
import org.linkroom.parcel.Parcels;
import org.linkroom.parcel.Pictures;
import org.linkroom.safety.Audit;
import org.linkroom.session.QuestionGarden;

/// What classes send each other: every page of that, joined to what it needs.
final class ParcelPages {
  private ParcelPages() {}

  static void open(Routes routes, Door.Needs of, Words words, String url) {
    var parcels = new Parcels(of.records());
    var pictures = new Pictures(of.records());
    var audit = new Audit(of.records());
    var told = RoomsTold.of(of);
    new PackHandler(of.links(), parcels, pictures, told, audit).routes(routes);
    new SendHandler(
            new SendHandler.Needs(
                of.links(),
                parcels,
                pictures,
                new LinkItems(of.records()),
                new LinkPeople(of.records()),
                new Letters(of.mailer(), words, url),
                told,
                audit))
        .routes(routes);
    new ParcelCopyHandler(of.links(), parcels, pictures, audit).routes(routes);
    new ParcelHandler(
            of.links(),
            parcels,
            pictures,
            new ParcelAnswers(of.records()),
            new QuestionGarden(of.records()))
        .routes(routes);
    new PictureHandler(
            of.links(), of.sessions(), of.people(), of.rooms(), Doorstep.of(of), pictures)
        .routes(routes);
  }
}
