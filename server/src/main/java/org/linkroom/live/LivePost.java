package org.linkroom.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;

/// One frame that a page sends by POST because it has no WebSocket. The answer is the response's
/// body. Any node may take it: the command goes to the room, and that the page was heard goes to
/// the node that holds its place.
final class LivePost implements Speaker {
  private final HttpServerRequest request;
  private final Pass pass;
  private final Live live;
  private final Paces paces;
  private final Context context;
  private final Vertx vertx;
  private final Buffer body = Buffer.buffer();
  private long timer = -1;
  private boolean answered;

  private LivePost(HttpServerRequest request, Pass pass, Live live, Paces paces) {
    this.request = request;
    this.pass = pass;
    this.live = live;
    this.paces = paces;
    this.context = Replies.context();
    this.vertx = context.owner();
  }

  /// Read the request's body and answer it.
  ///
  /// @param paces how much each device may say
  static void take(HttpServerRequest request, Pass pass, Live live, Paces paces) {
    var post = new LivePost(request, pass, live, paces);
    if (!paces.allow(pass.device(), live.clock().instant())) {
      post.end(429);
      return;
    }
    request.handler(post::more);
    request.endHandler(all -> post.read());
    request.exceptionHandler(broken -> post.answered = true);
  }

  private void more(Buffer some) {
    if (answered) {
      return;
    }
    body.appendBuffer(some);
    if (body.length() > Limits.FRAME_BYTES) {
      request.response().putHeader("Connection", "close");
      end(413);
    }
  }

  /// It sent more than a page does: the same goodbye as by a socket.
  private void end(int status) {
    respond(status, Answers.bye(Goodbye.TOO_MUCH, Duration.ZERO));
  }

  private void read() {
    if (answered) {
      return;
    }
    // A room that cannot be read now would keep the page waiting: it says it again.
    timer = vertx.setTimer(Limits.STORE_CALL.toMillis(), t -> respond(503, ""));
    long now = System.nanoTime();
    var hearing = new Hearing(pass, live);
    hearing.read(body.toString(), now, this);
    live.rooms().heard(pass, false);
  }

  @Override
  public void answer(ObjectNode frame) {
    context.runOnContext(go -> respond(200, frame.toString()));
  }

  @Override
  public boolean mayUse(String tab) {
    return paces.mayUse(pass.device(), tab);
  }

  @Override
  public void lost() {
    live.rooms().heard(pass, true);
    respond(204, "");
  }

  private void respond(int status, String text) {
    if (answered) {
      return;
    }
    answered = true;
    vertx.cancelTimer(timer);
    Replies.json(request, status, text);
  }
}
