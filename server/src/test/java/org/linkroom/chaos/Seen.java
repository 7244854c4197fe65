package org.linkroom.chaos;

import java.util.Map;
import java.util.Set;

/// One thing that a page did or got. A page's own come in their order.
public sealed interface Seen {
  /// Whose it is.
  String page();

  /// A line was put on its way for the first time.
  record Said(String page, String line) implements Seen {}

  /// A line was answered with "ok".
  record Acknowledged(String page, String line) implements Seen {}

  /// A line was refused in words; whether it stands is not known, but it does not stand twice.
  record Refused(String page, String line, String code) implements Seen {}

  /// A whole document, with the lines that it shows by their numbers.
  record Welcomed(String page, String epoch, long version, Map<Long, String> lines)
      implements Seen {}

  /// A patch as it came, whether it fits or not: lines that are new, and numbers that are gone.
  record Patched(String page, long from, long version, Map<Long, String> lines, Set<Long> gone)
      implements Seen {}

  /// A device was told to have gone, or to be here.
  record Presence(String page, String device, boolean here) implements Seen {}
}
