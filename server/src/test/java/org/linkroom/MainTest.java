package org.linkroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.linkroom.base.Id;
import org.linkroom.protocol.Goodbye;
import org.linkroom.testing.DemoSession;
import org.linkroom.testing.LiveClient;

/// The program as a process of its own, with the servers that it brings.
class MainTest {
  private static final long SECONDS_TO_START = 90;
  private static final long SECONDS_TO_STOP = 15;

  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws Exception {
    started.forEach(Process::destroyForcibly);
    if (Files.exists(folder.resolve("data"))) {
      servers().forEach(one -> ProcessHandle.of(one).ifPresent(ProcessHandle::destroy));
    }
  }

  private Process run(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", classPath(), "org.linkroom.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LINKROOM_"));
    builder.environment().putAll(environment);
    builder.environment().putIfAbsent("LINKROOM_DATA", folder.resolve("data").toString());
    builder.redirectOutput(folder.resolve("said-" + started.size()).toFile());
    var process = builder.start();
    started.add(process);
    return process;
  }

  /// Without the tests' own classes and settings of the log.
  private static String classPath() {
    var all = System.getProperty("java.class.path").split(File.pathSeparator);
    return String.join(
        File.pathSeparator,
        java.util.stream.Stream.of(all).filter(one -> !one.endsWith("test-classes")).toList());
  }

  private String said(Process process) throws Exception {
    return Files.readString(folder.resolve("said-" + started.indexOf(process)), UTF_8);
  }

  /// Wait until it serves, and say where.
  private String address(Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (process.isAlive() && System.nanoTime() < end) {
      var at =
          java.util.regex.Pattern.compile("Linkroom is at (http://localhost:\\d+)")
              .matcher(said(process));
      if (at.find()) {
        return at.group(1);
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("did not start: " + said(process));
  }

  private static int code(Process process, long seconds) throws Exception {
    assertThat(process.waitFor(seconds, TimeUnit.SECONDS)).as("ended in time").isTrue();
    return process.exitValue();
  }

  @Test
  void aWrongKeyEndsItWithOneSentence() throws Exception {
    var process = run(Map.of("LINKROOM_PORT", "eighty"));
    assertThat(code(process, SECONDS_TO_START)).isEqualTo(2);
    assertThat(said(process).strip()).isEqualTo("The setting port has a value that does not fit.");
  }

  @Test
  void aRunFindsWhatAKilledOneLeftAndOneThatIsToldToStopDrains() throws Exception {
    var demo = Map.of("LINKROOM_PORT", "0");
    var killed = run(demo, "--demo");
    address(killed);
    var left = servers();
    assertThat(left).hasSize(2).allMatch(MainTest::alive);
    killed.destroyForcibly();
    assertThat(code(killed, SECONDS_TO_STOP)).isNotZero();

    var next = run(Map.of("LINKROOM_PORT", "0", "LINKROOM_LOG", "json"), "--demo");
    String url = address(next);
    assertThat(left).noneMatch(MainTest::alive);
    var servers = servers();

    var third = run(demo, "--demo");
    assertThat(code(third, SECONDS_TO_START)).isEqualTo(2);
    assertThat(said(third)).contains("Another Linkroom runs with the data in ");
    assertThat(servers).allMatch(MainTest::alive);

    var session = DemoSession.of(database());
    var passes = passes(session);
    assertThat(passes).hasSize(3).doesNotHaveDuplicates();
    try (var client = LiveClient.knock(url, session.room(), passes.getFirst())) {
      assertThat(client.await("welcome").at("/welcome/you/in").asBoolean()).isTrue();
      next.destroy();
      assertThat(client.await("bye").at("/bye/code").asInt()).isEqualTo(Goodbye.RESTART.code());
      assertThat(client.closed()).isEqualTo(Goodbye.RESTART.code());
    }
    assertThat(code(next, SECONDS_TO_STOP)).isZero();
    assertThat(servers).hasSize(2).allMatch(MainTest::ends);
    assertThat(log(next)).contains("redis=up attempt=0");
  }

  /// What it logged as JSON, one object a line; what it says to whoever started it is no log.
  private List<String> log(Process process) throws Exception {
    return said(process)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("  Linkroom is at "))
        .map(line -> new JsonObject(line).getString("formattedMessage"))
        .toList();
  }

  private List<String> passes(DemoSession session) throws Exception {
    var process =
        run(
            Map.of(),
            "passes",
            "--session=" + session.room(),
            "--class=" + session.ours().schoolClass(),
            "--count=3");
    assertThat(code(process, SECONDS_TO_START)).isZero();
    return said(process).strip().lines().toList();
  }

  @Test
  void passesAreForASessionAndAClassByTheirIds() throws Exception {
    var process = run(Map.of(), "passes", "--session=today", "--class=" + Id.random());
    assertThat(code(process, SECONDS_TO_START)).isEqualTo(2);
    assertThat(said(process).strip()).isEqualTo("A session and a class are named by ids.");
  }

  /// The process numbers of the servers that the data folder names.
  private List<Long> servers() throws Exception {
    var numbers = new ArrayList<Long>();
    for (Path file :
        List.of(Path.of("postgres", "data", "postmaster.pid"), Path.of("redis", "redis.pid"))) {
      var kept = folder.resolve("data").resolve(file);
      if (Files.exists(kept)) {
        numbers.add(Long.parseLong(Files.readAllLines(kept).getFirst().strip()));
      }
    }
    return numbers;
  }

  private static boolean alive(long process) {
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
  }

  /// Wait until a process that was told to stop has.
  private static boolean ends(long process) {
    return ProcessHandle.of(process)
        .map(one -> one.onExit().orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS))
        .map(one -> !one.join().isAlive())
        .orElse(true);
  }

  private String database() throws Exception {
    var postgres = folder.resolve("data").resolve("postgres");
    String password = Files.readString(postgres.resolve("password")).strip();
    String port = Files.readAllLines(postgres.resolve("data").resolve("postmaster.pid")).get(3);
    return "postgresql://postgres:" + password + "@127.0.0.1:" + port.strip() + "/linkroom";
  }
}
