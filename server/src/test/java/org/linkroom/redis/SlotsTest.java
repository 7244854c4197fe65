package org.linkroom.redis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;

class SlotsTest {
  /// The first from the specification (CRC16 of 123456789 is 0x31C3), the others as a real server
  /// answers CLUSTER KEYSLOT.
  @ParameterizedTest
  @CsvSource({
    "123456789, 12739",
    "foo, 12182",
    "{foo}, 12182",
    "lr:{foo}:parts, 12182",
    "lr:{foo}{bar}, 12182",
    "foo{}bar, 14292",
    "foo{}{bar}, 8363",
    "foo{bar, 15278",
    "'', 0",
    "é, 10180"
  })
  void aKeysSlotIsThatOfItsHashTag(String key, int slot) {
    assertThat(Slots.slot(key)).isEqualTo(slot);
  }

  @Test
  void allOfARoomIsInOneSlot() {
    var room = Id.random();
    assertThat(
            java.util.stream.Stream.of(
                    Keys.parts(room), Keys.marks(room), Keys.tabs(room), Keys.here(room))
                .map(Slots::slot))
        .containsOnly(Slots.slot(Keys.channel(room)));
  }

  @Property(tries = 200)
  void everyKeyHasASlot(@ForAll @StringLength(max = 60) String key) {
    assertThat(Slots.slot(key)).isBetween(0, Slots.COUNT - 1);
  }

  @Test
  void anOwnerThatIsKnownBetterTakesTheSlotAlone() {
    var one = new Address("one", 1);
    var slots = Slots.NONE.with(7, one);
    assertThat(slots.owner(7)).isEqualTo(one);
    assertThat(slots.owner(8)).isNull();
    assertThat(slots.owners()).containsExactly(one);
    assertThat(slots.whole()).isFalse();
    assertThat(slots).isEqualTo(Slots.NONE.with(7, one)).isNotEqualTo(Slots.NONE);
  }
}
