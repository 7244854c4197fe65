package org.linkroom.web;

import org.linkroom.base.Words;
import org.linkroom.intake.Intake;
import org.linkroom.network.LinkPeople;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.year.Crossings;
import org.linkroom.year.Rollover;

/// What sets a network up and takes it from year to year: every page of that, joined to what it
/// needs.
final class YearPages {
  private YearPages() {}

  static void open(Routes routes, Door.Needs of, Words words, String url) {
    var programmes = new Programmes(of.records());
    var letters = new Letters(of.mailer(), words, url);
    var news = new LinkNews(of.links(), new LinkPeople(of.records()), letters);
    new ImportHandler(programmes, new Intake(of.records()), of.rooms(), of.hashes(), news)
        .routes(routes);
    new RolloverHandler(
            new RolloverHandler.Needs(
                programmes,
                new Schools(of.records()),
                new Crossings(of.records()),
                new Rollover(of.records()),
                of.rooms(),
                RoomsTold.of(of),
                of.hashes(),
                news))
        .routes(routes);
  }
}
