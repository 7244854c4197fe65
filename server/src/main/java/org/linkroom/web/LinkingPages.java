package org.linkroom.web;

import org.linkroom.base.Words;
import org.linkroom.network.Adults;
import org.linkroom.network.Agreements;
import org.linkroom.network.Brokerage;
import org.linkroom.network.Interests;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkPeople;
import org.linkroom.network.Linking;
import org.linkroom.network.Programmes;
import org.linkroom.network.Schools;
import org.linkroom.people.Attempts;
import org.linkroom.safety.Audit;
import org.linkroom.session.LinkEnd;

/// How a link comes to be, goes through its year and ends: every page of that, joined to what it
/// needs.
final class LinkingPages {
  private LinkingPages() {}

  static void open(Routes routes, Door.Needs of, Words words, String url) {
    var programmes = new Programmes(of.records());
    var linking = new Linking(of.records());
    var agreements = new Agreements(of.records());
    var audit = new Audit(of.records());
    var letters = new Letters(of.mailer(), words, url);
    var news = new LinkNews(of.links(), new LinkPeople(of.records()), letters);
    new LinksHandler(of.records(), programmes, news, audit).routes(routes);
    new BrokerHandler(of.links(), new Brokerage(of.records()), linking, news, audit).routes(routes);
    new LinkLifeHandler(
            of.links(), linking, new LinkEnd(of.records()), RoomsTold.of(of), news, audit)
        .routes(routes);
    new ItemHandler(of.links(), new LinkItems(of.records())).routes(routes);
    new AgreementHandler(new Schools(of.records()), agreements, linking, news, audit)
        .routes(routes);
    new InterestHandler(
            new InterestHandler.Needs(
                programmes,
                new Schools(of.records()),
                new Adults(of.records()),
                new Interests(of.records()),
                new LinkPeople(of.records()),
                new Attempts(of.records()),
                of.hashes(),
                letters,
                audit))
        .routes(routes);
    new AgreementTextHandler(programmes, agreements, audit).routes(routes);
  }
}
