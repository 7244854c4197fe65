package org.linkroom.redis;

import io.vertx.redis.client.Command;
import java.util.regex.Pattern;

/// What a server says of itself when it is dialled.
///
/// @param major its release: 6, 7, …; 0 where it does not tell
/// @param cluster whether it is one of a cluster
/// @param replica whether it only repeats what another one does
/// @param loading whether it still reads its data, and answers nothing else meanwhile
record Look(int major, boolean cluster, boolean replica, boolean loading) {
  /// Of a server that lets nobody look.
  static final Look UNKNOWN = new Look(0, false, false, false);

  private static final Pattern MAJOR = Pattern.compile("(?m)^redis_version:(\\d{1,4})\\.");

  /// Read the answer to INFO.
  static Look of(String info) {
    var major = MAJOR.matcher(info);
    return new Look(
        major.find() ? Integer.parseInt(major.group(1)) : 0,
        info.contains("\ncluster_enabled:1"),
        info.contains("\nrole:slave"),
        info.contains("\nloading:1"));
  }

  /// Whether a channel belongs to the owner of its slot alone, so that not every server of the
  /// cluster hears of every room.
  boolean sharded() {
    return cluster && major >= 7;
  }

  /// The command by which it publishes, the one by which it is heard, and the one by which it is
  /// heard no longer.
  Command publish() {
    return sharded() ? Command.SPUBLISH : Command.PUBLISH;
  }

  Command subscribe() {
    return sharded() ? Command.SSUBSCRIBE : Command.SUBSCRIBE;
  }

  Command unsubscribe() {
    return sharded() ? Command.SUNSUBSCRIBE : Command.UNSUBSCRIBE;
  }
}
