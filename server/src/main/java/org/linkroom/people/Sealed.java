package org.linkroom.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A short text that a browser keeps for us: it can be read there, but neither changed nor used for
/// anything else or longer than meant.
public final class Sealed {
  private static final int PARTS = 3;

  private Sealed() {}

  /// Seal it, fit for a cookie.
  ///
  /// @param purpose what it is for; another purpose does not open it
  public static String seal(Hashes hashes, String purpose, String text, Instant until) {
    String said =
        until.toEpochMilli()
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return said + "." + mark(hashes, purpose, said);
  }

  /// Open it; empty if it is not ours, was changed, is for something else, or is over.
  public static Optional<String> open(Hashes hashes, String purpose, String sealed, Instant now) {
    String[] parts = sealed.split("\\.", -1);
    if (parts.length != PARTS
        || !Hashes.same(parts[2], mark(hashes, purpose, parts[0] + "." + parts[1]))
        || !now.isBefore(Instant.ofEpochMilli(Long.parseLong(parts[0])))) {
      return Optional.empty();
    }
    return Optional.of(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }

  private static String mark(Hashes hashes, String purpose, String said) {
    return hashes.of("sealed:" + purpose + ":" + said);
  }
}
