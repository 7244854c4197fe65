package org.linkroom.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Scripts, styles, fonts and pictures, under a path that changes with every build, so that
/// browsers may keep them for good. Any build's path is answered: during a deploy pages of two
/// builds ask.
public final class Assets {
  private static final Pattern PATH =
      Pattern.compile("(style|live|media)/[A-Za-z0-9_/-]+(\\.[A-Za-z0-9-]+)*\\.([a-z0-9]+)");
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "png", "image/png",
          "jpg", "image/jpeg",
          "mp3", "audio/mpeg",
          "ico", "image/x-icon");

  private final Map<String, Buffer> kept = new ConcurrentHashMap<>();
  private final String build;

  /// Read which build this is.
  public Assets() {
    try (var in = Assets.class.getResourceAsStream("/build.properties")) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(in));
      build = properties.getProperty("build");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /// The address of a file under web/.
  public String path(String file) {
    return "/assets/" + build + "/" + file;
  }

  /// Answer with a file; false if there is none.
  boolean answer(String file, HttpServerResponse response) {
    var path = PATH.matcher(file);
    if (!path.matches() || !TYPES.containsKey(path.group(3))) {
      return false;
    }
    var bytes = bytes(file);
    bytes.ifPresent(
        found ->
            response
                .putHeader("Content-Type", TYPES.get(path.group(3)))
                .putHeader("Cache-Control", "public, max-age=31536000, immutable")
                .end(found));
    return bytes.isPresent();
  }

  /// Only what is there is kept, or made-up names would fill the memory.
  private Optional<Buffer> bytes(String file) {
    var known = Optional.ofNullable(kept.get(file));
    return known.isPresent()
        ? known
        : read(file).map(found -> Objects.requireNonNullElse(kept.putIfAbsent(file, found), found));
  }

  private static Optional<Buffer> read(String file) {
    try (var in = Assets.class.getResourceAsStream("/web/" + file)) {
      return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
