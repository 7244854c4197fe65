package org.linkroom.base;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write to office@hilltop.sch.uk please|EMAIL",
        "amira.k+4b@gmail.com|EMAIL",
        "amira (at) gmail (dot) com|EMAIL",
        "amira[at]hilltop.sch.uk|EMAIL",
        "ｏｆｆｉｃｅ＠ｈｉｌｌｔｏｐ．ｓｃｈ．ｕｋ|EMAIL",
        "See https://example.org/4b|LINK",
        "WWW.hilltop.sch.uk|LINK",
        "our page hilltop-primary.co.uk is new|LINK",
        "youtu.be/abc123|LINK",
        "bit.ly/4b|LINK",
        "follow @hilltop_4b|HANDLE",
        "my snapchat is amira2017|HANDLE",
        "Insta: amira.k|HANDLE",
        "Roblox username = amira99|HANDLE",
        "ring 01274 385500|PHONE",
        "ring 07700 900123 now|PHONE",
        "(01274) 385-500|PHONE",
        "+44 7700 900 123|PHONE",
        "0044 1274 385500|PHONE",
        "07700.900.123|PHONE",
        "0​1274 38​5500|PHONE",
        "we live at BD1 1HY|POSTCODE",
        "sw1a1aa|POSTCODE",
        "M1 1AE, Manchester|POSTCODE",
      })
  void whatAChildCouldBeReachedByIsRefused(String text, TextRules.Kind kind) {
    assertThat(TextRules.refused(text)).map(TextRules.Refused::kind).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We ask, we listen, we wonder.",
        "4B and 4K meet on 24.11.2026 at 10:30",
        "01/02/2026 10:30 to 11:15",
        "2026-11-24 10.30-11.10",
        "We are 28 children; 1,063 classes; Year 4",
        "Meet us @ 10",
        "We came 4th and S1 2nd",
        "Come in4 4th place",
        "See p. 12. Me too. It is fun.So come",
        "ChildLine 0800 1111",
        "نحن نسأل ونستمع",
        "We like YouTube and Minecraft, and football is best",
        "e.g. kites, i.e. sky",
      })
  void whatClassesSayOfThemselvesIsNot(String text) {
    assertThat(TextRules.refused(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Amira Patel made this|Amira Patel",
        "Made by Zoë O’Brien|Zoë O’Brien",
        "Thank you Amira Patel|Amira Patel",
        "Yusuf al Hassan asks|Yusuf al Hassan",
        "Anne-Marie Smith-Jones|Anne-Marie Smith-Jones",
        "Hello from Łukasz Nowak|Łukasz Nowak",
      })
  void whatLooksLikeAFullNameIsAskedAbout(String text, String name) {
    assertThat(TextRules.fullName(text)).contains(name);
    assertThat(TextRules.refused(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Amira and Ben made this",
        "Amira P. made this",
        "Miss Khan and Mr Okafor",
        "Dr. Lowe Smith",
        "Hilltop Primary School",
        "Hello Amira",
        "We love Monday. Amira does too",
        "4B Class of Year Four",
        "BE KIND",
        "Thank You Everyone",
      })
  void aFirstNameATeacherAndASchoolAreNot(String text) {
    assertThat(TextRules.fullName(text)).isEmpty();
  }

  @Property(tries = 300)
  void aMailAddressIsFoundWhateverStandsAroundIt(
      @ForAll @AlphaChars @StringLength(min = 1, max = 12) String name,
      @ForAll @AlphaChars @StringLength(max = 20) String before,
      @ForAll @AlphaChars @StringLength(max = 20) String after) {
    String text = before + " " + name + "@" + name + ".sch.uk " + after;
    assertThat(TextRules.refused(text)).map(TextRules.Refused::kind).contains(TextRules.Kind.EMAIL);
  }

  @Property(tries = 300)
  void everyNumberOfAnEnglishPhoneIsFoundHoweverItIsSpaced(
      @ForAll @IntRange(min = 100_000_000, max = 799_999_999) int number,
      @ForAll @IntRange(min = 1, max = 8) int gap) {
    String digits = "0" + number + "5";
    String text = "ring " + digits.substring(0, gap) + " " + digits.substring(gap) + " please";
    assertThat(TextRules.refused(text)).map(TextRules.Refused::kind).contains(TextRules.Kind.PHONE);
  }

  @Property(tries = 300)
  void wordsOfLettersAloneAreNeverRefused(
      @ForAll @AlphaChars @StringLength(max = 40) String one,
      @ForAll @AlphaChars @StringLength(max = 40) String two) {
    assertThat(TextRules.refused(one + " " + two)).isEmpty();
  }
}
