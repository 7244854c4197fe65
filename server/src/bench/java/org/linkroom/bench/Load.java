package org.linkroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// One run of the neutral generator.
final class Load {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;

  private Load(Process process) {
    this.process = process;
  }

  static Load start(Cores cores, String program, List<String> arguments) throws IOException {
    var command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    return new Load(new ProcessBuilder(cores.running(command)).start());
  }

  /// Wait until all its clients are in.
  void joined() throws IOException {
    var errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    String line;
    do {
      line = errors.readLine();
      if (line == null) {
        throw new IllegalStateException("the generator ended before its clients were in");
      }
    } while (!line.startsWith("joined"));
    if (!line.contains("failed 0 ")) {
      throw new IllegalStateException("the generator: " + line);
    }
  }

  /// Wait for its end and read what it counted.
  JsonNode result() throws IOException {
    return JSON.readTree(process.getInputStream());
  }
}
