package org.linkroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// One of three nodes is killed. Its members come back as a page does, through a load balancer
/// that passes over a node which refuses: full jitter under a ceiling that doubles.
final class NodeKilled implements Row {
  private static final int MEMBERS = 1_063;
  private static final int NODES = 3;

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "after kill -9 of one of three nodes: its members (of 1,063) are back", "s", 5, 3));
  }

  @Override
  public Runs open(Ground ground) throws Exception {
    ground.rest();
    var nodes = new ArrayList<NodeProcess>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(ground.start(Cores.ALL));
      new WarmUp(ground).once(nodes.get(i));
    }
    return new Runs() {
      @Override
      public Reading run() throws Exception {
        var reading = measure(ground, nodes);
        nodes.set(0, ground.start(Cores.ALL));
        return reading;
      }

      @Override
      public void close() {
        nodes.forEach(NodeProcess::close);
      }
    };
  }

  private static Row.Reading measure(Ground ground, List<NodeProcess> nodes) throws Exception {
    var ports = nodes.stream().mapToInt(NodeProcess::port).toArray();
    var swarm = ground.swarm();
    var returning = new Returning(swarm, ports);
    var members = swarm.bring(ground.rehearsal().tickets(MEMBERS, ports), MEMBERS, returning);
    int gone = (MEMBERS + NODES - 1) / NODES;
    Patience.pass(2);
    long killed = System.nanoTime();
    nodes.getFirst().kill();
    Patience.until(
        () -> "all are back: " + returning.back.size() + " of " + gone,
        () -> swarm.on(() -> returning.welcomed() >= gone));
    double seconds = swarm.on(() -> (returning.last - killed) / 1e9);
    swarm.dismiss(members);
    swarm.dismiss(returning.back);
    return Row.Reading.of(seconds, "%d came back in %d tries".formatted(gone, returning.tries));
  }

  /// Comes back by the page's own rules (web/live/back.js).
  private static final class Returning implements Ear {
    private static final double FIRST_WAIT = 0.4e9;
    private static final double LONGEST_WAIT = 8e9;

    private final Swarm swarm;
    private final int[] ports;
    private final List<Client> back = new ArrayList<>();
    private int tries;
    private long last;

    Returning(Swarm swarm, int[] ports) {
      this.swarm = swarm;
      this.ports = ports;
    }

    @Override
    public void heard(Client client, Frame frame, long nanos) {
      last = client.welcomed == nanos ? nanos : last;
    }

    long welcomed() {
      return back.stream().filter(client -> client.welcomed > 0 && client.open()).count();
    }

    @Override
    public void lost(Client client) {
      int attempt = client.attempt;
      double ceiling = Math.min(LONGEST_WAIT, FIRST_WAIT * Math.pow(2, Math.min(attempt, 10)));
      double wait = 1e6 + ThreadLocalRandom.current().nextDouble() * ceiling;
      swarm.at(System.nanoTime() + (long) wait, () -> again(client, attempt + 1));
    }

    /// The balancer knows that the first node refuses, and picks one of the others.
    private void again(Client client, int attempt) {
      tries++;
      back.remove(client);
      int port = ports[1 + ThreadLocalRandom.current().nextInt(ports.length - 1)];
      var next = swarm.dial(client.number, client.ticket.at(port), this, 0);
      next.attempt = attempt;
      back.add(next);
    }
  }
}
