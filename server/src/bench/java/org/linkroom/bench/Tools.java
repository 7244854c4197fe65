package org.linkroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// The load generator, the floor and the peers: programs that are no part of Linkroom. They are
/// copied, compiled and installed under target/bench/tools.
final class Tools {
  private static final Path HERE = Path.of("target", "bench", "tools");

  private Tools() {}

  /// Make them ready to run.
  static Tools ready(Path from) throws IOException, InterruptedException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(path -> !path.toString().contains("node_modules")).toList()) {
        var copy = HERE.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    run(HERE, "cc", "-O2", "-w", "-o", "wsload", "wsload.c");
    run(HERE, "cc", "-O2", "-w", "-o", "rawcast", "rawcast.c");
    if (!Files.exists(HERE.resolve("peers").resolve("node_modules"))) {
      run(HERE.resolve("peers"), "npm", "install", "--no-audit", "--no-fund", "--silent");
    }
    return new Tools();
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("it failed: " + String.join(" ", command));
    }
  }

  /// The floor: one write a client and nothing else.
  Peer rawcast(Cores cores) throws IOException, InterruptedException {
    int port = NodeProcess.freePort();
    return Peer.start(cores, List.of(program("rawcast"), "" + port), Map.of(), port);
  }

  /// socket.io with its Redis adapter.
  Peer socketIo(Cores cores, String redisUrl) throws IOException, InterruptedException {
    int port = NodeProcess.freePort();
    var script = HERE.resolve("peers").resolve("socketio.js").toString();
    var settings = Map.of("PORT", "" + port, "REDIS", redisUrl);
    return Peer.start(cores, List.of("node", script), settings, port);
  }

  /// The generator.
  Load load(Cores cores, List<String> arguments) throws IOException {
    return Load.start(cores, program("wsload"), arguments);
  }

  private static String program(String name) {
    return HERE.resolve(name).toAbsolutePath().toString();
  }
}
