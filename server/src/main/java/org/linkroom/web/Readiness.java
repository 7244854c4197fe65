package org.linkroom.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// Whether a node may be sent people, and what stands in the way.
///
/// @param stage where the node is between its start and its end
/// @param postgresql it answers
/// @param redis it answers
/// @param written it has written what it was told to write
/// @param heard the node hears what is published
/// @param inTime PostgreSQL has what was committed, or nearly
/// @param kept what Redis does to keep what it was told
record Readiness(
    Stage stage,
    boolean postgresql,
    boolean redis,
    boolean written,
    boolean heard,
    boolean inTime,
    Kept kept) {

  /// Where a node is between its start and its end.
  enum Stage {
    STARTING,
    SERVING,
    DRAINING
  }

  /// What Redis says of itself; "unknown" where it does not say.
  record Kept(String appendonly, String appendfsync, String maxmemoryPolicy) {
    boolean always() {
      return appendonly.equals("yes") && appendfsync.equals("always");
    }

    String words() {
      if (always()) {
        return "What was answered with ok is on Redis's disk.";
      }
      return appendonly.equals("unknown") || appendfsync.equals("unknown")
          ? "Redis does not say whether what was answered with ok is on its disk."
          : "If Redis stops at once, what was answered with ok in the last moments may be lost.";
    }
  }

  boolean ready() {
    return why().isEmpty();
  }

  /// What stands in the way, in words; nothing if the node is ready.
  List<String> why() {
    var why = new ArrayList<String>();
    switch (stage) {
      case STARTING -> why.add("This node is starting.");
      case SERVING -> {}
      case DRAINING -> why.add("This node is being renewed and takes nobody new.");
    }
    say(why, postgresql, "PostgreSQL does not answer.");
    say(why, redis, "Redis does not answer.");
    say(why, written || !redis, "Redis answers and does not write.");
    say(why, heard, "What is published in Redis is not heard here.");
    say(why, inTime, "PostgreSQL is so far behind that commands are refused.");
    return why;
  }

  private static void say(List<String> why, boolean good, String otherwise) {
    if (!good) {
      why.add(otherwise);
    }
  }

  JsonObject json() {
    return new JsonObject()
        .put("ready", ready())
        .put("why", new JsonArray(why()))
        .put("postgresql", postgresql)
        .put("redis", redis)
        .put("redisWrites", written)
        .put("feed", heard)
        .put("journal", inTime)
        .put("durable", kept.always())
        .put("durability", kept.words())
        .put("appendonly", kept.appendonly())
        .put("appendfsync", kept.appendfsync())
        .put("maxmemoryPolicy", kept.maxmemoryPolicy());
  }
}
