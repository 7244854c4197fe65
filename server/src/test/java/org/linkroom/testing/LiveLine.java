package org.linkroom.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.linkroom.base.Id;
import org.linkroom.protocol.Wire;

/// One line of a `LiveClient` to the live door, as a tool would write it, in each of the three
/// ways.
interface LiveLine {
  HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// Where a line leads.
  ///
  /// @param url the node that shows it things
  /// @param posts the node that it says things to
  record Where(String url, String posts, Id room, String token) {
    private HttpRequest.Builder request(String node, String path) {
      return HttpRequest.newBuilder(URI.create(node + "/live/" + room + path))
          .header("Origin", node)
          .header("Authorization", "Bearer " + token);
    }
  }

  /// Who hears what comes by it.
  interface Ear {
    void heard(ObjectNode frame);

    /// It has ended.
    ///
    /// @param code why, as a socket says it: 1006 where the line broke
    void ended(int code);
  }

  /// Say a text.
  void say(String text);

  /// Leave it without a word.
  void leave();

  /// From now on take nothing that comes, or take it again.
  default void pause(boolean is) {
    throw new UnsupportedOperationException("a socket reads by itself");
  }

  /// Open one.
  static LiveLine open(Way way, Where where, Ear ear) {
    return switch (way) {
      case SOCKET -> new Socket(where, ear);
      case EVENTS -> new Events(where, ear);
      case POLL -> new Poll(where, ear);
    };
  }

  /// A WebSocket.
  final class Socket implements LiveLine, WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private final Ear ear;
    final WebSocket socket;

    private Socket(Where where, Ear ear) {
      this.ear = ear;
      var address = where.url().replaceFirst("^http", "ws") + "/live/" + where.room();
      socket =
          HTTP.newWebSocketBuilder()
              .header("Origin", where.url())
              .header("Authorization", "Bearer " + where.token())
              .buildAsync(URI.create(address), this)
              .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      text.append(part);
      if (end) {
        ear.heard((ObjectNode) Wire.read(text.toString()).orElseThrow());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ear.ended(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      ear.ended(1006);
    }

    @Override
    public void say(String text) {
      // What is said as the other side hangs up is lost, as on any line.
      socket.sendText(text, true).exceptionally(gone -> socket).join();
    }

    @Override
    public void leave() {
      socket.abort();
    }
  }

  /// What both ways without a socket have in common: things are said by POST, one after the other.
  abstract class ByPost implements LiveLine {
    final Where where;
    private final Ear ear;
    private boolean paused;
    private int code = 1006;
    volatile boolean left;

    private ByPost(Where where, Ear ear) {
      this.where = where;
      this.ear = ear;
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      try {
        hear();
      } catch (IOException broken) {
        // The line has ended, as lines do.
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      ear.ended(code);
    }

    /// Hand on what comes until the line ends.
    abstract void hear() throws IOException, InterruptedException;

    void heard(JsonNode frame) {
      code = frame.at("/bye/code").asInt(code);
      ear.heard((ObjectNode) frame);
    }

    @Override
    public synchronized void pause(boolean is) {
      paused = is;
      notifyAll();
    }

    synchronized void mayRead() throws InterruptedException {
      while (paused) {
        wait();
      }
    }

    boolean over() {
      return left || code != 1006;
    }

    @Override
    public void say(String text) {
      var request =
          where
              .request(where.posts(), "/commands")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(text))
              .build();
      try {
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (!answer.body().isEmpty()) {
          heard(Wire.read(answer.body()).orElseThrow());
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
      if (over()) {
        leave();
      }
    }
  }

  /// A stream of server-sent events.
  final class Events extends ByPost {
    /// Not there before it is answered; set by the thread that the constructor has started.
    private volatile InputStream stream;

    private Events(Where where, Ear ear) {
      super(where, ear);
    }

    @Override
    void hear() throws IOException, InterruptedException {
      var request = where.request(where.url(), "/events").build();
      var answer = HTTP.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new IOException("answered " + answer.statusCode());
      }
      stream = answer.body();
      var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        mayRead();
        if (line.startsWith("data: ")) {
          heard(Wire.read(line.substring(6)).orElseThrow());
        }
      }
    }

    @Override
    public void leave() {
      left = true;
      try {
        if (stream != null) {
          stream.close();
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /// Long polls.
  final class Poll extends ByPost {
    private Poll(Where where, Ear ear) {
      super(where, ear);
    }

    @Override
    void hear() throws IOException, InterruptedException {
      String line = "";
      long has = 0;
      while (!over()) {
        mayRead();
        var request = where.request(where.url(), "/events?poll=" + line + "&has=" + has).build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          throw new IOException("answered " + answer.statusCode());
        }
        var given = Wire.read(answer.body()).orElseThrow();
        line = given.get("line").asText();
        has = given.get("n").asLong();
        if (!left) {
          given.get("frames").forEach(this::heard);
        }
      }
    }

    @Override
    public void leave() {
      left = true;
    }
  }
}
