package org.linkroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The members of one room, or of many. They say numbered lines and note when each line was shown
/// to whom. All of it on the swarm's thread.
final class Crowd implements Ear {
  private static final byte[] WELCOME = Frame.ascii("{\"welcome\"");
  private static final byte[] REFUSED = Frame.ascii("{\"no\":");

  /// Fills a line up, so that the frame that shows it has about 200 bytes.
  private static final String FILLING = "x".repeat(90);

  /// How long the last lines may take.
  private static final int SETTLE_SECONDS = 10;

  private final Swarm swarm;
  private final List<Said> lines = new ArrayList<>();
  private List<Client> members = List.of();
  private Latencies near = new Latencies();
  private Latencies far = new Latencies();
  private int every = 1;
  private int measured;
  private int talked;
  private long frames;
  private long bytes;
  private long fresh;
  private long refused;
  private long lost;

  /// One line: when it was said and by whom, when it was last shown to somebody, and to how many.
  private static final class Said {
    private final long at = System.nanoTime();
    private final Client by;
    private long last;
    private int shown;

    Said(Client by) {
      this.by = by;
    }
  }

  Crowd(Swarm swarm) {
    this.swarm = swarm;
  }

  /// Bring them in, so many a second, and wait for all.
  Crowd bring(List<Ticket> tickets, double perSecond) throws InterruptedException {
    members = swarm.bring(tickets, perSecond, this);
    return this;
  }

  List<Client> members() {
    return members;
  }

  /// Read the lines of every so-manieth member alone, where reading all would cost too much.
  Crowd reading(int everyManieth) {
    every = everyManieth;
    return this;
  }

  /// Let them say lines, so many a second in all, one member after the other.
  void talk(double perSecond, int howMany) {
    swarm.often(perSecond, howMany, i -> say(members.get(talked++ % members.size())));
  }

  private void say(Client member) {
    int number = lines.size();
    lines.add(new Said(member));
    member.say(
        "{\"do\":\"rehearsal.say\",\"tab\":\"bench-%06d\",\"n\":%d,\"text\":\"%d %s\"}"
            .formatted(member.number, ++member.said, number, FILLING));
  }

  @Override
  public void heard(Client client, Frame frame, long nanos) {
    frames++;
    bytes += frame.length();
    if (frame.begins(WELCOME)) {
      fresh += client.welcomed == nanos ? 0 : 1;
    } else if (frame.begins(REFUSED)) {
      refused++;
    } else if (client.number % every == 0) {
      frame.lines(number -> shown(client, (int) number, nanos));
    }
  }

  private void shown(Client client, int number, long nanos) {
    if (number < lines.size()) {
      var line = lines.get(number);
      line.last = Math.max(line.last, nanos);
      line.shown++;
      boolean same = line.by.ticket.port() == client.ticket.port();
      (same ? near : far).add(nanos - line.at);
    }
  }

  @Override
  public void lost(Client client) {
    lost++;
  }

  /// Wait until every line since the last was forgotten was shown to all who are read.
  void settled() throws InterruptedException {
    int readers = (members.size() + every - 1) / every;
    Patience.until(
        SETTLE_SECONDS,
        () -> "all lines are shown to all: " + told() + ", missing " + missing(readers),
        () -> missing(readers).isEmpty());
  }

  /// The numbers of the lines that somebody was not shown, with how many were.
  private List<String> missing(int readers) {
    return swarm.on(
        () ->
            IntStream.range(measured, lines.size())
                .filter(i -> lines.get(i).shown < readers)
                .mapToObj(i -> i + ": " + lines.get(i).shown)
                .toList());
  }

  /// From a line said to the last member that was shown it.
  Latencies toTheLast() {
    return swarm.on(
        () -> {
          var all = new Latencies();
          lines.stream().skip(measured).forEach(line -> all.add(line.last - line.at));
          return all;
        });
  }

  /// From a line said to each member on the speaker's node.
  Latencies near() {
    return swarm.on(() -> near);
  }

  /// From a line said to each member on another node.
  Latencies far() {
    return swarm.on(() -> far);
  }

  /// Begin to measure anew: what was said so far is not waited for, nor counted where it is told
  /// when the last was shown a line.
  void anew() {
    swarm.on(
        () -> {
          measured = lines.size();
          near = new Latencies();
          far = new Latencies();
          return null;
        });
  }

  /// What was counted, in words.
  String told() {
    return swarm.on(
        () ->
            "%d lines, %d frames of %d bytes, %d fresh documents, %d refused, %d lost"
                .formatted(
                    lines.size(), frames, bytes / Math.max(1, frames), fresh, refused, lost));
  }

  /// Let all go.
  void leave() {
    swarm.dismiss(members);
  }
}
