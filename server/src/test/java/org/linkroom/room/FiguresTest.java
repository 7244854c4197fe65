package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Refusal;

/// A node's figures as Prometheus reads them.
class FiguresTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Figures figures = new Figures(registry);

  private static long ms(int ms) {
    return Duration.ofMillis(ms).toNanos();
  }

  @Test
  void everyRefusalAndGoodbyeIsThereFromTheBeginning() {
    String said = registry.scrape();
    for (Refusal why : Refusal.values()) {
      assertThat(said).contains("linkroom_commands_refused_total{code=\"" + why.code() + "\"} 0.0");
    }
    for (Goodbye why : Goodbye.values()) {
      assertThat(said).contains("linkroom_goodbyes_total{code=\"" + why.code() + "\",why=\"");
    }
  }

  @Test
  void whatHappensIsCounted() {
    figures.answered(Optional.empty());
    figures.answered(Optional.of(Refusal.AWAY));
    figures.answered(Optional.of(Refusal.AWAY));
    figures.ended(Goodbye.SLOW);
    figures.overtaken();
    figures.missed();
    figures.joined();
    assertThat(registry.scrape())
        .contains("linkroom_commands_accepted_total 1.0")
        .contains("linkroom_commands_refused_total{code=\"store.away\"} 2.0")
        .contains("linkroom_goodbyes_total{code=\"4001\",why=\"slow\"} 1.0")
        .contains("linkroom_commit_retries_total 1.0")
        .contains("linkroom_feed_gaps_total 1.0")
        .contains("linkroom_joins_total 1.0");
  }

  @Test
  void whatLastsIsSortedIntoStepsSoThatAShareCanBeRead() {
    figures.shown(ms(1));
    figures.shown(ms(7));
    figures.ticked(ms(30));
    figures.ticked(-ms(30));
    figures.committed(ms(3));
    figures.heard(ms(4));
    assertThat(registry.scrape())
        .contains("linkroom_show_seconds_bucket{le=\"0.001\"} 1")
        .contains("linkroom_show_seconds_bucket{le=\"0.01\"} 2")
        .contains("linkroom_show_seconds_count 2")
        .contains("linkroom_tick_late_seconds_bucket{le=\"0.001\"} 1")
        .contains("linkroom_tick_late_seconds_bucket{le=\"0.05\"} 2")
        .contains("linkroom_commit_seconds_bucket{le=\"0.005\"} 1")
        .contains("linkroom_feed_lag_seconds_bucket{le=\"0.005\"} 1");
  }

  @Test
  void whatIsWatchedIsReadEachTimeThatSomebodyAsks() {
    var rooms = new AtomicInteger(3);
    figures.watch("rooms", "Rooms", rooms::get);
    assertThat(registry.scrape()).contains("linkroom_rooms 3.0");
    rooms.set(4);
    assertThat(registry.scrape()).contains("linkroom_rooms 4.0");
  }

  @Test
  void eachFigureSaysWhatItIs() {
    assertThat(registry.getMeters())
        .isNotEmpty()
        .allSatisfy(
            meter -> assertThat(meter.getId().getDescription()).as(meter.toString()).isNotBlank());
  }

  @Test
  void noFigureIsOfOneRoomClassOrPerson() {
    var tags = registry.getMeters().stream().flatMap(meter -> meter.getId().getTags().stream());
    assertThat(tags.map(Tag::getKey)).isSubsetOf("code", "why");
  }
}
