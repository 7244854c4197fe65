package org.linkroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterLookTest {
  @Test
  void emptyLinesPartParagraphsAndOtherLinesStayLines() {
    assertThat(LetterLook.of("Good morning,\n\nyour link-up\nis agreed."))
        .contains(">Good morning,</p>", ">your link-up<br>is agreed.</p>");
  }

  @Test
  void aLineThatIsOnlyAnAddressIsAButtonAndCanBeReadAsWell() {
    assertThat(LetterLook.of("Go in:\nhttps://linkroom.example/a?b=1&c=2\nGood bye"))
        .contains(">Go in:</p>", ">Good bye</p>", "href=\"https://linkroom.example/a?b=1&amp;c=2\"")
        .contains(">https://linkroom.example/a?b=1&amp;c=2</p>");
  }

  @Test
  void anAddressAmongWordsIsNoButton() {
    assertThat(LetterLook.of("See https://linkroom.example/a today")).doesNotContain("href");
  }

  @Test
  void whatSomebodyTypedIsNeverHtml() {
    assertThat(LetterLook.of("<img src=x onerror='a()'> & \"so\""))
        .contains("&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;so&quot;")
        .doesNotContain("<img");
  }

  @Test
  void anAddressCannotLeaveItsAttribute() {
    assertThat(LetterLook.of("https://linkroom.example/\"onclick=\"a()"))
        .doesNotContain("\"onclick")
        .contains("&quot;onclick");
  }

  @Test
  void nothingIsFetchedFromAnywhere() {
    assertThat(LetterLook.of("Hello\r\n\r\nhttps://linkroom.example/"))
        .doesNotContain("src=", "url(", "<link", "<img");
  }
}
