package org.linkroom.protocol;

import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;

/// Where in the network a device belongs, so that a great room can count who is here by programme
/// and by school, and show each class its own link.
public record Place(@Nullable Id programme, @Nullable Id school, @Nullable Id link) {
  /// Nowhere in particular: a room of one link needs no counting.
  public static final Place NONE = new Place(null, null, null);
}
