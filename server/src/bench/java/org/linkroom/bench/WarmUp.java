package org.linkroom.bench;

/// What a node has done before it is measured, so that its code is compiled: pairs and a great room
/// came, talked and went. Whoever measures the cost of a node goes on until its compilers rest; the
/// code of what happens once a commit is not hot in a great room before some minutes have passed.
record WarmUp(Ground ground) {
  private static final int ROOMS = 300;
  private static final int MEMBERS = 400;
  private static final int SECONDS = 5;
  private static final int MOST = 8;

  /// Processor time of the compilers in one round, in seconds, below which they rest.
  private static final double RESTING = 0.4;

  /// Go on until the compilers rest.
  void thoroughly(NodeProcess node) throws Exception {
    for (int i = 0; i < MOST; i++) {
      double before = node.compiling();
      once(node);
      if (node.compiling() - before < RESTING) {
        return;
      }
    }
  }

  /// One round.
  void once(NodeProcess node) throws Exception {
    var pairs = RoomsOfTwo.crowd(ground, node, ROOMS);
    pairs.talk(ROOMS * 3, ROOMS * 3 * SECONDS);
    Patience.pass(SECONDS);
    pairs.leave();
    var crowd = new Crowd(ground.swarm());
    crowd.bring(ground.rehearsal().tickets(MEMBERS, node.port()), MEMBERS);
    crowd.talk(MEMBERS, MEMBERS * SECONDS);
    Patience.pass(SECONDS + 1);
    crowd.talk(MEMBERS / 20.0, MEMBERS / 20 * SECONDS);
    Patience.pass(SECONDS + 1);
    crowd.leave();
  }
}
