package org.linkroom.live;

import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.people.Passes;
import org.linkroom.protocol.Pass;

/// Who may open a live socket: a page of ours, for an upgrade carries cookies whatever page asked
/// for it; with a pass for this room, in the cookie of its device or, for tools, as a bearer token.
public final class Admission {
  private static final String BEARER = "Bearer ";

  private final Passes passes;
  private final Set<String> origins;
  private final boolean secure;
  private final InstantSource clock;

  /// @param origins the addresses whose pages may ask
  /// @param secure whether cookies carry the `__Host-` prefix
  public Admission(Passes passes, Set<String> origins, boolean secure, InstantSource clock) {
    this.passes = passes;
    this.origins = Set.copyOf(origins);
    this.secure = secure;
    this.clock = clock;
  }

  /// The name of the cookie that holds a device's pass.
  public static String cookie(Id device, boolean secure) {
    return (secure ? "__Host-pass-" : "pass-") + device;
  }

  /// Tell whether the page that asks is one of ours.
  public boolean ours(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && origins.contains(origin);
  }

  /// The same for what a page of ours fetches: a browser sends no Origin with a GET to the page's
  /// own site. Another site's page cannot set this header without being let first, and nobody lets
  /// it.
  public boolean oursFetching(HttpServerRequest request) {
    return request.getHeader("Origin") == null
        ? "Linkroom".equals(request.getHeader("X-Requested-With"))
        : ours(request);
  }

  /// Read the pass for this room that the request brings.
  public Optional<Pass> pass(HttpServerRequest request, Id room) {
    String bearer = request.getHeader("Authorization");
    if (bearer != null && bearer.startsWith(BEARER)) {
      return read(bearer.substring(BEARER.length()), room);
    }
    String device = request.getParam("device");
    if (device == null || !Id.fits(device)) {
      return Optional.empty();
    }
    var cookie = request.getCookie(cookie(new Id(device), secure));
    return cookie == null
        ? Optional.empty()
        : read(cookie.getValue(), room).filter(pass -> pass.device().text().equals(device));
  }

  private Optional<Pass> read(String token, Id room) {
    return passes.read(token, clock.instant()).filter(pass -> pass.room().equals(room));
  }
}
