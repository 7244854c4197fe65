package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Limits;
import org.linkroom.testing.MediaFiles;

/// What is kept of a recording is its sound.
class SoundTest {
  private static Sound taken(byte[] file) {
    return ((Taken.As<Sound>) Sound.of(file)).what();
  }

  private static Taken.Why why(byte[] file) {
    return ((Taken.No<Sound>) Sound.of(file)).why();
  }

  private static void plain(byte[] bytes) {
    assertThat(new String(bytes, ISO_8859_1)).doesNotContain("Zadie", "Elm Road");
  }

  @Test
  void anMp3KeepsItsFramesAlone() {
    byte[] file = MediaFiles.mp3(5);
    assertThat(new String(file, ISO_8859_1)).contains("Zadie");
    var sound = taken(file);
    assertThat(sound.type()).isEqualTo("audio/mpeg");
    assertThat(sound.bytes().getBytes()).isEqualTo(MediaFiles.mp3Frames(5));
    assertThat(why(MediaFiles.mp3(2))).as("too few to be one").isEqualTo(Taken.Why.BROKEN);
  }

  @Test
  void aWavKeepsHowItIsWrittenAndItsSamples() {
    var sound = taken(MediaFiles.wav(100));
    assertThat(sound.type()).isEqualTo("audio/wav");
    assertThat(sound.bytes().getBytes()).hasSize(44 + 100);
    plain(sound.bytes().getBytes());
    assertThat(taken(sound.bytes().getBytes()).bytes().getBytes())
        .as("again")
        .isEqualTo(sound.bytes().getBytes());
    byte[] cut = Arrays.copyOf(sound.bytes().getBytes(), 100);
    assertThat(why(cut)).isEqualTo(Taken.Why.BROKEN);
  }

  @Test
  void anM4aLosesItsNotesAndKeepsItsSoundWhereItWas() {
    byte[] file = MediaFiles.m4a("soun");
    var sound = taken(file);
    assertThat(sound.type()).isEqualTo("audio/mp4");
    plain(sound.bytes().getBytes());
    assertThat(sound.bytes().getBytes()).hasSameSizeAs(file);
    String after = new String(sound.bytes().getBytes(), ISO_8859_1);
    assertThat(after.indexOf("mdat")).isEqualTo(new String(file, ISO_8859_1).indexOf("mdat"));
    assertThat(after).contains("moov", "trak", "soun").doesNotContain("udta", "uuid", "xyz");
  }

  @Test
  void aFilmIsNoSound() {
    assertThat(why(MediaFiles.m4a("vide"))).isEqualTo(Taken.Why.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({"OggS and so on", "fLaC and so on", "<html>", "MThd"})
  void whatIsNoneOfTheThreeIsRefused(String begins) {
    assertThat(why(begins.getBytes(ISO_8859_1))).isEqualTo(Taken.Why.OTHER);
  }

  @Test
  void oneThatIsTooLongIsRefused() {
    assertThat(why(MediaFiles.wav(Limits.SOUND_BYTES))).isEqualTo(Taken.Why.HUGE);
    assertThat(why(new byte[0])).isEqualTo(Taken.Why.NOTHING);
  }

  @Property(tries = 500)
  void whateverComesIsASoundOrRefused(
      @ForAll @IntRange(max = 2) int kind,
      @ForAll @IntRange(max = 900) int at,
      @ForAll @Size(min = 1, max = 12) byte[] wrong) {
    var file =
        List.of(MediaFiles.mp3(4), MediaFiles.wav(40), MediaFiles.m4a("soun")).get(kind).clone();
    System.arraycopy(wrong, 0, file, at % (file.length - 12), wrong.length);
    assertThat(Sound.of(file)).isInstanceOfAny(Taken.As.class, Taken.No.class);
  }
}
