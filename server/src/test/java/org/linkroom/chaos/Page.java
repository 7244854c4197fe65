package org.linkroom.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.linkroom.base.Id;
import org.linkroom.protocol.Wire;

/// A page of a rehearsal without a browser. It does what web/live/wire.js does: follows patches,
/// asks for a whole document after a gap, asks for the time every four seconds, gives a silent line
/// up after ten, and comes back by any node after a random wait that grows.
final class Page implements AutoCloseable {
  private static final long PING_MS = 4000;
  private static final long GONE_MS = 10_000;
  private static final long FRESH_MS = 3000;
  private static final long FIRST_WAIT_MS = 400;
  private static final long LONGEST_WAIT_MS = 8000;

  /// What a page needs of the world.
  record World(
      HttpClient http, Supplier<NodeProgram> door, History history, RandomGenerator chance) {}

  private final String name;
  private final Id room;
  private final String token;
  private final World world;
  private final Queue queue;
  private Ear ear;
  private boolean alive;
  private boolean over;
  private int attempt;
  private long retry;
  private long version = -1;
  private String epoch = "";
  private long lastLine = -1;
  private long heardAt;
  private long saidAt;
  private long openedAt;
  private long freshAskedAt;
  private long connectAt = Long.MAX_VALUE;

  /// @param name is how the history knows it
  Page(String name, Id room, String token, World world) {
    this.name = name;
    this.room = room;
    this.token = token;
    this.world = world;
    this.queue = new Queue(name, world.history());
  }

  private static long now() {
    return System.nanoTime() / 1_000_000;
  }

  synchronized void connect() {
    if (over || ear != null) {
      return;
    }
    connectAt = Long.MAX_VALUE;
    openedAt = now();
    heardAt = openedAt;
    retry = 0;
    ear = new Ear();
    ear.open(world.door().get());
  }

  /// Look after the line, a few times a second.
  synchronized void check() {
    long now = now();
    if (ear == null) {
      if (now >= connectAt) {
        connect();
      }
      return;
    }
    boolean stuck = freshAskedAt > 0 && now - freshAskedAt > FRESH_MS;
    if (stuck || Math.min(now - heardAt, now - openedAt) >= GONE_MS) {
      ear.drop();
    } else if (alive && now - saidAt >= PING_MS) {
      ping();
    }
  }

  private void ping() {
    send("{\"clock\":{\"t0\":" + now() + "}}");
  }

  private void send(String frame) {
    saidAt = now();
    ear.send(frame);
  }

  private void lost(Ear was, int code) {
    if (ear != was) {
      return;
    }
    ear = null;
    alive = false;
    freshAskedAt = 0;
    over = over || (code >= 4500 && code <= 4999);
    if (!over) {
      long ceiling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS << Math.min(attempt++, 10));
      connectAt = now() + retry + 1 + world.chance().nextLong(ceiling);
    }
  }

  private void read(ObjectNode frame) {
    heardAt = now();
    if (frame.get("welcome") instanceof ObjectNode welcome) {
      welcome(welcome);
    } else if (frame.get("patch") instanceof ObjectNode patch) {
      patch(frame.path("from").asLong(), frame.path("v").asLong(), patch);
    } else if (frame.get("here") instanceof ObjectNode here) {
      here.properties().forEach(one -> presence(one.getKey(), one.getValue()));
    } else if (frame.get("bye") instanceof ObjectNode bye) {
      retry = bye.path("retry").asLong();
    } else if (frame.has("ok") || frame.has("no")) {
      queue.answered(frame);
    }
  }

  private void presence(String device, JsonNode entry) {
    world.history().add(new Seen.Presence(name, device, !entry.isNull()));
  }

  private void welcome(ObjectNode welcome) {
    epoch = welcome.path("epoch").asText();
    version = welcome.path("version").asLong();
    var lines = lines(welcome.path("doc"), new HashSet<>());
    world.history().add(new Seen.Welcomed(name, epoch, version, lines));
    lastLine = lines.keySet().stream().mapToLong(Long::longValue).max().orElse(-1);
    freshAskedAt = 0;
    attempt = 0;
    if (!alive) {
      alive = true;
      ping();
      queue.again().forEach(this::send);
    }
  }

  private void patch(long from, long to, ObjectNode patch) {
    var gone = new HashSet<Long>();
    var lines = lines(patch, gone);
    world.history().add(new Seen.Patched(name, from, to, lines, gone));
    if (from == version) {
      version = to;
      lastLine = Math.max(lastLine, lines.keySet().stream().mapToLong(i -> i).max().orElse(-1));
    } else if (to > version && freshAskedAt == 0) {
      freshAskedAt = now();
      send("{\"at\":{\"epoch\":\"" + epoch + "\",\"version\":" + version + "}}");
    }
  }

  private static Map<Long, String> lines(JsonNode document, Set<Long> gone) {
    var lines = new HashMap<Long, String>();
    for (var one : document.path("rehearsal").path("lines").properties()) {
      long number = Long.parseLong(one.getKey().substring(1));
      if (one.getValue().isNull()) {
        gone.add(number);
      } else {
        lines.put(number, one.getValue().path("text").asText());
      }
    }
    return lines;
  }

  /// Say a line, now or when the line is back; nothing is said where too many wait.
  synchronized boolean say(String line) {
    if (queue.full()) {
      return false;
    }
    String frame = queue.say(line);
    if (alive) {
      send(frame);
    }
    return true;
  }

  synchronized boolean in() {
    return alive;
  }

  synchronized boolean over() {
    return over;
  }

  synchronized int waiting() {
    return queue.waiting();
  }

  /// The number of the last line that it shows; -1 for none.
  synchronized long lastLine() {
    return lastLine;
  }

  String name() {
    return name;
  }

  @Override
  public synchronized void close() {
    over = true;
    if (ear != null) {
      ear.drop();
    }
  }

  /// One socket.
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();
    private CompletableFuture<WebSocket> opened;
    private CompletableFuture<WebSocket> sent;

    void open(NodeProgram node) {
      opened =
          world
              .http()
              .newWebSocketBuilder()
              .header("Origin", node.origin())
              .header("Authorization", "Bearer " + token)
              .connectTimeout(Duration.ofMillis(GONE_MS))
              .buildAsync(node.address("/live/" + room + "?seen=" + Math.max(0, version)), this);
      sent = opened;
      var _ = opened.whenComplete((made, fault) -> ended(fault == null ? 0 : 1006));
    }

    private void ended(int code) {
      if (code != 0) {
        synchronized (Page.this) {
          lost(this, code);
        }
      }
    }

    /// In order: the client takes a text only when the one before has gone.
    void send(String frame) {
      sent = sent.thenCompose(socket -> socket.sendText(frame, true));
    }

    void drop() {
      var _ = opened.thenAccept(WebSocket::abort);
      lost(this, 1006);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
      synchronized (Page.this) {
        text.append(part);
        if (end && ear == this) {
          read((ObjectNode) Wire.read(text.toString()).orElseThrow());
        }
        if (end) {
          text.setLength(0);
        }
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
}
