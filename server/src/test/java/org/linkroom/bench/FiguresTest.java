package org.linkroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the benchmark makes of what it measured.
class FiguresTest {
  private static final Goal FAST = new Goal("a wait", "ms", 50, 20);
  private static final Goal MANY = new Goal("joins", "", 1_500, 3_000);

  @ParameterizedTest
  @CsvSource({"19, aim", "20, aim", "20.1, yes", "50, yes", "50.1, NO", "NaN, NO"})
  void aWaitIsBetterWhenItIsShorter(double figure, String met) {
    assertThat(result(FAST, figure).met()).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({"3000, aim", "2999, yes", "1500, yes", "1499, NO", "NaN, NO"})
  void aRateIsBetterWhenItIsHigher(double figure, String met) {
    assertThat(result(MANY, figure).met()).isEqualTo(met);
  }

  private static Result result(Goal goal, double figure) {
    return new Result(goal, List.of(figure), List.of(""));
  }

  @Test
  void theWorstOfTheRunsCounts() {
    assertThat(FAST.worst(List.of(12.0, 31.0, 18.0))).isEqualTo(31);
    assertThat(MANY.worst(List.of(3_100.0, 1_900.0, 2_500.0))).isEqualTo(1_900);
    assertThat(FAST.worst(List.of(12.0, Double.NaN, 18.0))).isNaN();
  }

  @Test
  void aHundredthOfTheLatenciesIsBeyondTheP99() {
    var latencies = new Latencies();
    IntStream.rangeClosed(1, 2_000).forEach(i -> latencies.add(i * 1_000_000L));
    assertThat(latencies.ms(0.5)).isEqualTo(1_000);
    assertThat(latencies.ms(0.99)).isEqualTo(1_980);
    assertThat(latencies.ms(1)).isEqualTo(2_000);
    assertThat(new Latencies().ms(0.99)).isNaN();
  }

  @Test
  void aStraightLineIsFoundAsOneAndACurveIsNot() {
    var line = chart(x -> 3 * x + 7).straight();
    assertThat(line.slope()).isCloseTo(3, within(1e-9));
    assertThat(line.base()).isCloseTo(7, within(1e-9));
    assertThat(line.fit()).isCloseTo(1, within(1e-9));
    assertThat(chart(x -> x * x * x).straight().fit()).isLessThan(0.95);
  }

  @Test
  void aChartDrawsEachPointAndItsLine() {
    assertThat(chart(x -> 2 * x).svg())
        .contains("<title>Growth</title>", "stroke-dasharray")
        .containsSubsequence("<circle", "<circle", "<circle", "<circle", "<circle");
  }

  private static Chart chart(java.util.function.DoubleUnaryOperator of) {
    var points =
        IntStream.rangeClosed(1, 5).mapToObj(x -> new Chart.Point(x, of.applyAsDouble(x))).toList();
    return new Chart("Growth", "members", "% of a core", points);
  }

  @Test
  void theTableTellsWhatIsNotMet() {
    var table = Table.of(List.of(result(FAST, 80), result(MANY, 3_200)));
    assertThat(table.lines()).hasSize(3);
    assertThat(table).containsPattern("a wait .* NO ").containsPattern("joins .* aim ");
  }
}
