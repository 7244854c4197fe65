package org.linkroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linkroom.testing.Soon;

/// The generator hears what a real server says, and says what a real server hears.
class SwarmTest {
  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<ServerWebSocket> sockets = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Client> lost = new LinkedBlockingQueue<>();
  private HttpServer server;
  private Swarm swarm;

  private final Ear ear =
      new Ear() {
        @Override
        public void heard(Client client, Frame frame, long nanos) {
          heard.add(frame.toString());
        }

        @Override
        public void lost(Client client) {
          lost.add(client);
        }
      };

  @BeforeEach
  void start() throws Exception {
    server =
        Soon.get(
            vertx
                .createHttpServer()
                .webSocketHandler(
                    socket -> {
                      socket.textMessageHandler(said::add);
                      socket.writeTextMessage("welcome");
                      sockets.add(socket);
                    })
                .listen(0, "127.0.0.1"));
    swarm = Swarm.start();
  }

  @AfterEach
  void stop() throws Exception {
    swarm.close();
    Soon.get(vertx.close());
  }

  private List<Client> bring(int count) throws InterruptedException {
    var ticket = new Ticket(server.actualPort(), "/live/somewhere", "a pass", "a device");
    return swarm.bring(IntStream.range(0, count).mapToObj(i -> ticket).toList(), 500, ear);
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    return queue.poll(Soon.BOUND.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void allAreInWhenEachHasHeardItsFirstFrame() throws Exception {
    assertThat(bring(50)).hasSize(50).allMatch(client -> client.welcomed >= client.dialled);
    assertThat(sockets).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 125, 126, 65_535, 65_536, 300_000})
  void aFrameOfAnyLengthIsHeardWhole(int length) throws Exception {
    bring(1);
    assertThat(next(heard)).isEqualTo("welcome");
    String text = "x".repeat(length);
    next(sockets).writeFinalTextFrame(text).onSuccess(done -> said.add("sent"));
    assertThat(next(heard)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 125, 126, 9_000})
  void whatItSaysIsHeard(int length) throws Exception {
    var client = bring(1).getFirst();
    String text = "y".repeat(length);
    swarm.on(() -> client).say(text);
    assertThat(next(said)).isEqualTo(text);
  }

  @Test
  void aPingIsAnswered() throws Exception {
    bring(1);
    var socket = next(sockets);
    socket.pongHandler(pong -> said.add(pong.toString()));
    socket.writePing(Buffer.buffer("are you there"));
    assertThat(next(said)).isEqualTo("are you there");
  }

  @Test
  void aClosedSocketIsLost() throws Exception {
    var client = bring(1).getFirst();
    next(sockets).close();
    assertThat(next(lost)).isSameAs(client);
    assertThat(client.open()).isFalse();
  }

  @Test
  void whoIsStuckHearsNothingUntilItReadsAgain() throws Exception {
    var clients = bring(2);
    next(heard);
    next(heard);
    swarm.on(() -> clients.getFirst()).reads(false);
    for (ServerWebSocket socket : new ArrayList<>(sockets)) {
      socket.writeTextMessage("more");
    }
    assertThat(next(heard)).isEqualTo("more");
    assertThat(heard).isEmpty();
    swarm.on(
        () -> {
          clients.getFirst().reads(true);
          return null;
        });
    assertThat(next(heard)).isEqualTo("more");
  }
}
