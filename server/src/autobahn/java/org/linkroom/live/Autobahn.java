package org.linkroom.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.normanmaurer.maven.autobahntestsuite.AutobahnTestSuite;

/// Lets the Autobahn suite at the live door's end of a WebSocket. It prints each case that is not
/// plainly right, and how many of each kind there were; a failed one fails the run. Its own report
/// is in target/autobahntestsuite-reports.
final class Autobahn {
  private static final int PROTOCOL = 18;

  private Autobahn() {}

  /// @param arguments the cases, as in "1.*,2.*"
  public static void main(String[] arguments) throws Exception {
    var cases = new ArrayList<>(List.of(arguments[0].split(",")));
    var kinds = new TreeMap<String, Integer>();
    try (var server = new EchoServer()) {
      String address = "ws://127.0.0.1:" + server.port();
      var options = Map.of("version", PROTOCOL);
      var results =
          AutobahnTestSuite.runFuzzingClient(
              "Linkroom", address, options, cases, new ArrayList<>());
      for (var result : results) {
        Object said = result.behavior();
        Object ended = result.behaviorClose();
        kinds.merge(said + ", closed " + ended, 1, Integer::sum);
        if (!"OK".equals(said.toString()) || !"OK".equals(ended.toString())) {
          System.out.println(result.caseName() + " " + said + ", closed " + ended);
        }
      }
    }
    System.out.println(kinds);
    boolean failed =
        kinds.keySet().stream().anyMatch(kind -> kind.matches(".*(FAILED|WRONG_CODE|UNCLEAN).*"));
    // The suite leaves threads of its own behind.
    System.exit(failed || kinds.isEmpty() ? 1 : 0);
  }
}
