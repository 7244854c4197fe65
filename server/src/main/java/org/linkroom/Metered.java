package org.linkroom;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import org.linkroom.base.Id;

/// The event loops, with the figures that they and the Java machine keep of themselves.
final class Metered {
  private Metered() {}

  /// Start them. Requests are told apart by route and status, never by address: an address names a
  /// session, a link, a person. Nor by method, for a stranger may invent methods without end, and
  /// each would be a figure for good.
  static Vertx vertx(MeterRegistry registry) {
    var options =
        new MicrometerMetricsOptions()
            .setRegistryName(Id.random().text())
            .setLabels(EnumSet.of(Label.HTTP_ROUTE, Label.HTTP_CODE, Label.POOL_TYPE))
            .setJvmMetricsEnabled(true)
            .setEnabled(true);
    return Vertx.builder()
        .with(new VertxOptions().setPreferNativeTransport(true).setMetricsOptions(options))
        .withMetrics(new MicrometerMetricsFactory(registry))
        .build();
  }
}
