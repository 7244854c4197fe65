package org.linkroom.web;

import java.time.Instant;
import java.util.List;
import org.linkroom.base.Id;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkView;
import org.linkroom.records.Records;
import org.linkroom.report.Journey;
import org.linkroom.session.KeptLessons;
import org.linkroom.session.Lessons;
import org.linkroom.session.Session;

/// Reads a link's journey for its page.
final class Journeys {
  private final KeptLessons kept;
  private final LinkItems items;
  private final Lessons lessons;

  Journeys(Records records) {
    kept = new KeptLessons(records);
    items = new LinkItems(records);
    lessons = new Lessons(records);
  }

  /// The journey so far.
  ///
  /// @param held the link's sessions that were held
  Journey of(Id link, List<Session> held) {
    return Journey.of(held, items.of(link).await(), kept.ofLink(link).await());
  }

  /// The class that starts next time.
  Id turn(LinkView link, Instant now) {
    return lessons.turn(link, now).await();
  }
}
