package org.linkroom.session;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;

/// Who teaches whom in a class swap: the teacher of the next class in the link's order leads from
/// her own school. So each class is taught once, and each teacher leads once, also where three
/// classes are linked.
///
/// @param taught the class that is in the room, with an adult of its own beside it
/// @param leads the class whose teacher leads
public record Swap(ClassView taught, ClassView leads) {

  /// One for each class, in the link's own order.
  public static List<Swap> of(LinkView link) {
    var classes = link.classes();
    return IntStream.range(0, classes.size())
        .mapToObj(i -> new Swap(classes.get(i), classes.get((i + 1) % classes.size())))
        .toList();
  }

  /// The one in which a class is taught; of the first class where none is named.
  public static Swap of(LinkView link, @Nullable Id taught) {
    return of(link).stream()
        .filter(swap -> swap.taught.id().equals(taught))
        .findFirst()
        .orElseGet(() -> of(link).getFirst());
  }

  /// The one which a class's teacher leads.
  public static Swap ledBy(LinkView link, Id leads) {
    return of(link).stream()
        .filter(swap -> swap.leads.id().equals(leads))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the class is not of this link"));
  }
}
