package org.linkroom.testing;

import java.util.HashMap;
import java.util.Map;
import org.linkroom.App;
import org.linkroom.Settings;
import org.linkroom.SettingsReader;
import org.linkroom.people.Passes;

/// A whole Linkroom with its demo network in the test's own process, on a free port, over the real
/// servers of this run and a database of its own.
public final class TestApp implements AutoCloseable {
  private static final String SECRET = "a secret of the tests, which guards nothing at all";

  private final TestClock clock = new TestClock();
  private final Map<String, String> environment;
  private Settings settings;
  private App app;

  private TestApp(Map<String, String> changes) {
    environment =
        new HashMap<>(
            Map.of(
                "LINKROOM_PORT",
                "0",
                "LINKROOM_DEMO",
                "true",
                "LINKROOM_VIDEO_RELAY_ONLY",
                "false",
                "LINKROOM_SECRET",
                SECRET,
                "LINKROOM_DATABASE_URL",
                Servers.database(),
                "LINKROOM_REDIS_URL",
                Servers.redis()));
    environment.putAll(changes);
    open();
  }

  /// Start one with the settings as they come.
  public static TestApp start() {
    return start(Map.of());
  }

  /// Start one with some settings changed, named as in the environment:
  /// `Map.of("LINKROOM_ROOM_KEY_SILENT", "2 s")`.
  public static TestApp start(Map<String, String> changes) {
    return new TestApp(changes);
  }

  private void open() {
    settings = new SettingsReader().read(null, environment);
    app = App.start(settings, clock, clock::roomsAhead);
    environment.put("LINKROOM_PORT", Integer.toString(app.port()));
  }

  /// Stop it and start it again: the same data, the same address.
  public void restart() {
    app.close();
    open();
  }

  /// The address of its pages, without a slash at its end; also the Origin of its live door.
  public String url() {
    return app.url();
  }

  /// The address of a page.
  public String url(String path) {
    return app.url() + path;
  }

  /// The port that it listens on.
  public int port() {
    return app.port();
  }

  /// The clock that it goes by.
  public TestClock clock() {
    return clock;
  }

  /// What it was started with; its database and its Redis are named there.
  public Settings settings() {
    return settings;
  }

  /// The application itself.
  public App app() {
    return app;
  }

  /// Signs passes that its live door takes.
  public Passes passes() {
    return new Passes(SECRET);
  }

  @Override
  public void close() {
    app.close();
  }
}
