package org.linkroom.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linkroom.base.Limits;
import org.linkroom.protocol.Wire;

/// What this node's pages of a room hear of who is here: a snapshot when they come, then what has
/// changed, summed for each beat. Beyond `Limits.MEMBERS_TOLD` they are told counts and a window.
final class Ears {
  private final Roll roll;
  private final Map<Ear, Told> told = new HashMap<>();
  private final Map<Showing.Place, List<Ear>> places = new HashMap<>();
  private boolean many;

  Ears(Roll roll) {
    this.roll = roll;
  }

  /// A page hears from now on; answers the snapshot as text.
  String hears(Showing.Place place, Group group, boolean gathering) {
    deaf(place);
    var audience = group.audience();
    if (audience == null) {
      throw new IllegalArgumentException("who waits hears nothing");
    }
    var ears = Ear.of(audience, place.seat.pass().place(), gathering, many);
    places.put(place, ears);
    return join(
        ears.stream()
            .map(ear -> told.computeIfAbsent(ear, e -> new Told(e, roll)))
            .peek(one -> one.crowd().add(place))
            .map(Told::text)
            .toList());
  }

  /// Several documents of different names as one.
  private static String join(List<String> texts) {
    return texts.size() == 1
        ? texts.getFirst()
        : texts.stream()
            .map(text -> text.substring(1, text.length() - 1))
            .collect(Collectors.joining(",", "{", "}"));
  }

  void deaf(Showing.Place place) {
    var ears = places.remove(place);
    if (ears != null) {
      for (Ear ear : ears) {
        var one = told.get(ear);
        if (one != null) {
          one.crowd().remove(place);
          if (one.crowd().isEmpty()) {
            told.remove(ear);
          }
        }
      }
    }
  }

  /// Tell all what has changed.
  void tell(boolean gathering) {
    // Back to names only when it is well below, so that it does not go to and fro.
    boolean now =
        gathering && roll.members() > (many ? Limits.MEMBERS_TOLD * 4 / 5 : Limits.MEMBERS_TOLD);
    if (now == many) {
      told.values().forEach(one -> one.next(roll));
    } else {
      many = now;
      anew();
    }
  }

  private void anew() {
    told.clear();
    for (Showing.Place place : List.copyOf(places.keySet())) {
      if (place.group != null) {
        var whole = hears(place, place.group, true);
        Crowd.showOne(Frames.hereWhole((ObjectNode) Wire.read(whole).orElseThrow()), place.seat);
      }
    }
  }
}
