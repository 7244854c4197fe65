package org.linkroom.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linkroom.people.Hashes;

/// What we know a browser by, before and beside anybody's signing in: a random text in a cookie. A
/// form's token is the hash of it, so another site's form has none.
final class Browser {
  private static final int FORM_BYTES = 64 * 1024;

  private final RoutingContext context;
  private final Hashes hashes;
  private final boolean secure;
  private @Nullable String known;

  Browser(RoutingContext context, Hashes hashes, boolean secure) {
    this.context = context;
    this.hashes = hashes;
    this.secure = secure;
  }

  static int formBytes() {
    return FORM_BYTES;
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

  String csrf() {
    return hashes.of("csrf:" + text());
  }

  boolean csrfFits(String token) {
    return cookie("browser").isPresent() && Hashes.same(token, csrf());
  }

  Optional<String> cookie(String name) {
    return Optional.ofNullable(context.request().getCookie(full(name))).map(Cookie::getValue);
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
