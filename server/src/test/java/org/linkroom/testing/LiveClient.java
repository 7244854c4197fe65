package org.linkroom.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.linkroom.base.Id;
import org.linkroom.people.Passes;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Wire;
import org.linkroom.room.Patch;

/// A device at the live door, as a tool would write one: it keeps the document by its patches, and
/// waits for what it needs by what it says, with a bound. It never counts frames.
public final class LiveClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String tab = Id.random().text();
  private final List<ObjectNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;
  private ObjectNode document = JsonNodeFactory.instance.objectNode();
  private long version = -1;
  private long last;

  private LiveClient(URI address, String origin, String token) {
    socket =
        HTTP.newWebSocketBuilder()
            .header("Origin", origin)
            .header("Authorization", "Bearer " + token)
            .buildAsync(address, new Ear())
            .join();
  }

  /// Come in by a pass, and wait to be welcomed.
  public static LiveClient open(String url, Passes passes, Pass pass) {
    var client = knock(url, pass.room(), passes.sign(pass));
    client.await("welcome");
    return client;
  }

  /// Open a socket by a token, and wait for nothing.
  public static LiveClient knock(String url, Id room, String token) {
    return new LiveClient(
        URI.create(url.replaceFirst("^http", "ws") + "/live/" + room), url, token);
  }

  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      text.append(part);
      if (end) {
        heard((ObjectNode) Wire.read(text.toString()).orElseThrow());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      ended(code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable fault) {
      ended(1006);
    }
  }

  private synchronized void heard(ObjectNode frame) {
    frames.add(frame);
    if (frame.get("welcome") instanceof ObjectNode welcome) {
      document = (ObjectNode) welcome.get("doc");
      version = welcome.get("version").asLong();
    } else if (frame.get("patch") instanceof ObjectNode patch) {
      if (frame.get("from").asLong() != version) {
        throw new IllegalStateException("a patch that does not fit: " + frame);
      }
      document = Patch.apply(document, patch);
      version = frame.get("v").asLong();
    }
    notifyAll();
  }

  private synchronized void ended(int code) {
    closed.complete(code);
    notifyAll();
  }

  /// Wait for the next frame that has this field, and take it; what came before stays to be asked
  /// for.
  public ObjectNode await(String field) {
    return await("a frame with " + field, frame -> frame.has(field));
  }

  private ObjectNode await(String what, Predicate<ObjectNode> wanted) {
    return until(
        what,
        self -> {
          var found = frames.stream().filter(wanted).findFirst();
          found.ifPresent(frame -> frames.removeIf(one -> one == frame));
          return found.orElse(null);
        });
  }

  /// Wait until the document is so, and give it.
  public ObjectNode until(Predicate<ObjectNode> wanted) {
    return until(
        "a document that fits", self -> wanted.test(document) ? document.deepCopy() : null);
  }

  private synchronized <T> T until(String what, Function<LiveClient, T> look) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      for (T found = look.apply(this); ; found = look.apply(this)) {
        if (found != null) {
          return found;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || closed.isDone()) {
          throw new AssertionError(
              "never heard: " + what + "; closed: " + closed.getNow(0) + "; heard: " + frames);
        }
        wait(left);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /// Say a command with its fields, and wait for its answer.
  public ObjectNode say(String name, Map<String, ?> fields) {
    return say(++last, name, fields);
  }

  /// Say a command without fields, and wait for its answer.
  public ObjectNode say(String name) {
    return say(name, Map.of());
  }

  /// Say a command under a number of one's own choice, and wait for its answer.
  public ObjectNode say(long n, String name, Map<String, ?> fields) {
    last = Math.max(last, n);
    ObjectNode frame = Wire.JSON.valueToTree(fields);
    send(frame.put("do", name).put("tab", tab).put("n", n).toString());
    return await(
        "an answer to " + n, one -> one.path("ok").asLong() == n || one.path("no").asLong() == n);
  }

  /// Send a text as it is.
  public void send(String text) {
    socket.sendText(text, true).join();
  }

  /// Send a text in two fragments.
  public void sendInTwo(String text) {
    int half = text.length() / 2;
    socket.sendText(text.substring(0, half), false).join();
    socket.sendText(text.substring(half), true).join();
  }

  /// Send bytes.
  public void send(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /// Wait until the socket is closed, and say by which code: 1006 where the line broke.
  public int closed() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Tell whether the socket is open.
  public boolean isOpen() {
    return !closed.isDone();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
