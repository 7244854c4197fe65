package org.linkroom.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;

/// Another server to measure beside.
record Peer(Process process, int port) implements AutoCloseable {
  static Peer start(Cores cores, List<String> command, Map<String, String> settings, int port)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(cores.running(command));
    builder.environment().putAll(settings);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var peer = new Peer(builder.start(), port);
    Patience.until(() -> command + " listens", peer::listens);
    return peer;
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
