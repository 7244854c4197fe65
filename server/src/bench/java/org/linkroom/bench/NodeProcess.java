package org.linkroom.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A node of Linkroom as a process of its own, with the flags that the README recommends.
final class NodeProcess implements AutoCloseable {
  static final Path FLAGS = Path.of("deploy", "jvm.options");

  private final Process process;
  private final int port;

  private NodeProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Start one and wait until it is ready.
  ///
  /// @param environment its settings, but for the port
  /// @param log where what it prints goes
  static NodeProcess start(Cores cores, Map<String, String> environment, Path log)
      throws IOException, InterruptedException {
    int port = freePort();
    var command = new ProcessBuilder(cores.running(command()));
    command.environment().putAll(environment);
    command.environment().put("LINKROOM_PORT", Integer.toString(port));
    var process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var node = new NodeProcess(process, port);
    try (var client = HttpClient.newHttpClient()) {
      Patience.until(() -> "a node is ready, see " + log, () -> node.ready(client));
    } catch (IllegalStateException late) {
      node.close();
      throw late;
    }
    return node;
  }

  private static List<String> command() {
    var java = ProcessHandle.current().info().command().orElse("java");
    var command = new ArrayList<>(List.of(java, "@" + FLAGS));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.linkroom.Main", "--demo"));
    return command;
  }

  private boolean ready(HttpClient client) {
    if (!process.isAlive()) {
      throw new IllegalStateException("a node stopped while it started");
    }
    var ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
            .timeout(Duration.ofSeconds(2));
    try {
      return client.send(ask.build(), BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  /// Seconds of processor time so far.
  double cpu() {
    return Kernel.cpu(pid());
  }

  /// Seconds of processor time that its compilers used so far.
  double compiling() {
    return Kernel.cpu(pid(), "C1 Compiler", "C2 Compiler");
  }

  /// Collect all garbage, then tell the bytes of memory that it has.
  long memory() throws IOException, InterruptedException {
    jcmd("GC.run");
    Patience.pass(1);
    jcmd("GC.run");
    return Kernel.memory(pid());
  }

  /// Ask its virtual machine something.
  String jcmd(String... what) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
    command.add(Long.toString(pid()));
    command.addAll(List.of(what));
    var asked = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    return answer;
  }

  /// Kill it, as a power cut does.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
