package org.linkroom.redis;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where Redis is, as the settings say it:
///
/// - one server: `redis://:password@host:6379`, `rediss://` for TLS, `unix:///run/redis.sock`;
/// - a cluster, by any of its servers: `redis+cluster://:password@one:6379,two:6379`;
/// - a master that sentinels know by a name: `redis+sentinel://:password@one:26379,two:26379/name`,
///   with `?sentinelPassword=…` where the sentinels ask for one of their own.
///
/// `rediss+cluster` and `rediss+sentinel` speak TLS with every server, the sentinels included.
///
/// @param text the whole of it
/// @param kind which of the three
/// @param before what stands before a server's host: `redis://:password@`
/// @param hosts the servers or sentinels to begin with; empty for one server
/// @param name the master's name among the sentinels, else empty
/// @param sentinelBefore what stands before a sentinel's host
public record RedisUrl(
    String text,
    Kind kind,
    String before,
    List<Address> hosts,
    String name,
    String sentinelBefore) {
  private static final Pattern ONE = Pattern.compile("(rediss?://.+|unix:///[^\\s@]+)");
  private static final Pattern MANY =
      Pattern.compile(
          "(rediss?)\\+(cluster|sentinel)://([^@/,\\s]*@)?([^@/?\\s]+)(?:/([\\w.-]+))?"
              + "(?:\\?sentinelPassword=([^&\\s]+))?");

  /// How the servers belong together.
  public enum Kind {
    ONE,
    CLUSTER,
    SENTINEL
  }

  /// Read one.
  ///
  /// @throws IllegalArgumentException with a sentence that says what it should look like
  public static RedisUrl of(String text) {
    if (ONE.matcher(text).matches()) {
      return new RedisUrl(text, Kind.ONE, "", List.of(), "", "");
    }
    check(
        !text.startsWith("unix:"),
        "redis.url names a socket as unix:///run/redis.sock?password=word");
    var many = MANY.matcher(text);
    check(
        many.matches(),
        "redis.url must begin with redis://, rediss://, unix://, redis+cluster:// or redis+sentinel://");
    boolean cluster = many.group(2).equals("cluster");
    String name = Objects.requireNonNullElse(many.group(5), "");
    check(
        cluster == name.isEmpty(), "redis.url names a master after the sentinels, and only there");
    String before = many.group(1) + "://";
    String word = many.group(6) == null ? "" : ":" + many.group(6) + "@";
    return new RedisUrl(
        text,
        cluster ? Kind.CLUSTER : Kind.SENTINEL,
        before + Objects.requireNonNullElse(many.group(3), ""),
        Stream.of(many.group(4).split(",")).map(RedisUrl::host).toList(),
        name,
        before + word);
  }

  private static Address host(String text) {
    check(
        text.matches("[^:]+(:\\d{1,5})?|\\[[0-9a-fA-F:]+\\](:\\d{1,5})?"),
        "redis.url names its servers as host:port, with commas between them");
    var host = Address.of(text, text);
    check(host.port() <= 65_535, "redis.url has a port over 65535");
    return host;
  }

  private static void check(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /// Where one server of them is.
  String at(Address server) {
    return before + server;
  }

  /// Where one sentinel is.
  String sentinelAt(Address sentinel) {
    return sentinelBefore + sentinel;
  }
}
