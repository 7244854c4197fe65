package org.linkroom.people;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.linkroom.base.Id;

/// Random secrets, their hashes as they are kept, and codes that people read and type.
public final class Hashes {
  /// Letters and digits that cannot be mistaken for one another, said or written: no 0 O, 1 I L, 2
  /// Z, 5 S, 8 B, U V, and no M beside N.
  public static final String CLEAR = "34679ACDEFGHJKNPQRTWXY";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  /// @param secret the server's secret, so that a stolen table cannot be searched for short codes
  public Hashes(String secret) {
    key = ("hash:" + secret).getBytes(StandardCharsets.UTF_8);
  }

  /// A secret of 192 random bits, fit for an address or a cookie.
  public static String secret() {
    var bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// So many clear letters and digits.
  public static String clear(int length) {
    var code = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      code.append(CLEAR.charAt(RANDOM.nextInt(CLEAR.length())));
    }
    return code.toString();
  }

  /// So many digits.
  public static String digits(int length) {
    var code = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      code.append(RANDOM.nextInt(10));
    }
    return code.toString();
  }

  /// What somebody typed, without spaces, dashes (also those of word processors) and small letters.
  public static String typed(String code) {
    return code.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(java.util.Locale.ROOT);
  }

  /// The keyed hash under which a secret is kept.
  public String of(String secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(secret));
  }

  /// An id that nobody else can make: always the same for the same text.
  public Id id(String text) {
    return Id.of(new BigInteger(1, digest(text)));
  }

  private byte[] digest(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", missing);
    }
  }

  /// Compare in a time that does not tell where two texts differ.
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
