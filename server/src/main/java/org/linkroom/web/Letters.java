package org.linkroom.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.linkroom.base.Words;
import org.linkroom.network.LinkPeople.Addressee;
import org.linkroom.people.Mailer;

/// Mails that the press of a page brings about. They say little, and where to read more.
final class Letters {
  private static final Duration GOOD = Duration.ofDays(14);

  private final Mailer mailer;
  private final Words words;
  private final String url;

  Letters(Mailer mailer, Words words, String url) {
    this.mailer = mailer;
    this.words = words;
    this.url = url;
  }

  /// Write to each of some people.
  ///
  /// @param what the beginning of the keys of subject and body, with its dot
  /// @param path the page that it is about
  /// @param more what the body says after her name and the page's address
  void send(List<Addressee> people, String what, String path, Object... more) {
    String subject = words.say(what + "subject");
    for (var one : people) {
      var values = new ArrayList<Object>(List.of(one.name(), url + path));
      values.addAll(Arrays.asList(more));
      String body = words.say(what + "body", values.toArray());
      mailer.send(new Mailer.Letter(one.email(), subject, body, GOOD)).await();
    }
  }
}
