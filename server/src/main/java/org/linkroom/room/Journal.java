package org.linkroom.room;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.records.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries every commit to PostgreSQL: the changed parts, and a line of who did what kind of thing
/// when. What PostgreSQL does not have yet is kept here, in order and bounded; a commit written
/// twice stands once.
public final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
  private static final int BATCH = 1000;

  private final Vertx vertx;
  private final Records records;
  private final InstantSource clock;
  private final ArrayDeque<Entry> tail = new ArrayDeque<>();
  private long bytes;
  private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
  private long added;
  private boolean writing;

  /// One commit.
  record Entry(
      Id room,
      RoomStore.Version version,
      Map<String, String> parts,
      List<RoomStore.Tab> tabs,
      List<Line> lines,
      Instant at,
      Instant kept) {
    long size() {
      return 200
          + parts.values().stream().mapToLong(String::length).sum()
          + tabs.stream().mapToLong(tab -> tab.tab().length() + tab.answers().length()).sum();
    }
  }

  /// Somebody who waits until the first so many entries are written.
  private record Waiter(long count, Promise<Void> written) {}

  /// Make one for a node.
  public Journal(Vertx vertx, Records records, InstantSource clock) {
    this.vertx = vertx;
    this.records = records;
    this.clock = clock;
  }

  /// Keep a commit until PostgreSQL has it.
  void add(RoomStore.Change change, List<Line> lines, Instant at) {
    var to = change.to();
    add(new Entry(change.room(), to, change.parts(), change.tabs(), lines, at, clock.instant()));
  }

  /// Keep a room as it was at a version until PostgreSQL has it; what is newer there stays.
  void add(Id room, RoomStore.Version version, Map<String, String> parts) {
    var now = clock.instant();
    add(new Entry(room, version, parts, List.of(), List.of(), now, now));
  }

  private void add(Entry entry) {
    synchronized (this) {
      tail.add(entry);
      added++;
      bytes += entry.size();
      if (writing) {
        return;
      }
      writing = true;
    }
    write();
  }

  /// Tell whether PostgreSQL lags so far behind that nothing more may be promised.
  public synchronized boolean behind() {
    var oldest = tail.peek();
    return bytes > Limits.JOURNAL_BYTES
        || (oldest != null && oldest.kept().plus(Limits.JOURNAL_LAG).isBefore(clock.instant()));
  }

  /// How long the oldest commit has waited; nothing if none waits.
  public synchronized Duration age() {
    var oldest = tail.peek();
    return oldest == null ? Duration.ZERO : Duration.between(oldest.kept(), clock.instant());
  }

  /// How many bytes of commits wait, of `Limits.JOURNAL_BYTES` at most.
  public synchronized long bytes() {
    return bytes;
  }

  /// How many commits wait.
  public synchronized int waiting() {
    return tail.size();
  }

  /// Complete when everything kept until now is written, whatever comes meanwhile.
  public synchronized Future<Void> written() {
    if (tail.isEmpty()) {
      return Future.succeededFuture();
    }
    var waiter = new Waiter(added, Promise.promise());
    waiters.add(waiter);
    return waiter.written().future();
  }

  private void write() {
    List<Entry> batch;
    synchronized (this) {
      batch = tail.stream().limit(BATCH).toList();
      writing = !batch.isEmpty();
    }
    if (!batch.isEmpty()) {
      write(batch)
          .onSuccess(done -> wrote(batch))
          .onFailure(
              fault -> {
                LOG.warn("journal=lagging waiting={} fault={}", waiting(), fault.getMessage());
                vertx.setTimer(500, t -> write());
              });
    }
  }

  private void wrote(List<Entry> batch) {
    var told = new ArrayList<Waiter>();
    synchronized (this) {
      for (Entry entry : batch) {
        tail.poll();
        bytes -= entry.size();
      }
      while (!waiters.isEmpty() && waiters.peek().count() <= added - tail.size()) {
        told.add(waiters.poll());
      }
    }
    told.forEach(waiter -> waiter.written().complete());
    write();
  }

  private Future<Void> write(List<Entry> batch) {
    return inOneGo(batch)
        .recover(fault -> refused(fault) ? oneByOne(batch) : Future.<Void>failedFuture(fault));
  }

  /// PostgreSQL is there and will never take this text; trying again would hold up every room.
  private static boolean refused(Throwable fault) {
    return fault instanceof PgException broken
        && broken.getSqlState() != null
        && broken.getSqlState().startsWith("22");
  }

  private Future<Void> oneByOne(List<Entry> batch) {
    Future<Void> all = Future.succeededFuture();
    for (Entry entry : batch) {
      all =
          all.compose(before -> inOneGo(List.of(entry)))
              .recover(
                  fault -> {
                    if (!refused(fault)) {
                      return Future.failedFuture(fault);
                    }
                    LOG.error(
                        "room={} version={} journal=refused",
                        entry.room(),
                        entry.version().number());
                    return Future.succeededFuture();
                  });
    }
    return all;
  }

  private Future<Void> inOneGo(List<Entry> batch) {
    return new JournalRows(batch).into(records);
  }

  /// At which version each part of a room was written last.
  Future<Map<String, Long>> versions(Id room) {
    return records
        .list(
            "SELECT part, version FROM room_part WHERE room = $1",
            row -> Map.entry(row.getString("part"), row.getLong("version")),
            room)
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// How a room's tabs were answered of late.
  Future<List<RoomStore.Tab>> answers(Id room) {
    return records
        .list(
            "SELECT tabs FROM room_answer WHERE room = $1 ORDER BY version",
            row -> row.getString("tabs"),
            room)
        .map(Answers::together);
  }

  /// A room as PostgreSQL has it, with its highest version.
  Future<RoomStore.Loaded> read(Id room) {
    return records
        .list(
            "SELECT part, version, body::text AS body FROM room_part WHERE room = $1",
            row ->
                Map.entry(
                    row.getLong("version"),
                    Map.entry(row.getString("part"), row.getString("body"))),
            room)
        .map(
            rows -> {
              var parts = new TreeMap<String, String>();
              rows.forEach(row -> parts.put(row.getValue().getKey(), row.getValue().getValue()));
              long version = rows.stream().mapToLong(Map.Entry::getKey).max().orElse(0);
              return new RoomStore.Loaded(
                  new RoomStore.Version(version, "", ""), parts, clock.instant());
            });
  }
}
