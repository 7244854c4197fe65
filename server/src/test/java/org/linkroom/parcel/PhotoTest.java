package org.linkroom.parcel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linkroom.base.Limits;
import org.linkroom.testing.MediaFiles;

/// What is kept of a picture is its points, upright and of a screen's size.
class PhotoTest {
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

  private static Photo taken(byte[] file) {
    return ((Taken.As<Photo>) Photo.of(file)).what();
  }

  private static Taken.Why why(byte[] file) {
    return ((Taken.No<Photo>) Photo.of(file)).why();
  }

  private static BufferedImage image(byte[] jpeg) throws Exception {
    return requireNonNull(ImageIO.read(new ByteArrayInputStream(jpeg)));
  }

  private static boolean red(BufferedImage image, double x, double y) {
    var at = new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    return at.getRed() > 200 && at.getBlue() < 80;
  }

  @Test
  void whereAndByWhomItWasTakenIsGone() throws Exception {
    byte[] phone = MediaFiles.ofPhone(400, 200, 1);
    var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(phone));
    var gps = requireNonNull(before.getFirstDirectoryOfType(GpsDirectory.class));
    assertThat(requireNonNull(gps.getGeoLocation()).getLatitude())
        .as("it was in the file")
        .isBetween(53.0, 54.0);
    var photo = taken(phone);
    for (var kept : List.of(photo.large().getBytes(), photo.small().getBytes())) {
      var after = ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept));
      assertThat(after.getDirectories())
          .extracting(directory -> directory.getName())
          .containsExactlyInAnyOrder("JPEG", "JFIF", "Huffman", "File Type");
      assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif", "Zadie", "GPS");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.2, 0.2", "2, 0.8, 0.2", "3, 0.8, 0.8", "4, 0.2, 0.8",
    "5, 0.2, 0.2", "6, 0.8, 0.2", "7, 0.8, 0.8", "8, 0.2, 0.8"
  })
  void itStandsAsItWasSeen(int orientation, double x, double y) throws Exception {
    var photo = taken(MediaFiles.ofPhone(400, 200, orientation));
    assertThat(photo.width()).isEqualTo(orientation < 5 ? 400 : 200);
    var image = image(photo.large().getBytes());
    for (double atX : new double[] {0.2, 0.8}) {
      for (double atY : new double[] {0.2, 0.8}) {
        assertThat(red(image, atX, atY)).as(atX + ", " + atY).isEqualTo(atX == x && atY == y);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"png, 4100, 2050", "jpeg, 5000, 2500", "png, 300, 150"})
  void aLargeOneBecomesAsLargeAsAScreen(String format, int wide, int high) throws Exception {
    var photo = taken(MediaFiles.picture(format, wide, high));
    int side = Math.min(wide, Limits.PICTURE_SIDE);
    assertThat(photo.width()).isEqualTo(side);
    assertThat(photo.height()).isEqualTo(side / 2);
    assertThat(image(photo.large().getBytes()).getWidth()).isEqualTo(side);
    assertThat(image(photo.small().getBytes()).getWidth()).isEqualTo(Math.min(wide, 640));
  }

  @Test
  void aFullScreenOfNoiseFitsItsBounds() {
    var noise = new BufferedImage(1920, 1920, BufferedImage.TYPE_INT_RGB);
    var chance = new java.util.Random(7);
    for (int i = 0; i < 1920 * 1920; i++) {
      noise.setRGB(i % 1920, i / 1920, chance.nextInt());
    }
    var photo = taken(MediaFiles.written(noise, "png"));
    assertThat(photo.large().length()).isLessThanOrEqualTo(Limits.PICTURE_KEPT_BYTES);
    assertThat(photo.small().length()).isLessThanOrEqualTo(Limits.PICTURE_SMALL_BYTES);
  }

  @Test
  void whatIsClearBecomesWhite() throws Exception {
    var clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    var image = image(taken(MediaFiles.written(clear, "png")).large().getBytes());
    assertThat(new Color(image.getRGB(20, 20))).isEqualTo(Color.WHITE);
  }

  @Test
  void aWebpIsTaken() {
    assertThat(taken(WEBP).width()).isEqualTo(1);
  }

  @Test
  void moreThanCanBeReadIsRefusedBeforeItIsRead() {
    assertThat(why(MediaFiles.bomb(30_000, 30_000))).isEqualTo(Taken.Why.HUGE);
    assertThat(why(MediaFiles.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
        .isIn(Taken.Why.HUGE, Taken.Why.BROKEN);
  }

  @ParameterizedTest
  @CsvSource({"heic, HEIC", "mif1, HEIC", "avif, HEIC", "isom, OTHER"})
  void aPhonesOwnFormatIsKnown(String brand, Taken.Why why) {
    assertThat(why(("\0\0\0\u0018ftyp" + brand + "\0\0\0\0").getBytes(ISO_8859_1))).isEqualTo(why);
  }

  @Test
  void whatIsNoPictureIsRefused() {
    assertThat(why(new byte[0])).isEqualTo(Taken.Why.NOTHING);
    assertThat(why("GIF89a and so on, moving".getBytes(ISO_8859_1))).isEqualTo(Taken.Why.OTHER);
    assertThat(why("<svg onload='x()'/>".getBytes(ISO_8859_1))).isEqualTo(Taken.Why.OTHER);
    byte[] half = MediaFiles.picture("png", 200, 200);
    assertThat(why(java.util.Arrays.copyOf(half, 60))).isEqualTo(Taken.Why.BROKEN);
  }

  @Property(tries = 150)
  void whateverComesIsAPictureOrRefused(
      @ForAll @IntRange(max = 2) int kind,
      @ForAll @IntRange(max = 900) int at,
      @ForAll @Size(min = 1, max = 12) byte[] wrong) {
    byte[] file =
        switch (kind) {
          case 0 -> MediaFiles.ofPhone(60, 40, 6);
          case 1 -> MediaFiles.picture("png", 60, 40);
          default -> WEBP.clone();
        };
    int from = 4 + at % (file.length - 16);
    System.arraycopy(wrong, 0, file, from, wrong.length);
    assertThat(Photo.of(file)).isInstanceOfAny(Taken.As.class, Taken.No.class);
  }
}
