package org.linkroom.redis;

import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which server of a cluster owns which of its 16,384 slots, as it is known at one moment. A key's
/// slot is the CRC16 (XMODEM) of what stands in its first braces, or of the whole key: see "Hash
/// tags" in the Redis cluster specification.
final class Slots {
  static final int COUNT = 16_384;
  static final Slots NONE = new Slots(new Address[COUNT]);

  private static final int POLYNOMIAL = 0x1021;

  private final @Nullable Address[] owners;
  private final Set<Address> all;
  private final boolean whole;

  private Slots(@Nullable Address[] owners) {
    this.owners = owners;
    all = Arrays.stream(owners).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    whole = Arrays.stream(owners).allMatch(Objects::nonNull);
  }

  /// Read the answer to CLUSTER SLOTS.
  ///
  /// @param asked the host that answered, for a server that does not know its own
  static Slots of(Response answer, String asked) {
    var owners = new Address[COUNT];
    for (Response range : answer) {
      Response master = range.get(2);
      String host = master.get(0) == null ? "" : master.get(0).toString();
      boolean known = !host.isEmpty() && !host.equals("?");
      var owner = new Address(known ? host : asked, number(master.get(1)));
      Arrays.fill(owners, number(range.get(0)), number(range.get(1)) + 1, owner);
    }
    return new Slots(owners);
  }

  private static int number(Response number) {
    return Objects.requireNonNull(number.toInteger());
  }

  /// The same with one slot's owner known better.
  Slots with(int slot, Address owner) {
    var better = owners.clone();
    better[slot] = owner;
    return new Slots(better);
  }

  /// Who owns a slot; null where nobody is known.
  @Nullable Address owner(int slot) {
    return owners[slot];
  }

  /// Who owns a key's slot.
  @Nullable Address owner(String key) {
    return owners[slot(key)];
  }

  /// All who own any.
  Set<Address> owners() {
    return all;
  }

  /// Whether each slot has an owner.
  boolean whole() {
    return whole;
  }

  /// How many slots each owner has, for the log.
  @Override
  public String toString() {
    var counts = new TreeMap<String, Integer>();
    for (Address owner : owners) {
      counts.merge(String.valueOf(owner), 1, Integer::sum);
    }
    return counts.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Slots slots && Arrays.equals(owners, slots.owners);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(owners);
  }

  /// A key's slot.
  static int slot(String key) {
    return crc16(tag(key).getBytes(StandardCharsets.UTF_8)) % COUNT;
  }

  private static String tag(String key) {
    int open = key.indexOf('{');
    int close = open < 0 ? -1 : key.indexOf('}', open);
    return close > open + 1 ? key.substring(open + 1, close) : key;
  }

  private static int crc16(byte[] bytes) {
    int crc = 0;
    for (byte each : bytes) {
      crc ^= (each & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
    }
    return crc & 0xffff;
  }
}
