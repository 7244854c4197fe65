package org.linkroom.bench;

/// What a node has done before it is measured, so that its code is compiled: classes came, talked
/// and went.
record WarmUp(Ground ground) {
  private static final int MEMBERS = 400;
  private static final int TIMES = 3;
  private static final int SECONDS = 5;

  void warm(NodeProcess node) throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      var crowd = new Crowd(ground.swarm());
      crowd.bring(ground.rehearsal().tickets(MEMBERS, node.port()), MEMBERS);
      crowd.talk(MEMBERS, MEMBERS * SECONDS);
      Patience.pass(SECONDS + 1);
      crowd.leave();
    }
  }
}
