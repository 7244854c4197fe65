package org.linkroom.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoRuleTest {
  @ParameterizedTest
  @CsvSource({
    "faces, faces, true",
    "faces, no-faces, true",
    "no-faces, no-faces, true",
    "no-faces, faces, false",
    "none, no-faces, false",
    "none, faces, false"
  })
  void aPictureIsShownUnderNoStricterRuleThanItWasApprovedUnder(
      String now, String approved, boolean shown) {
    assertThat(PhotoRule.of(now).lets(PhotoRule.of(approved))).isEqualTo(shown);
  }
}
