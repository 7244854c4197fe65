package org.linkroom.bench;

import java.util.ArrayList;
import java.util.List;

/// How the cost grows with members and with rooms. It must be a straight line.
record Growth(Ground ground) {
  static final String NAME = "growth";

  private static final int PER_SECOND = 20;
  private static final List<Integer> MEMBERS = List.of(250, 500, 1_000, 2_000, 4_000);
  private static final List<Integer> ROOMS = List.of(500, 1_000, 2_000, 3_500, 5_000);

  List<Chart> charts() throws Exception {
    return List.of(members(), rooms());
  }

  private Chart members() throws Exception {
    var node = ground.node();
    int seconds = ground.asked().seconds();
    var points = new ArrayList<Chart.Point>();
    for (int members : MEMBERS) {
      var crowd = new Crowd(ground.swarm());
      crowd.bring(ground.rehearsal().tickets(members, node.port()), 1_000);
      crowd.talk(PER_SECOND, PER_SECOND * (seconds + 1));
      Patience.pass(1);
      double before = node.cpu();
      Patience.pass(seconds);
      points.add(new Chart.Point(members, (node.cpu() - before) / seconds * 100));
      crowd.leave();
    }
    return new Chart(
        "The cost of a room grows with its members",
        "members in one room",
        "% of a core, " + PER_SECOND + " messages a second shown to all",
        points);
  }

  private Chart rooms() throws Exception {
    var node = ground.node();
    var points = new ArrayList<Chart.Point>();
    for (int rooms : ROOMS) {
      var crowd = RoomsOfTwo.crowd(ground, node, rooms);
      double micros = RoomsOfTwo.measure(ground, node, crowd, rooms).figures().getFirst();
      points.add(new Chart.Point(rooms, micros * rooms / 1e6 * 100));
      crowd.leave();
    }
    return new Chart(
        "The cost of a node grows with its rooms",
        "rooms of two, a message a second in each",
        "% of a core",
        points);
  }
}
