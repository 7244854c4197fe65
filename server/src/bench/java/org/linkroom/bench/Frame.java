package org.linkroom.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// The text of one frame. It lies in a buffer of the swarm's and is good until the ear returns.
final class Frame {
  private static final byte[] LINE = ascii("\"text\":\"");

  private byte[] bytes = {};
  private int from;
  private int to;

  /// The same object for the next text: from a first byte up to a last one that is not part of it.
  Frame at(byte[] buffer, int first, int end) {
    bytes = buffer;
    from = first;
    to = end;
    return this;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  int length() {
    return to - from;
  }

  /// Tell whether it begins so.
  boolean begins(byte[] with) {
    return to - from >= with.length && matches(from, with);
  }

  /// Tell whether this is somewhere in it.
  boolean has(byte[] what) {
    return find(what, from) >= 0;
  }

  /// Where what stands behind these bytes begins, in the buffer; -1 if they are not there.
  int end(byte[] what) {
    int at = find(what, from);
    return at < 0 ? -1 : at + what.length;
  }

  /// Its bytes, to keep.
  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /// The whole number at the beginning of the text of each line that it brings.
  void lines(LongConsumer each) {
    for (int at = find(LINE, from); at >= 0; at = find(LINE, at)) {
      at += LINE.length;
      long number = number(at);
      if (number >= 0) {
        each.accept(number);
      }
    }
  }

  private long number(int at) {
    long number = 0;
    int i = at;
    while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
      number = number * 10 + bytes[i++] - '0';
    }
    return i == at ? -1 : number;
  }

  private int find(byte[] what, int start) {
    byte first = what[0];
    for (int i = start; i <= to - what.length; i++) {
      if (bytes[i] == first && matches(i, what)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(int at, byte[] what) {
    for (int i = 0; i < what.length; i++) {
      if (bytes[at + i] != what[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
