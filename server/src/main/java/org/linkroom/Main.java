package org.linkroom;

import java.net.BindException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line. With no further word it serves until it is told to stop.
@Command(
    name = "linkroom",
    mixinStandardHelpOptions = true,
    version = "Linkroom 1.0",
    description = "Where linked school classes do things live.",
    subcommands = {InviteCommand.class, PassesCommand.class, RehearsalCommand.class})
public final class Main implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  @Option(
      names = "--config",
      scope = CommandLine.ScopeType.INHERIT,
      description = "a file of your own settings; config/linkroom.yaml explains each")
  private @Nullable Path config;

  @Option(names = "--demo", description = "serve a demo network, on this machine alone")
  private boolean demo;

  /// Run what the command line says.
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((fault, line, parsed) -> say(fault))
            .execute(arguments));
  }

  /// One sentence for the operator; the rest is in the log.
  private static int say(Exception fault) {
    if (fault instanceof IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      return 2;
    }
    Throwable cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof BindException) {
      System.err.println(
          "Another program listens on the port already; LINKROOM_PORT chooses another one.");
      return 1;
    }
    LOG.error("start=failed", fault);
    System.err.println("Linkroom did not start: " + cause.getMessage());
    return 1;
  }

  Settings settings() {
    var environment = new HashMap<>(System.getenv());
    if (demo) {
      environment.putIfAbsent("LINKROOM_DEMO", "true");
      environment.putIfAbsent("LINKROOM_VIDEO_RELAY_ONLY", "false");
    }
    return new SettingsReader().read(config, environment);
  }

  @Override
  public Integer call() throws Exception {
    var settings = settings();
    Log.write(settings.log());
    var app = App.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "stop"));
    System.out.println();
    System.out.println("  Linkroom is at " + app.url() + (demo ? "  (demo: begin at /demo)" : ""));
    System.out.println();
    new CountDownLatch(1).await();
    return 0;
  }

  /// Stop in order. To be told to stop is no failure, whatever the machine thinks of the signal.
  private static void stop(App app) {
    app.close();
    Runtime.getRuntime().halt(0);
  }
}
