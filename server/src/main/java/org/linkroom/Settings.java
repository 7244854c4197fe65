package org.linkroom;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linkroom.openid.Issuer;
import org.linkroom.redis.RedisUrl;
import org.linkroom.room.RoomTimes;
import org.linkroom.video.DirectVideo;

/// Everything that can be set, read once at the start. config/linkroom.yaml explains each key.
public record Settings(
    String host,
    int port,
    String publicUrl,
    boolean demo,
    Path data,
    String secret,
    Duration notice,
    String log,
    Database database,
    Redis redis,
    Mail mail,
    SignIn signIn,
    Video video,
    RoomTimes room) {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+\\])(:\\d{1,5})?");

  /// @throws IllegalArgumentException with a sentence that names the wrong key
  public Settings {
    check(port >= 0 && port <= 65535, "port must be from 0 to 65535");
    check(
        publicUrl.isEmpty() || ADDRESS.matcher(publicUrl).matches(),
        "publicUrl must be a scheme and a host, such as https://linkroom.example.org");
    check(
        demo || publicUrl.isEmpty() || publicUrl.startsWith("https://") || local(publicUrl),
        "publicUrl must begin with https:// outside the demo, for a camera needs it");
    check(within(notice, Duration.ZERO, Duration.ofSeconds(10)), "notice must be from 0 s to 10 s");
    check(List.of("text", "json").contains(log), "log must be text or json");
    check(secret.isEmpty() || secret.length() >= 32, "secret must have 32 characters or more");
    check(
        !demo || loopback(host),
        "host must be 127.0.0.1 in the demo, which lets anybody in as anybody");
    check(
        loopback(host) || !publicUrl.isEmpty(),
        "publicUrl must be set when host lets others reach the server");
    check(
        demo || publicUrl.isEmpty() || local(publicUrl) || !secret.isEmpty(),
        "secret must be set on a server that others reach");
  }

  private static boolean local(String url) {
    return loopback(Objects.requireNonNullElse(URI.create(url).getHost(), ""));
  }

  private static boolean loopback(String host) {
    return List.of("127.0.0.1", "localhost", "::1", "[::1]").contains(host);
  }

  private static boolean within(Duration time, Duration least, Duration most) {
    return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
  }

  static void check(boolean good, String sentence) {
    if (!good) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /// Where records are kept.
  public record Database(String url, int connections) {
    /// @throws IllegalArgumentException with a sentence
    public Database {
      check(
          url.isEmpty() || url.startsWith("postgresql://") || url.startsWith("postgres://"),
          "database.url must begin with postgresql://");
      check(connections >= 2 && connections <= 200, "database.connections must be from 2 to 200");
    }
  }

  /// Where rooms live.
  public record Redis(String url) {
    /// @throws IllegalArgumentException with a sentence
    public Redis {
      if (!url.isEmpty()) {
        RedisUrl.of(url);
      }
    }
  }

  /// How mail leaves.
  public record Mail(String host, int port, String user, String password, String tls, String from) {
    /// @throws IllegalArgumentException with a sentence
    public Mail {
      check(port > 0 && port <= 65535, "mail.port must be from 1 to 65535");
      check(
          List.of("required", "optional", "none").contains(tls),
          "mail.tls must be required, optional or none");
      check(from.contains("@"), "mail.from must hold an address");
    }
  }

  /// How long sign-ins are good.
  public record SignIn(
      Duration mailed, Duration spoken, Duration ownDevice, Map<String, OpenIdIssuer> openId) {
    /// @throws IllegalArgumentException with a sentence
    public SignIn {
      check(
          within(mailed, Duration.ofMinutes(1), Duration.ofHours(24)),
          "signIn.mailed must be from 1 min to 24 h");
      check(
          within(spoken, Duration.ofMinutes(1), Duration.ofHours(2)),
          "signIn.spoken must be from 1 min to 2 h");
      check(
          within(ownDevice, Duration.ofHours(1), Duration.ofDays(366)),
          "signIn.ownDevice must be from 1 h to 366 d");
      openId.forEach((key, issuer) -> issuer.check("signIn.openId." + key));
    }

    /// Those by whose accounts adults may sign in, in the order of the settings.
    List<Issuer> issuers() {
      return openId.entrySet().stream().map(one -> one.getValue().issuer(one.getKey())).toList();
    }
  }

  /// How pictures and sound travel browser to browser.
  public record Video(String turn, String turnSecret, Duration credentials, boolean relayOnly) {
    /// @throws IllegalArgumentException with a sentence
    public Video {
      check(
          turns(turn).allMatch(url -> url.matches("(stun|turns?):.+")),
          "video.turn must hold addresses that begin with stun:, turn: or turns:");
      check(
          within(credentials, Duration.ofMinutes(1), Duration.ofHours(2)),
          "video.credentials must be from 1 min to 2 h");
      check(
          !turnSecret.isEmpty() || turns(turn).allMatch(url -> url.startsWith("stun:")),
          "video.turnSecret must be set with the relay of video.turn");
    }

    private static Stream<String> turns(String turn) {
      return Stream.of(turn.split(",")).map(String::strip).filter(url -> !url.isEmpty());
    }

    /// As pages are told of it.
    DirectVideo direct() {
      return new DirectVideo(urls(), turnSecret, credentials, relayOnly);
    }

    /// The addresses, one by one.
    public List<String> urls() {
      return turns(turn).toList();
    }
  }

  /// How long a node that stops goes on as it is while it says that it takes nobody new.
  public Duration beforeLeaving() {
    return publicUrl.isEmpty() ? Duration.ZERO : notice;
  }

  /// The address that people type, without a slash at its end.
  public String publicUrl(int boundPort) {
    return publicUrl.isEmpty() ? "http://localhost:" + boundPort : publicUrl;
  }
}
