package org.linkroom.video;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.linkroom.protocol.Pass;

/// How pictures and sound travel. A provider only says what a page needs; whether it may have it,
/// the room has said before.
public interface VideoProvider {
  /// What the page of a device needs to send and get media for a while: the provider's name, until
  /// when the grant is good, and the provider's own fields.
  ObjectNode grant(Pass pass, Instant now);
}
