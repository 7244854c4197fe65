package org.linkroom.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.linkroom.video.DirectVideo;

/// What a school's network has to let through, made from this server's own settings.
///
/// @param relayOnly whether pictures and sound never go from school to school directly
/// @param mailFrom the domain that our mails come from
public record AllowList(String host, List<Row> rows, boolean relayOnly, String mailFrom) {
  private static final Pattern ICE =
      Pattern.compile("(stun|turns?):(\\[[^]]+]|[^:?]+)(?::(\\d+))?(?:\\?transport=(udp|tcp))?");

  /// One way through: to a host's port by a protocol, and what it is for.
  ///
  /// @param protocol udp, tcp or tls
  /// @param what pages, relay, find or signin: a key of our words
  public record Row(String host, int port, String protocol, String what) {}

  /// Make it.
  ///
  /// @param issuers addresses of those by whose accounts adults may sign in
  public static AllowList of(
      String publicUrl, DirectVideo video, String mailFrom, List<String> issuers) {
    var rows = new ArrayList<Row>();
    var pages = page(publicUrl, "pages");
    rows.add(pages);
    video.urls().stream().map(AllowList::row).distinct().forEach(rows::add);
    issuers.stream().map(url -> page(url, "signin")).distinct().forEach(rows::add);
    String domain = mailFrom.replaceFirst(".*@", "").replaceFirst(">.*", "").strip();
    return new AllowList(pages.host(), List.copyOf(rows), video.relayOnly(), domain);
  }

  private static Row page(String url, String what) {
    var address = URI.create(url);
    boolean tls = url.startsWith("https:");
    int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    String host = Objects.requireNonNullElse(address.getHost(), "localhost");
    return new Row(host, port, tls ? "tls" : "tcp", what);
  }

  /// Ports and transports where none is named are RFC 7065's.
  private static Row row(String url) {
    var ice = ICE.matcher(url);
    if (!ice.matches()) {
      return new Row(url.replaceFirst("^\\w+:", ""), 3478, "udp", "relay");
    }
    boolean tls = ice.group(1).equals("turns");
    int port = ice.group(3) == null ? (tls ? 5349 : 3478) : Integer.parseInt(ice.group(3));
    String protocol = tls ? "tls" : "tcp".equals(ice.group(4)) ? "tcp" : "udp";
    return new Row(ice.group(2), port, protocol, ice.group(1).equals("stun") ? "find" : "relay");
  }
}
