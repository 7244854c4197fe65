package org.linkroom.redis;

/// Where a server listens.
record Address(String host, int port) {

  /// Read `host:port`, as people and Redis itself write it. A name without a port means the usual
  /// one; a port without a host means the host that was asked.
  static Address of(String text, String asked) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || text.endsWith("]")) {
      return new Address(bare(text), 6379);
    }
    String host = bare(text.substring(0, colon));
    return new Address(host.isEmpty() ? asked : host, Integer.parseInt(text.substring(colon + 1)));
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /// As it stands in an address of the web: an IPv6 number in brackets.
  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
