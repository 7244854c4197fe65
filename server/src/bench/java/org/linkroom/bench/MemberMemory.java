package org.linkroom.bench;

import java.util.List;
import java.util.regex.Pattern;

/// What one member costs in memory: a new node for each run, which some came to and left; then
/// ten thousand who stay and answer pings.
final class MemberMemory implements Row {
  private static final int MEMBERS = 10_000;
  private static final int FIRST = 500;
  private static final int A_SECOND = 1_000;
  private static final double KB = 1024;
  private static final Pattern HEAP = Pattern.compile("used (\\d+)K");

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        new Goal(
            "memory for one joined member, 10,000 in one room, idle with pings", "KB", 24, 12));
  }

  @Override
  public Runs open(Ground ground) {
    ground.rest();
    return () -> {
      try (var node = ground.start(Cores.SERVER)) {
        var first = new Crowd(ground.swarm());
        first.bring(ground.rehearsal().tickets(FIRST, node.port()), A_SECOND);
        first.leave();
        Patience.pass(1);
        long empty = node.memory();
        long emptyHeap = heap(node);
        var crowd = new Crowd(ground.swarm());
        crowd.bring(ground.rehearsal().tickets(MEMBERS, node.port()), A_SECOND);
        Patience.pass(ground.asked().seconds());
        long full = node.memory();
        long fullHeap = heap(node);
        crowd.leave();
        return Reading.of(
            (full - empty) / KB / MEMBERS,
            "heap %.1f KB a member; the empty node %.0f MB; %s"
                .formatted((fullHeap - emptyHeap) / KB / MEMBERS, empty / KB / KB, crowd.told()));
      }
    };
  }

  /// Bytes of the heap that are in use.
  private static long heap(NodeProcess node) throws Exception {
    var told = node.jcmd("GC.heap_info");
    int classes = told.indexOf("Metaspace");
    var found = HEAP.matcher(classes < 0 ? told : told.substring(0, classes));
    long sum = 0;
    while (found.find()) {
      sum += Long.parseLong(found.group(1)) * 1024;
    }
    return sum;
  }
}
