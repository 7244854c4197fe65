package org.linkroom.bench;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// A server of its own process, started again on the data that an earlier run kept: from the
/// command until it says that it is ready, PostgreSQL, Redis and the demo network included.
final class WarmStart implements Row {
  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Goal> goals() {
    return List.of(new Goal("a warm start of everything, until ready", "s", 6, 6));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    ground.rest();
    var folder = Files.createTempDirectory("linkroom-start");
    // The embedded PostgreSQL runs as another user where this runs as root.
    folder.toFile().setExecutable(true, false);
    folder.toFile().setReadable(true, false);
    var settings = Map.of("LINKROOM_DATA", folder.resolve("data").toString());
    var log = folder.resolve("server.log");
    NodeProcess.start(Cores.ALL, settings, log).close();
    return () -> {
      long begun = System.nanoTime();
      try (var server = NodeProcess.start(Cores.ALL, settings, log)) {
        return Reading.of((System.nanoTime() - begun) / 1e9, "process " + server.pid());
      }
    };
  }
}
