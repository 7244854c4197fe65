package org.linkroom.room;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linkroom.testing.RandomRooms;
import org.linkroom.testing.RandomRooms.Story;

/// A room is kept and sent by parts.
class PartsTest {
  private static final int TRIES = 150;

  @Provide
  Arbitrary<Story> stories() {
    return RandomRooms.stories();
  }

  @Property(tries = TRIES)
  void everyPartIsReadAsItWasWritten(@ForAll("stories") Story story) {
    story.always((room, now) -> assertThat(Parts.read(room.id(), Parts.all(room))).isEqualTo(room));
  }

  @Property(tries = TRIES)
  void theChangedPartsLeadFromEachRoomToTheNext(@ForAll("stories") Story story) {
    var linkUp = story.begin();
    for (var step : story.steps()) {
      var before = linkUp.room();
      RandomRooms.take(linkUp, step);
      var after = linkUp.room();
      var changed = Parts.changed(before, after);
      var renewed = Parts.renew(before, changed);
      assertThat(renewed).isEqualTo(after);
      // What did not change stays the same object, so that nobody looks at it again.
      assertThat(renewed.notes() == before.notes()).isEqualTo(!changed.containsKey("notes"));
      assertThat(renewed.head() == before.head()).isEqualTo(!changed.containsKey("head"));
    }
  }
}
