package org.linkroom.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
  @Test
  void aNewOneIsNeverTheSameNorANumber() {
    var seen = new HashSet<Id>();
    for (int i = 0; i < 10_000; i++) {
      var id = Id.random();
      assertThat(Id.fits(id.text())).isTrue();
      assertThat(id.text().charAt(0)).isBetween('a', 'z');
      assertThat(seen.add(id)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "abcdefghijk",
        "abcdefghijklm",
        "1bcdefghijkl",
        "Abcdefghijkl",
        "abcdefghijk-",
        "abcdefghijk\n",
        "__proto__xyz",
        "abcdefghijké"
      })
  void anythingElseIsNone(String text) {
    assertThat(Id.fits(text)).isFalse();
    assertThatThrownBy(() -> new Id(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
