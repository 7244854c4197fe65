package org.linkroom.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.people.Hashes;

/// What we know a browser by, before and beside anybody's signing in: a random text in a cookie. A
/// form's token is a hash of it, so another site's form has none.
final class Browser {
  private final RoutingContext context;
  private final Hashes hashes;
  private final boolean secure;
  private @Nullable String known;

  Browser(RoutingContext context, Hashes hashes, boolean secure) {
    this.context = context;
    this.hashes = hashes;
    this.secure = secure;
  }

  String text() {
    if (known == null) {
      known = cookie("browser").filter(text -> text.length() == 32).orElse(null);
    }
    if (known == null) {
      known = Hashes.secret();
      keep("browser", known, Duration.ofDays(1));
    }
    return known;
  }

  /// A form's token. It is made for one person, so that a page that was opened by one and sent
  /// after another has signed in here does nothing in her name.
  String csrf(Optional<Id> person) {
    return hashes.of("csrf:" + person.map(Id::text).orElse("") + ":" + text());
  }

  boolean csrfFits(String token, Optional<Id> person) {
    return cookie("browser").isPresent() && Hashes.same(token, csrf(person));
  }

  /// The id of what these fields make when this browser sends them.
  Id made(Map<String, String> fields) {
    return hashes.id("made:" + text() + fields);
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(context.request().getCookie(full(name))).map(Cookie::getValue);
  }

  /// The names of our cookies that begin so, the oldest first, as browsers send them (RFC 6265).
  List<String> cookies(String beginning) {
    String line = context.request().getHeader("Cookie");
    String full = full(beginning);
    return Arrays.stream((line == null ? "" : line).split(";"))
        .map(String::strip)
        .filter(pair -> pair.startsWith(full) && pair.contains("="))
        .map(pair -> beginning + pair.substring(full.length(), pair.indexOf('=')))
        .toList();
  }

  void keep(String name, String value, Duration age) {
    context
        .response()
        .addCookie(
            Cookie.cookie(full(name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(Math.max(0, age.toSeconds())));
  }

  void forget(String name) {
    keep(name, "", Duration.ZERO);
  }

  /// On https the browser itself holds such a cookie to this very host.
  private String full(String name) {
    return secure ? "__Host-" + name : name;
  }
}
