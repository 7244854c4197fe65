package org.linkroom.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/// What a page measured on one device: what the verdict needs, and nothing that would know the
/// device again.
///
/// @param browser good, ageing or old, by what it can do
/// @param speaker heard, unheard or untried: what the teacher said of the tune
/// @param sound free, press or stopped: when a sound of ours may begin
public record Measured(
    String browser,
    Own own,
    String speaker,
    String sound,
    Line line,
    Route route,
    Speed speed,
    Screen screen) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /// @throws IllegalArgumentException if no page of ours says so
  public Measured {
    oneOf(browser, "good", "ageing", "old");
    oneOf(speaker, "heard", "unheard", "untried");
    oneOf(sound, "free", "press", "stopped");
  }

  /// Camera and microphone.
  ///
  /// @param camera on, blocked, missing or busy
  /// @param microphone the same
  /// @param level the loudest that the microphone heard, in hundredths
  public record Own(String camera, String microphone, int level) {
    /// @throws IllegalArgumentException if no page of ours says so
    public Own {
      oneOf(camera, "on", "blocked", "missing", "busy");
      oneOf(microphone, "on", "blocked", "missing", "busy");
      within(level, 0, 100);
    }
  }

  /// By which ways our own live door was reached.
  ///
  /// @param socket a WebSocket gave back what was said on it
  /// @param events server-sent events came one by one
  /// @param polls a request that was held back was answered
  /// @param posts what was posted was heard
  public record Line(boolean socket, boolean events, boolean polls, boolean posts) {}

  /// By which ways pictures and sound may go (RFC 8445's kinds of candidates, counted).
  ///
  /// @param webrtc whether the browser has connections at all
  /// @param relays by what the relay was reached: udp, tcp, tls
  /// @param through whether something was sent through the relay and came back
  public record Route(boolean webrtc, int host, int srflx, List<String> relays, boolean through) {
    /// @throws IllegalArgumentException if no page of ours says so
    public Route {
      within(host, 0, 50);
      within(srflx, 0, 50);
      within(relays.size(), 0, 3);
      relays.forEach(by -> oneOf(by, "udp", "tcp", "tls"));
      relays = List.copyOf(relays);
    }
  }

  /// Kilobits a second from us and to us, -1 where it could not be measured; milliseconds there and
  /// back.
  public record Speed(int down, int up, int trip) {
    /// @throws IllegalArgumentException if no page of ours says so
    public Speed {
      within(down, -1, 10_000_000);
      within(up, -1, 10_000_000);
      within(trip, -1, 60_000);
    }
  }

  /// What of the screen a page has, in CSS pixels.
  public record Screen(int width, int height) {
    /// @throws IllegalArgumentException if no page of ours says so
    public Screen {
      within(width, 0, 20_000);
      within(height, 0, 20_000);
    }
  }

  private static void oneOf(String word, String... words) {
    if (!List.of(words).contains(word)) {
      throw new IllegalArgumentException(word);
    }
  }

  private static void within(int n, int least, int most) {
    if (n < least || n > most) {
      throw new IllegalArgumentException(Integer.toString(n));
    }
  }

  /// Read what a page sent; empty if no page of ours sends that.
  public static Optional<Measured> read(String json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, Measured.class));
    } catch (JsonProcessingException foreign) {
      return Optional.empty();
    }
  }

  /// As JSON.
  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException never) {
      throw new IllegalStateException(never);
    }
  }
}
