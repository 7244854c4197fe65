package org.linkroom.redis;

import org.linkroom.base.Id;

/// Every key and channel. All of a room carry its hash tag, so a cluster keeps them together.
public final class Keys {
  private Keys() {}

  /// The room's parts, by name.
  public static String parts(Id room) {
    return "lr:{" + room + "}:parts";
  }

  /// At which version each part last changed; the room's version, commit and epoch.
  public static String marks(Id room) {
    return "lr:{" + room + "}:marks";
  }

  /// The last numbers of each tab, and their answers.
  public static String tabs(Id room) {
    return "lr:{" + room + "}:tabs";
  }

  /// Who is here.
  public static String here(Id room) {
    return "lr:{" + room + "}:here";
  }

  /// Where a room's commits and comings are told.
  public static String channel(Id room) {
    return "lr:{" + room + "}:feed";
  }

  /// The room of a channel.
  public static Id room(String channel) {
    return new Id(channel.substring(channel.indexOf('{') + 1, channel.indexOf('}')));
  }

  /// Where it is told to all nodes that a person has signed out.
  public static String people() {
    return "lr:people";
  }

  /// A node's lease; while it stands, the node's members are here.
  public static String lease(String node) {
    return "lr:node:" + node;
  }

  /// Whoever keeps this key tells all nodes the time.
  public static String clock() {
    return "lr:clock";
  }

  /// What health checks write, to see that Redis writes.
  public static String health() {
    return "lr:health";
  }

  /// Where a node proves to itself that its feed is alive: in a cluster, one of these at each
  /// server.
  static String probe(String node, int number) {
    return "lr:probe:" + node + ":" + number;
  }
}
