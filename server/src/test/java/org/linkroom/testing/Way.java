package org.linkroom.testing;

/// How a device reaches the live door.
public enum Way {
  /// By a WebSocket.
  SOCKET,
  /// By server-sent events and POST.
  EVENTS,
  /// By long polls and POST.
  POLL
}
