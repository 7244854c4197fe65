package org.linkroom.redis;

import java.util.Objects;

/// Why Redis did not do what it was asked. None of these calls was executed.
enum Refused {
  /// It does not know the script by its digest.
  NO_SCRIPT,
  /// The slot is another server's.
  MOVED,
  /// The slot is on its way to another server, which has this key already.
  ASK,
  /// In a moment it may be done: the cluster elects, or the keys of the call are on their way.
  LATER,
  /// The server became a replica.
  NOT_MASTER,
  /// The server reads, but cannot write: its disk or memory is full, or its replicas are away.
  NO_WRITES,
  /// Something else; it may have been executed.
  OTHERWISE;

  /// Read a fault. What a script runs into stands inside the script's own words in Redis 6.
  static Refused of(Throwable fault) {
    String text = Objects.requireNonNullElse(fault.getMessage(), "");
    int space = text.indexOf(' ');
    return switch (space < 0 ? text : text.substring(0, space)) {
      case "NOSCRIPT" -> NO_SCRIPT;
      case "MOVED" -> MOVED;
      case "ASK" -> ASK;
      case "TRYAGAIN", "CLUSTERDOWN" -> LATER;
      case "READONLY", "LOADING", "MASTERDOWN" -> NOT_MASTER;
      case "MISCONF", "OOM", "NOREPLICAS" -> NO_WRITES;
      case "ERR" -> inScript(text);
      default -> OTHERWISE;
    };
  }

  private static Refused inScript(String text) {
    if (!text.startsWith("ERR Error running script")) {
      return OTHERWISE;
    }
    if (text.contains("-READONLY ")) {
      return NOT_MASTER;
    }
    boolean full =
        text.contains("-MISCONF ") || text.contains("-OOM ") || text.contains("-NOREPLICAS ");
    return full ? NO_WRITES : OTHERWISE;
  }

  /// The address in `MOVED 3999 10.0.0.1:6379`.
  static Address whither(Throwable fault, String asked) {
    String text = Objects.requireNonNullElse(fault.getMessage(), "");
    return Address.of(text.substring(text.lastIndexOf(' ') + 1), asked);
  }
}
