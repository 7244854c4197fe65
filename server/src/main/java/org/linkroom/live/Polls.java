package org.linkroom.live;

import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.linkroom.base.Id;
import org.linkroom.protocol.Pass;

/// The lines of this node that are polled: `?poll={line}&has={number}` goes on with one, `?poll=`
/// begins one. A poll that names a line that this node does not have begins one, too: it may be
/// another node's.
final class Polls {
  private final Map<Id, LivePoll> all = new ConcurrentHashMap<>();
  private final AtomicInteger pages;

  /// @param pages counts the pages that are here
  Polls(AtomicInteger pages) {
    this.pages = pages;
  }

  /// Tell whether the request is a poll.
  static boolean asked(HttpServerRequest request) {
    return request.getParam("poll") != null;
  }

  /// Tell whether it goes on with a line that is here.
  boolean knows(HttpServerRequest request) {
    return named(request).isPresent();
  }

  private Optional<LivePoll> named(HttpServerRequest request) {
    String name = request.getParam("poll");
    return name != null && Id.fits(name)
        ? Optional.ofNullable(all.get(new Id(name)))
        : Optional.empty();
  }

  /// Answer a poll.
  ///
  /// @param begin makes a new line's end in the room
  void answer(HttpServerRequest request, Pass pass, Function<Transport, LivePage> begin) {
    var context = Replies.context();
    var known = named(request).filter(line -> same(line.pass(), pass));
    var line = known.orElseGet(() -> begun(request, begin));
    line.ask(
        known.isPresent() ? has(request) : 0,
        answer -> context.runOnContext(go -> Replies.json(request, 200, answer)));
  }

  private static boolean same(Pass one, Pass other) {
    return one.room().equals(other.room()) && one.device().equals(other.device());
  }

  private LivePoll begun(HttpServerRequest request, Function<Transport, LivePage> begin) {
    var line =
        new LivePoll(
            LiveEvents.loop(request),
            begin,
            closed -> {
              all.remove(closed.id());
              pages.decrementAndGet();
            });
    pages.incrementAndGet();
    all.put(line.id(), line);
    line.open();
    return line;
  }

  private static long has(HttpServerRequest request) {
    String number = request.getParam("has");
    return number != null && number.matches("\\d{1,15}") ? Long.parseLong(number) : 0;
  }
}
