package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.linkroom.base.Id;

/// A room as a node has it, and where its history stands.
record Known(Room room, RoomStore.Version version) {

  /// Follow another node's commit. One that is known already changes nothing; empty where it does
  /// not follow ours, and the room must be looked at again.
  Optional<Known> after(ObjectNode commit) {
    var told = Feed.version(commit);
    boolean sameEpoch = told.epoch().equals(version.epoch());
    if (sameEpoch && told.number() < version.number()) {
      return Optional.of(this);
    }
    if (sameEpoch && told.number() == version.number()) {
      return told.commit().equals(version.commit()) ? Optional.of(this) : Optional.empty();
    }
    return sameEpoch && commit.path("from").asLong() == version.number()
        ? renewed(Feed.parts(commit), told)
        : Optional.empty();
  }

  /// Catch up with those who were first; empty where Redis is behind us or began anew.
  Optional<Known> after(RoomStore.Outcome.Stale stale) {
    boolean forward =
        stale.version().epoch().equals(version.epoch())
            && stale.version().number() > version.number();
    return forward ? renewed(stale.parts(), stale.version()) : Optional.empty();
  }

  /// Empty where a part is of a newer format: the room is looked at again, and then it shows.
  private Optional<Known> renewed(Map<String, String> newer, RoomStore.Version to) {
    try {
      return Optional.of(new Known(Parts.renew(room, newer), to));
    } catch (Parts.NewerFormat tooNew) {
      return Optional.empty();
    }
  }

  /// What is to be committed of a batch.
  RoomStore.Change change(Batch decided, String node) {
    var to = new RoomStore.Version(version.number() + 1, Id.random().text(), version.epoch());
    var parts = Parts.changed(room, decided.room());
    return new RoomStore.Change(
        room.id(),
        version,
        to,
        parts,
        decided.tabs(),
        Feed.committed(node, version, to, parts, decided.urgent()));
  }
}
