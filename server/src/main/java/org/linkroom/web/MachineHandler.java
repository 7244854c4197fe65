package org.linkroom.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/// For machines: does it live, may people be sent here, and its figures. No name is in any of them.
final class MachineHandler {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final Health health;
  private final PrometheusMeterRegistry registry;

  MachineHandler(Health health, PrometheusMeterRegistry registry) {
    this.health = health;
    this.registry = registry;
  }

  void routes(Router router) {
    router.get("/health/live").handler(this::live);
    router.get("/health/ready").handler(this::ready);
    router
        .get("/metrics")
        .handler(
            context ->
                context.response().putHeader("Content-Type", TEXT).end(registry.scrape(TEXT)));
  }

  private void live(RoutingContext context) {
    Health.turning(context.vertx())
        .onSuccess(live -> answer(context, live, new JsonObject().put("live", live)));
  }

  private void ready(RoutingContext context) {
    health.ready().onSuccess(now -> answer(context, now.ready(), now.json()));
  }

  private static void answer(RoutingContext context, boolean good, JsonObject json) {
    context
        .response()
        .setStatusCode(good ? 200 : 503)
        .putHeader("Content-Type", "application/json")
        .end(json.encodePrettily());
  }
}
