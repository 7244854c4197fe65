package org.linkroom.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

  private final String tab = Id.random().text();
  private final List<ObjectNode> frames = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final LiveLine line;
  private ObjectNode document = JsonNodeFactory.instance.objectNode();
  private long version = -1;
  private long last;

  private LiveClient(Way way, LiveLine.Where where) {
    line =
        LiveLine.open(
            way,
            where,
            new LiveLine.Ear() {
              @Override
              public void heard(ObjectNode frame) {
                LiveClient.this.heard(frame);
              }

              @Override
              public void ended(int code) {
                LiveClient.this.ended(code);
              }
            });
  }

  /// Come in by a pass, and wait to be welcomed.
  public static LiveClient open(String url, Passes passes, Pass pass) {
    return open(Way.SOCKET, url, passes, pass);
  }

  /// Come in by a pass in one of the three ways, and wait to be welcomed.
  public static LiveClient open(Way way, String url, Passes passes, Pass pass) {
    return welcomed(knock(way, url, pass.room(), passes.sign(pass)));
  }

  /// Come in by a pass at one node and say everything to another, as behind a balancer.
  public static LiveClient open(Way way, String url, String posts, Passes passes, Pass pass) {
    var where = new LiveLine.Where(url, posts, pass.room(), passes.sign(pass));
    return welcomed(new LiveClient(way, where));
  }

  private static LiveClient welcomed(LiveClient client) {
    client.await("welcome");
    return client;
  }

  /// Open a socket by a token, and wait for nothing.
  public static LiveClient knock(String url, Id room, String token) {
    return knock(Way.SOCKET, url, room, token);
  }

  /// Open a line of one of the three ways by a token, and wait for nothing.
  public static LiveClient knock(Way way, String url, Id room, String token) {
    return new LiveClient(way, new LiveLine.Where(url, url, room, token));
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

  /// How many frames with this field have come that nobody has taken.
  public synchronized int count(String field) {
    return (int) frames.stream().filter(frame -> frame.has(field)).count();
  }

  /// Send a text as it is.
  public void send(String text) {
    line.say(text);
  }

  /// Send a text by a socket in two fragments.
  public void sendInTwo(String text) {
    int half = text.length() / 2;
    socket().sendText(text.substring(0, half), false).join();
    socket().sendText(text.substring(half), true).join();
  }

  private WebSocket socket() {
    return ((LiveLine.Socket) line).socket;
  }

  /// Send bytes by a socket.
  public void send(byte[] bytes) {
    socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /// Where it has no socket: from now on take nothing that comes, or take it again.
  public void pause(boolean is) {
    line.pause(is);
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
    line.leave();
  }
}
