package org.linkroom.web;

import org.linkroom.base.Words;
import org.linkroom.calendar.Feeds;
import org.linkroom.network.Programmes;
import org.linkroom.people.Undelivered;
import org.linkroom.safety.Audit;

/// Mails and calendars: every page of that, joined to what it needs.
final class MailPages {
  private MailPages() {}

  static void open(Routes routes, Door.Needs of, Words words, String publicUrl) {
    var audit = new Audit(of.records());
    var feeds = new Feeds(of.records(), of.hashes(), words, publicUrl);
    new CalendarHandler(feeds, of.hashes(), audit, publicUrl).routes(routes);
    new MailsHandler(new Programmes(of.records()), new Undelivered(of.records()), audit)
        .routes(routes);
  }
}
