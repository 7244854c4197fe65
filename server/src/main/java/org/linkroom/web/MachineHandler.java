package org.linkroom.web;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.micrometer.PrometheusScrapingHandler;
import io.vertx.redis.client.Command;
import java.util.function.IntSupplier;
import org.linkroom.records.Records;
import org.linkroom.redis.RedisLink;
import org.linkroom.room.Journal;

/// For machines: is it alive, is it ready, and its figures. No name is in any of them.
final class MachineHandler {
  private final Records records;
  private final RedisLink redis;
  private final Journal journal;
  private final IntSupplier sockets;

  MachineHandler(Records records, RedisLink redis, Journal journal, IntSupplier sockets) {
    this.records = records;
    this.redis = redis;
    this.journal = journal;
    this.sockets = sockets;
  }

  void routes(Router router) {
    router.get("/health/live").handler(context -> context.json(new JsonObject().put("live", true)));
    router
        .get("/health/ready")
        .handler(
            context ->
                ready()
                    .onSuccess(
                        state ->
                            context
                                .response()
                                .setStatusCode(state.getBoolean("ready") ? 200 : 503)
                                .putHeader("Content-Type", "application/json")
                                .end(state.encodePrettily())));
    router.get("/metrics").handler(PrometheusScrapingHandler.create());
  }

  private Future<JsonObject> ready() {
    Future<Boolean> database =
        records.run("SELECT 1").map(rows -> true).recover(away -> Future.succeededFuture(false));
    return Future.all(database, setting("appendfsync"), setting("maxmemory-policy"))
        .map(
            all -> {
              boolean there = all.<Boolean>resultAt(0) && redis.up() && !journal.behind();
              return new JsonObject()
                  .put("ready", there)
                  .put("postgresql", all.<Boolean>resultAt(0))
                  .put("redis", redis.up())
                  .put("appendfsync", all.<String>resultAt(1))
                  .put("maxmemoryPolicy", all.<String>resultAt(2))
                  .put("durable", "always".equals(all.<String>resultAt(1)))
                  .put("journalWaiting", journal.waiting())
                  .put("sockets", sockets.getAsInt());
            });
  }

  private Future<String> setting(String name) {
    return redis
        .send(Command.CONFIG, "GET", name)
        .map(answer -> answer.get(name).toString())
        .recover(hidden -> Future.succeededFuture("unknown"));
  }
}
