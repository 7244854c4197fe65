package org.linkroom.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.linkroom.protocol.Wire;

/// What a page can say: a command of its tab's, a question about the time or about where it is, and
/// what nobody can read.
sealed interface PageFrame {
  /// A command.
  ///
  /// @param n counted by the tab, from 1
  /// @param body all of the frame
  record Says(String name, String tab, long n, ObjectNode body) implements PageFrame {}

  /// What time is it?
  ///
  /// @param t0 the page's own stamp
  record Clock(double t0) implements PageFrame {}

  /// Where are we? It is given the whole document.
  record Where() implements PageFrame {}

  /// Nobody can read it.
  ///
  /// @param n the command's number, 0 where that cannot be read either
  record Unreadable(long n) implements PageFrame {}

  /// Read one. Whatever is sent, it is read as something.
  static PageFrame read(String text) {
    var json = Wire.ofPage(text).orElse(null);
    if (!(json instanceof ObjectNode frame)) {
      return new Unreadable(0);
    }
    if (frame.has("clock")) {
      double t0 = frame.path("clock").path("t0").asDouble(Double.NaN);
      return Double.isFinite(t0) ? new Clock(t0) : new Unreadable(0);
    }
    return frame.has("at") ? new Where() : Words.of(frame);
  }

  /// How a command is written.
  final class Words {
    private static final Pattern TAB = Pattern.compile("[A-Za-z0-9_-]{8,40}");

    /// The last whole number that a page's script can count to.
    private static final long MOST = (1L << 53) - 1;

    private Words() {}

    private static PageFrame of(ObjectNode frame) {
      long n = number(frame.path("n"));
      var name = frame.path("do");
      var tab = frame.path("tab");
      boolean fits = n > 0 && name.isTextual() && TAB.matcher(tab.asText()).matches();
      return fits && tab.isTextual()
          ? new Says(name.textValue(), tab.textValue(), n, frame)
          : new Unreadable(n);
    }

    private static long number(JsonNode n) {
      boolean whole = n.isIntegralNumber() && n.canConvertToLong();
      return whole && n.longValue() > 0 && n.longValue() <= MOST ? n.longValue() : 0;
    }
  }
}
