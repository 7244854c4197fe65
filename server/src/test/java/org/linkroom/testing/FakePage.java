package org.linkroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linkroom.protocol.Goodbye;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.protocol.Wire;
import org.linkroom.room.Command;
import org.linkroom.room.Frame;
import org.linkroom.room.Member;
import org.linkroom.room.Patch;
import org.linkroom.room.Rooms;
import org.linkroom.room.Seat;

/// A page without a browser: it holds what a page would hold, and notes when a frame does not fit.
/// It is heard as long as it is open, unless it falls silent.
public final class FakePage implements Seat {
  private final Rooms rooms;
  private final Pass pass;
  private final long seen;
  private final List<JsonNode> heres = new ArrayList<>();
  private final List<JsonNode> signals = new ArrayList<>();
  private final List<Goodbye> byes = new ArrayList<>();
  private ObjectNode document = JsonNodeFactory.instance.objectNode();
  private ObjectNode here = JsonNodeFactory.instance.objectNode();
  private String epoch = "";
  private long version;
  private int welcomes;
  private int misfits;
  private boolean slow;
  private boolean missed;
  private long n;
  private @Nullable Instant silentSince;

  private FakePage(Rooms rooms, Pass pass, long seen) {
    this.seen = seen;
    this.rooms = rooms;
    this.pass = pass;
  }

  /// A page that opens its socket at a node.
  public static FakePage joins(Rooms rooms, org.linkroom.base.Id room, Member member) {
    return joins(rooms, room, member, 0);
  }

  /// A page that comes back to a node.
  ///
  /// @param seen the version that it was shown last
  public static FakePage joins(Rooms rooms, org.linkroom.base.Id room, Member member, long seen) {
    var pass =
        new Pass(
            room,
            member.device(),
            member.classId(),
            member.person(),
            member.name(),
            member.role(),
            member.screen(),
            member.kind(),
            member.asks(),
            Instant.now().plusSeconds(3600));
    return joins(rooms, pass, seen);
  }

  /// A page that opens its socket at a node by a pass.
  public static FakePage joins(Rooms rooms, Pass pass) {
    return joins(rooms, pass, 0);
  }

  private static FakePage joins(Rooms rooms, Pass pass, long seen) {
    var page = new FakePage(rooms, pass, seen);
    rooms.join(page);
    return page;
  }

  @Override
  public Pass pass() {
    return pass;
  }

  @Override
  public long seen() {
    return seen;
  }

  /// The version that it shows.
  public synchronized long version() {
    return version;
  }

  @Override
  public synchronized Instant heard() {
    return silentSince == null ? Instant.now() : silentSince;
  }

  @Override
  public synchronized void isThere() {
    silentSince = null;
    notifyAll();
  }

  /// From now on it counts as last heard so many seconds ago.
  public synchronized void silentFor(long seconds) {
    silentSince = Instant.now().minusSeconds(seconds);
  }

  @Override
  public synchronized boolean show(Frame shown) {
    missed |= slow;
    notifyAll();
    if (slow || !byes.isEmpty() || (missed && !shown.whole())) {
      return false;
    }
    missed = false;
    var told = (ObjectNode) Wire.read(shown.text()).orElseThrow();
    if (told.get("welcome") instanceof ObjectNode welcome) {
      document = (ObjectNode) welcome.get("doc");
      version = welcome.get("version").asLong();
      epoch = welcome.get("epoch").asText();
      here =
          welcome.get("here") instanceof ObjectNode all
              ? all
              : JsonNodeFactory.instance.objectNode();
      welcomes++;
    } else if (told.get("patch") instanceof ObjectNode patch) {
      misfits += told.get("from").asLong() == version ? 0 : 1;
      document = Patch.apply(document, patch);
      version = told.get("v").asLong();
    } else {
      var delta = (ObjectNode) told.get("here");
      heres.add(delta);
      here = told.path("whole").asBoolean() ? delta : Patch.apply(here, delta);
    }
    notifyAll();
    return true;
  }

  @Override
  public synchronized void answer(ObjectNode frame) {
    signals.add(frame);
    notifyAll();
  }

  @Override
  public Executor loop() {
    return Runnable::run;
  }

  @Override
  public void ping() {}

  @Override
  public synchronized void bye(Goodbye why, Duration wait) {
    byes.add(why);
    notifyAll();
  }

  /// Tell whether it was not queued for since it had its last whole document.
  public synchronized boolean missed() {
    return missed;
  }

  /// While slow it takes nothing more.
  public synchronized FakePage slow(boolean is) {
    slow = is;
    return this;
  }

  /// Say something; the answer is nothing for "ok".
  public Optional<Refusal> says(Command.FromPerson command) {
    return says("tabtabtab", ++n, command);
  }

  /// Say something under a number of a tab.
  public Optional<Refusal> says(String tab, long number, Command.FromPerson command) {
    var answer = new CompletableFuture<Optional<Refusal>>();
    rooms.ask(pass, command, pass.device() + ":" + tab, number, answer::complete);
    return answer.orTimeout(Soon.BOUND.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Send a media signal to a device.
  public Optional<Refusal> signals(Member to, String word) {
    var answer = new CompletableFuture<Optional<Refusal>>();
    var data = JsonNodeFactory.instance.objectNode().put("word", word);
    rooms.signal(pass, to.device(), data, answer::complete);
    return answer.orTimeout(Soon.BOUND.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Wait until the page is as it should be.
  public synchronized FakePage until(String what, Predicate<FakePage> is) {
    long end = System.nanoTime() + Soon.BOUND.toNanos();
    while (!is.test(this)) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            pass.name() + " never saw: " + what + "; it holds " + document + here + byes);
      }
      try {
        wait(left);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
    return this;
  }

  /// Wait until a field of its document is this text.
  public FakePage sees(String pointer, String text) {
    return until(pointer + " " + text, page -> page.document.at(pointer).asText().equals(text));
  }

  /// Wait until it is told why it ends.
  public FakePage ends(Goodbye why) {
    until("bye " + why, page -> !page.byes.isEmpty());
    assertThat(byes.getFirst()).isEqualTo(why);
    return this;
  }

  /// Its document as a page would hold it.
  public synchronized ObjectNode document() {
    return document;
  }

  /// Who is here, as it was told.
  public synchronized ObjectNode here() {
    return here;
  }

  /// Every change of who is here that it was told.
  public synchronized List<JsonNode> heres() {
    return List.copyOf(heres);
  }

  /// The signals that came.
  public synchronized List<JsonNode> signals() {
    return List.copyOf(signals);
  }

  /// Why it was ended; empty while it is open.
  public synchronized List<Goodbye> byes() {
    return List.copyOf(byes);
  }

  /// How many whole documents it was given.
  public synchronized int welcomes() {
    return welcomes;
  }

  /// How many patches began from another version than it had.
  public synchronized int misfits() {
    return misfits;
  }

  /// The epoch that it was told.
  public synchronized String epoch() {
    return epoch;
  }
}
