package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashesTest {
  private final Hashes hashes = new Hashes("a secret of the server, 32 letters");

  @Test
  void noTwoClearLettersAreMistakenForOneAnother() {
    assertThat(Hashes.CLEAR).hasSize(22).doesNotContainAnyWhitespaces();
    assertThat(Hashes.CLEAR.chars().distinct().count()).isEqualTo(22);
    for (String twins : new String[] {"0O", "1IL", "2Z", "5S", "8B", "UV", "MN"}) {
      long kept = twins.chars().filter(c -> Hashes.CLEAR.indexOf(c) >= 0).count();
      assertThat(kept).as(twins).isLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 100)
  void aCodeHasItsLengthAndClearLettersOnly(@ForAll @IntRange(min = 1, max = 12) int length) {
    assertThat(Hashes.clear(length)).hasSize(length).matches("[" + Hashes.CLEAR + "]+");
    assertThat(Hashes.digits(length)).hasSize(length).matches("\\d+");
    assertThat(Hashes.typed(Hashes.clear(length).toLowerCase(java.util.Locale.ROOT)))
        .matches("[" + Hashes.CLEAR + "]+");
  }

  @ParameterizedTest
  @CsvSource({
    "abc 123, ABC123, a space and small letters",
    "'  ABC-123 ', ABC123, a dash and spaces around",
    "A\u00a0BC\u2013123, ABC123, a fixed space and a long dash as a word processor writes them",
    "' -\t- ', '', nothing",
    "ABC123!, ABC123!, what is wrong stays wrong",
  })
  void whatSomebodyTypedIsReadWithoutSpacesAndDashes(String typed, String read, String why) {
    assertThat(Hashes.typed(typed)).as(why).isEqualTo(read);
  }

  @Test
  void aSecretHas192BitsFitsAnAddressAndIsNeverMadeTwice() {
    var many = IntStream.range(0, 1000).mapToObj(i -> Hashes.secret()).distinct().toList();
    assertThat(many).hasSize(1000).allMatch(secret -> secret.matches("[A-Za-z0-9_-]{32}"));
  }

  @Test
  void aHashIsHmacSha256UnderTheServersSecret() {
    // echo -n 7F3K | openssl dgst -sha256 -mac HMAC -macopt 'key:hash:key' -binary | basenc
    // --base64url
    assertThat(new Hashes("key").of("7F3K"))
        .isEqualTo("1wEyuuGt42r7R_eXvEkSTVWYzNT_Z69vNoSiPd-Y67I");
  }

  @Test
  void aStolenTableCannotBeSearchedWithoutTheServersSecret() {
    assertThat(hashes.of("7F3K")).isEqualTo(hashes.of("7F3K")).isNotEqualTo(hashes.of("7F3L"));
    assertThat(new Hashes("another secret of a server, 32 l").of("7F3K"))
        .isNotEqualTo(hashes.of("7F3K"));
  }

  @Test
  void sameTellsWhetherTwoTextsAreOne() {
    assertThat(Hashes.same("abc", "abc")).isTrue();
    assertThat(Hashes.same("abc", "abd")).isFalse();
    assertThat(Hashes.same("abc", "abcd")).isFalse();
    assertThat(Hashes.same("", "")).isTrue();
  }
}
