package org.linkroom.bench;

/// Where one client goes in, and by what.
///
/// @param port the node's
/// @param path of the address, such as /live/gn8ui3yxmxxh
/// @param pass sent as a bearer
/// @param member the id that others see it by: its class's
record Ticket(int port, String path, String pass, String member) {
  Ticket at(int otherPort) {
    return new Ticket(otherPort, path, pass, member);
  }

  /// The request that opens its socket.
  String request() {
    return """
    GET %s HTTP/1.1
    Host: 127.0.0.1:%d
    Upgrade: websocket
    Connection: Upgrade
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
    Sec-WebSocket-Version: 13
    Origin: http://127.0.0.1:%d
    Authorization: Bearer %s

    """
        .formatted(path, port, port, pass)
        .replace("\n", "\r\n");
  }
}
