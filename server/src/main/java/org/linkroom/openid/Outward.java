package org.linkroom.openid;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Our questions to issuers, each within a time, with an answer of bounded size, and few at once.
final class Outward {
  private static final int MOST_BYTES = 256 * 1024;
  private static final int CONNECTIONS = 4;
  private static final int WAITING = 64;

  private final HttpClient client;
  private final Duration patience;

  /// @param patience how long an answer may take, from the question to its last byte
  Outward(Vertx vertx, Duration patience) {
    this.patience = patience;
    int seconds = Math.max(1, (int) patience.toSeconds());
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) patience.toMillis())
                .setIdleTimeout(2 * seconds)
                .setMaxHeaderSize(16 * 1024),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING));
  }

  /// What came.
  record Answer(int status, Buffer body) {}

  /// Ask. It fails with `AWAY` where no answer comes in time.
  Future<Answer> get(String url, Map<String, String> headers) {
    return ask(HttpMethod.GET, url, headers, Buffer.buffer());
  }

  /// Send a form.
  Future<Answer> post(String url, Map<String, String> headers, String form) {
    return ask(HttpMethod.POST, url, headers, Buffer.buffer(form));
  }

  private Future<Answer> ask(
      HttpMethod method, String url, Map<String, String> headers, Buffer body) {
    var options = new RequestOptions().setMethod(method).setFollowRedirects(false);
    try {
      options.setAbsoluteURI(url);
    } catch (RuntimeException notOne) {
      return Future.failedFuture(Unvouched.disorder("address"));
    }
    headers.forEach(options::putHeader);
    options.putHeader("Accept", "application/json");
    return client
        .request(options)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .compose(request -> answer(request, body))
        .recover(
            fault ->
                Future.failedFuture(
                    fault instanceof Unvouched
                        ? fault
                        : new Unvouched(Unvouched.Why.AWAY, fault.getClass().getSimpleName())));
  }

  private Future<Answer> answer(HttpClientRequest request, Buffer body) {
    return request
        .send(body)
        .compose(response -> bounded(response).map(all -> new Answer(response.statusCode(), all)))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .onFailure(late -> request.reset());
  }

  private static Future<Buffer> bounded(HttpClientResponse response) {
    var all = Promise.<Buffer>promise();
    var got = Buffer.buffer();
    response.handler(
        part -> {
          if (got.length() + part.length() > MOST_BYTES) {
            all.tryFail(Unvouched.disorder("size"));
          } else {
            got.appendBuffer(part);
          }
        });
    response.exceptionHandler(all::tryFail);
    response.endHandler(end -> all.tryComplete(got));
    return all.future();
  }
}
