package org.linkroom.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linkroom.network.Agreements;
import org.linkroom.network.Brokerage;
import org.linkroom.network.LinkItems;
import org.linkroom.network.LinkView;
import org.linkroom.network.Linking;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Stages;
import org.linkroom.network.Stricter;
import org.linkroom.people.Person;
import org.linkroom.records.Records;
import org.linkroom.session.Session;

/// What a link's page tells of its year: how it stands, its ten stages, and what there is besides
/// sessions.
final class LinkStory {
  private final Linking linking;
  private final Brokerage brokerage;
  private final Agreements agreements;
  private final LinkItems items;

  LinkStory(Records records) {
    linking = new Linking(records);
    brokerage = new Brokerage(records);
    agreements = new Agreements(records);
    items = new LinkItems(records);
  }

  /// Tell whether somebody keeps the link's timeline: who plans for a class, and who runs the
  /// programme.
  static boolean keeps(LinkView link, Person me) {
    return !link.ended() && (link.plans(me) || me.runs(link.programme()));
  }

  /// The schools for whose want of an agreement nothing new may be planned.
  List<String> lacking(LinkView link, Instant now) {
    return agreements.lacking(link.id(), now).await();
  }

  /// A link that was agreed elsewhere has no head who has not answered.
  Map<String, @Nullable Object> of(LinkView link, List<Session> sessions, Visit visit) {
    var now = visit.now();
    var dates = linking.dates(link.id()).await().orElseThrow(Problem::notFound);
    var timeline = items.of(link.id()).await();
    var met =
        sessions.stream()
            .filter(s -> s.kind().equals("link-up") && s.state().word().equals("ended"))
            .map(s -> SchoolYear.day(s.starts()))
            .sorted()
            .toList();
    var facts =
        new Stages.Facts(
            SchoolYear.day(dates.made()),
            linking.interest(link.id()).await().map(SchoolYear::day).orElse(null),
            dates.live() == null ? null : SchoolYear.day(dates.live()),
            agreements.signedOn(link.id()).await().map(SchoolYear::day).orElse(null),
            link.classes().size(),
            timeline,
            met);
    var story = new HashMap<String, @Nullable Object>();
    story.put("stages", Stages.of(facts, SchoolYear.day(now)));
    story.put("items", timeline);
    story.put("dates", dates);
    story.put("stricter", Stricter.of(link.classes()));
    story.put("lacking", lacking(link, now));
    story.put(
        "said", link.state().equals("brokered") ? brokerage.of(link.id()).await() : List.of());
    story.put("keeps", keeps(link, visit.me()));
    story.put("runs", visit.me().runs(link.programme()));
    return story;
  }
}
