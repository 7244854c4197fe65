package org.linkroom.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linkroom.protocol.Fields;

/// All that can be done in activities, by the command's name on the wire.
public final class Acts {
  private Acts() {}

  private static final Map<String, Function<Fields, Act>> BY_NAME =
      all(
          List.of(
              Cards.COMMANDS,
              CheckIn.COMMANDS,
              Drawing.COMMANDS,
              Game.COMMANDS,
              Questions.COMMANDS,
              Show.COMMANDS,
              Tablets.COMMANDS,
              Talk.COMMANDS,
              Together.COMMANDS,
              Vote.COMMANDS));

  /// How each is read from its frame.
  public static Map<String, Function<Fields, Act>> byName() {
    return BY_NAME;
  }

  private static Map<String, Function<Fields, Act>> all(
      List<Map<String, Function<Fields, Act>>> each) {
    var all = new HashMap<String, Function<Fields, Act>>();
    each.forEach(all::putAll);
    return Map.copyOf(all);
  }
}
