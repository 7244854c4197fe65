package org.linkroom.web;

import java.util.List;
import java.util.stream.Stream;
import org.linkroom.base.Id;
import org.linkroom.network.LinkPeople;
import org.linkroom.network.Links;

/// Who is told by mail what happens to a link.
final class LinkNews {
  private final Links links;
  private final LinkPeople people;
  private final Letters letters;

  LinkNews(Links links, LinkPeople people, Letters letters) {
    this.links = links;
    this.people = people;
    this.letters = letters;
  }

  private String title(Id link) {
    return links.find(link).await().orElseThrow(Problem::notFound).title();
  }

  private List<LinkPeople.Addressee> everybody(Id link) {
    return Stream.concat(
            people.heads(link).await().stream(), people.teachers(link).await().stream())
        .distinct()
        .toList();
  }

  /// The heads are asked for their yes.
  void asked(Id link) {
    letters.send(
        people.heads(link).await(), "mail.linkasked.", "/links/" + link + "/answer", title(link));
  }

  /// A head would rather have another link: the facilitators read it.
  void otherWish(Id link, Id programme) {
    letters.send(
        people.facilitators(programme).await(), "mail.linkother.", "/links/" + link, title(link));
  }

  /// It may begin.
  void live(Id link) {
    letters.send(everybody(link), "mail.linklive.", "/links/" + link, title(link));
  }

  /// It is over.
  void ended(Id link) {
    letters.send(everybody(link), "mail.linkended.", "/links/" + link, title(link));
  }
}
