package org.linkroom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.linkroom.testing.Visitor;
import org.linkroom.web.RouteTable;

/// Four people who ask for every page of the route table, one after the other, as often as wished.
final class Browsing {
  /// The page that every node has and that asks no table: what a page costs at the least.
  static final String FLOOR = "/accessibility";

  /// No page of a real network: it shows everybody's sign-in and mails.
  private static final String DEMO = "/demo";

  private static final List<String> WHO =
      List.of("Miss Khan", "Mrs Holroyd", "Ruth Lindley", "Mrs Whitfield");

  private final Map<String, Visitor> visitors = new LinkedHashMap<>();
  private final Map<String, List<Double>> millis = new TreeMap<>();
  private final Map<String, String> paths = new LinkedHashMap<>();
  private final Set<String> faults = new TreeSet<>();

  /// @param ids what the addresses name, by their parts such as `:link`
  Browsing(int port, Map<String, String> ids) {
    for (String who : WHO) {
      var visitor = new Visitor("http://localhost:" + port);
      visitor.signInAs(who);
      visitors.put(who, visitor);
    }
    for (var route : RouteTable.all()) {
      String path = route.path();
      for (var id : ids.entrySet()) {
        path = path.replace(id.getKey(), id.getValue());
      }
      if (route.method().equals("GET") && !path.contains(":") && !path.startsWith(DEMO)) {
        paths.put(route.path(), path);
      }
    }
  }

  /// Ask for all pages once as everybody. What is not theirs, or sends on, is asked and not
  /// measured.
  void once() {
    for (var path : paths.entrySet()) {
      visitors.forEach((who, visitor) -> ask(path.getKey(), who, path.getValue(), visitor));
    }
  }

  private void ask(String route, String who, String path, Visitor visitor) {
    long begun = System.nanoTime();
    var answer = visitor.send("GET", path, null, Map.of());
    double took = (System.nanoTime() - begun) / 1e6;
    if (answer.status() >= 500) {
      faults.add(route + " answers " + answer.status() + " to " + who);
    }
    if (answer.status() == 200) {
      millis.computeIfAbsent(route, each -> new ArrayList<>()).add(took);
    }
  }

  /// Fail where a page did.
  void check() {
    if (!faults.isEmpty()) {
      throw new IllegalStateException(faults.toString());
    }
  }

  /// Forget what was measured: it was for warming up.
  void forget() {
    millis.clear();
  }

  /// Each page's time in milliseconds that one in twenty exceeds, the slowest first.
  List<Map.Entry<String, Double>> slowest() {
    return millis.entrySet().stream()
        .map(each -> Map.entry(each.getKey(), p95(each.getValue())))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .toList();
  }

  private static double p95(List<Double> all) {
    var sorted = all.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(sorted.size() * 0.95) - 1));
  }

  /// The floor's.
  double floor() {
    return p95(millis.getOrDefault(FLOOR, List.of(Double.NaN)));
  }
}
