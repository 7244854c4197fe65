package org.linkroom.network;

import io.vertx.core.Future;
import org.linkroom.base.Id;
import org.linkroom.people.Role;
import org.linkroom.records.Records;

/// Who looks after the whole network, in PostgreSQL: there is always somebody.
public final class Coordinators {
  private final Records records;

  /// Make the store.
  public Coordinators(Records records) {
    this.records = records;
  }

  /// What came of taking the role away.
  public enum Taken {
    /// She holds it no more.
    DONE,
    /// She did not hold it.
    NOT_HELD,
    /// She is the last one who could give it to anybody, so she keeps it.
    LAST
  }

  /// Take the role away. Two who take each other's at once are served one after the other.
  public Future<Taken> take(Id person) {
    return records.inTransaction(
        all ->
            all.list(
                    "SELECT r.person FROM role r JOIN person p ON p.id = r.person AND p.left_at IS"
                        + " NULL WHERE r.kind = 'coordinator' ORDER BY r.person FOR UPDATE OF r",
                    row -> Records.id(row, "person"))
                .compose(
                    holders -> {
                      if (!holders.contains(person)) {
                        return Future.succeededFuture(Taken.NOT_HELD);
                      }
                      return holders.size() == 1
                          ? Future.succeededFuture(Taken.LAST)
                          : new Adults(all)
                              .take(person, Role.Kind.COORDINATOR, null)
                              .map(gone -> gone ? Taken.DONE : Taken.NOT_HELD);
                    }));
  }
}
