package org.linkroom.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Id;

class PassTest {
  @ParameterizedTest
  @CsvSource({
    // role, with a class, with a person, whether there can be such a pass
    "TEACHER,     true,  true,  true",
    "TEACHER,     true,  false, false",
    "TEACHER,     false, true,  false",
    "COVER,       true,  false, true",
    "COVER,       false, false, false",
    "ASSISTANT,   true,  true,  true",
    "ASSISTANT,   false, true,  false",
    "DEVICE,      true,  false, true",
    "DEVICE,      false, false, false",
    "FACILITATOR, false, true,  true",
    "OBSERVER,    false, true,  true",
  })
  void aKeyAndADeviceComeInForAClass(PassRole role, boolean ofClass, boolean person, boolean can) {
    if (can) {
      assertThat(pass(role, ofClass, person, "Miss Khan", Screen.ADULT).role()).isEqualTo(role);
    } else {
      assertThatThrownBy(() -> pass(role, ofClass, person, "Miss Khan", Screen.ADULT))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void itHasANameThatFitsALine() {
    for (String name : new String[] {"", "  ", "x".repeat(121)}) {
      assertThatThrownBy(() -> pass(PassRole.OBSERVER, false, true, name, Screen.ADULT))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(pass(PassRole.OBSERVER, false, true, "x".repeat(120), Screen.ADULT).name())
        .hasSize(120);
  }

  @ParameterizedTest
  @CsvSource({
    "TEACHER,     CLASS, BOARD",
    "TEACHER,     ADULT, ADULT",
    "FACILITATOR, CLASS, BOARD",
    "FACILITATOR, ADULT, HOST",
    "OBSERVER,    ADULT, ADULT",
    "DEVICE,      CLASS, BOARD",
  })
  void whatIsShownGoesByWhoCanSeeTheScreen(PassRole role, Screen screen, Audience audience) {
    assertThat(pass(role, true, true, "Miss Khan", screen).audience()).isEqualTo(audience);
  }

  private static Pass pass(
      PassRole role, boolean ofClass, boolean person, String name, Screen screen) {
    return new Pass(
        Id.random(),
        Id.random(),
        ofClass ? Id.random() : null,
        person ? Id.random() : null,
        name,
        role,
        screen,
        DeviceKind.ADULT,
        false,
        Instant.EPOCH);
  }
}
