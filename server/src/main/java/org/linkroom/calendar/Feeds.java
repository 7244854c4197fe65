package org.linkroom.calendar;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.base.Words;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.people.Hashes;
import org.linkroom.people.People;
import org.linkroom.people.Person;
import org.linkroom.records.Records;
import org.linkroom.session.Session;
import org.linkroom.session.Sessions;

/// A calendar of one's own at a secret address: the sessions of one's classes, one's school or
/// one's programmes.
public final class Feeds {
  private static final Duration BACK = Duration.ofDays(60);
  private static final int ID = 12;

  private final Records records;
  private final Hashes hashes;
  private final Words words;
  private final String url;

  /// @param url the address of our pages, without a slash at its end
  public Feeds(Records records, Hashes hashes, Words words, String url) {
    this.records = records;
    this.hashes = hashes;
    this.words = words;
    this.url = url;
  }

  /// The path of somebody's calendar, which nobody guesses.
  public Future<String> path(Id person) {
    return turn(person).map(turn -> "/calendar/" + token(person, turn) + ".ics");
  }

  /// Make its address new; the old one shows nothing from now on.
  public Future<Void> renew(Id person) {
    return records
        .run(
            "INSERT INTO calendar_feed (person, turn) VALUES ($1, 1) ON CONFLICT (person) DO UPDATE SET turn = calendar_feed.turn + 1",
            person)
        .mapEmpty();
  }

  private Future<Integer> turn(Id person) {
    return records
        .one(
            "SELECT turn FROM calendar_feed WHERE person = $1",
            row -> row.getInteger("turn"),
            person)
        .map(found -> found.orElse(0));
  }

  private String token(Id person, int turn) {
    return person + hashes.of("calendar:" + person + ":" + turn);
  }

  /// Whose calendar an address is; nobody's where it is wrong, was renewed, or she has left.
  public Future<Optional<Person>> whose(String token) {
    if (token.length() < ID || !Id.fits(token.substring(0, ID))) {
      return Future.succeededFuture(Optional.empty());
    }
    var id = new Id(token.substring(0, ID));
    return turn(id)
        .compose(
            turn ->
                Hashes.same(token, token(id, turn))
                    ? new People(records).find(id)
                    : Future.succeededFuture(Optional.empty()));
  }

  /// Her sessions from two months back on, the earliest first; what was called off is left out.
  public Future<List<Happening>> of(Person person, Instant now) {
    return new Links(records).of(person).compose(links -> of(links, now.minus(BACK)));
  }

  private Future<List<Happening>> of(List<LinkView> links, Instant from) {
    var byId = links.stream().collect(Collectors.toMap(LinkView::id, link -> link));
    return new Sessions(records)
        .since(List.copyOf(byId.keySet()), from)
        .map(all -> all.stream().map(session -> happening(session, byId)).toList());
  }

  private Happening happening(Session session, Map<Id, LinkView> links) {
    var link = links.get(session.link());
    String address = url + "/sessions/" + session.id();
    String title = link == null ? "" : words.say("calendar.title", link.title());
    return Happening.of(session, title, words.say("calendar.text", address), url);
  }
}
