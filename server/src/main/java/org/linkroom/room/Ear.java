package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Audience;
import org.linkroom.protocol.Place;

/// Who hears the same of who is here.
sealed interface Ear {
  Audience audience();

  /// What it hears.
  ObjectNode of(Roll roll);

  /// Each device of a room of a few classes.
  record Devices(Audience audience) implements Ear {
    @Override
    public ObjectNode of(Roll roll) {
      return roll.byDevice(audience);
    }
  }

  /// Each member of a gathering.
  record Members(Audience audience) implements Ear {
    @Override
    public ObjectNode of(Roll roll) {
      return roll.byMember(audience);
    }
  }

  /// Counts, and one's own programme.
  record Programme(Audience audience, @Nullable Id programme) implements Ear {
    @Override
    public ObjectNode of(Roll roll) {
      return roll.byProgramme(audience, programme);
    }
  }

  /// One's own link.
  record Link(Audience audience, Id link) implements Ear {
    @Override
    public ObjectNode of(Roll roll) {
      return roll.byLink(audience, link);
    }
  }

  /// The ears of a page.
  ///
  /// @param many whether more are here than are told of one by one
  static List<Ear> of(Audience audience, Place place, boolean gathering, boolean many) {
    if (!gathering) {
      return List.of(new Devices(audience));
    }
    if (!many) {
      return List.of(new Members(audience));
    }
    return place.link() == null
        ? List.of(new Programme(audience, place.programme()))
        : List.of(new Programme(audience, place.programme()), new Link(audience, place.link()));
  }
}
