package org.linkroom.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/// Names one thing of the network or one device: a letter, then letters and digits, twelve in all.
/// Made by the server from 61 random bits, so a stranger cannot guess one; never a number, because
/// JSON documents keep numbers' keys in another order.
public record Id(@JsonValue String text) implements Comparable<Id> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{11}");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  /// @throws IllegalArgumentException if the text is not of the shape above
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Id {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not an id");
    }
  }

  /// Make a new one.
  public static Id random() {
    var text = new StringBuilder(12).append(LETTERS.charAt(RANDOM.nextInt(26)));
    while (text.length() < 12) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new Id(text.toString());
  }

  /// Make the one that belongs to a great number, of 64 random bits or more: always the same.
  public static Id of(BigInteger number) {
    var split = number.divideAndRemainder(BigInteger.valueOf(26));
    var text = new StringBuilder(12).append(LETTERS.charAt(split[1].intValue()));
    while (text.length() < 12) {
      split = split[0].divideAndRemainder(BigInteger.valueOf(LETTERS.length()));
      text.append(LETTERS.charAt(split[1].intValue()));
    }
    return new Id(text.toString());
  }

  /// Tell whether a text from outside is of an id's shape.
  public static boolean fits(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public int compareTo(Id other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
