package org.linkroom.web;

import java.time.Duration;
import org.linkroom.people.Person;
import org.linkroom.people.SignIns;

/// Signs in whoever has shown who she is, in whichever way, and sends her where she wanted to go.
final class Welcome {
  private Welcome() {}

  static void in(Visit visit, Person person, boolean own, SignIns signIns) {
    visit.signIn().ifPresent(before -> signIns.end(before.id()).await());
    var signedIn = signIns.begin(person, own).await();
    visit.keep("linkroom", signedIn.cookie(), Duration.between(visit.now(), signedIn.until()));
    String to = visit.cookie("to").map(Welcome::safe).orElse("/home");
    visit.forget("to");
    visit.go(to);
  }

  /// Only a path of ours is ever gone to.
  static String safe(String to) {
    return to.matches("/[A-Za-z0-9][A-Za-z0-9/_?=&.-]{0,180}") ? to : "/home";
  }
}
