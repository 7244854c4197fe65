package org.linkroom.bench;

/// What is done with what a client of the swarm hears. Called on the swarm's one thread.
interface Ear {
  /// A frame of text came, at this reading of `System.nanoTime()`.
  void heard(Client client, Frame frame, long nanos);

  /// Its socket is gone, or never came.
  default void lost(Client client) {}
}
