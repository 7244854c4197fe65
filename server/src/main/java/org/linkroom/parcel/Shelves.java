package org.linkroom.parcel;

import io.vertx.core.Future;
import java.util.List;
import org.linkroom.activity.Picture;
import org.linkroom.activity.Shelf;
import org.linkroom.base.Limits;
import org.linkroom.network.LinkView;
import org.linkroom.records.Records;

/// The pictures that classes may show in a room: of those that their own adults approved the newest
/// parcels', as many as a parcel holds, under the schools' rule of now.
public final class Shelves {
  private final Pictures pictures;

  /// Make the reader.
  public Shelves(Records records) {
    pictures = new Pictures(records);
  }

  /// Those of a link's classes.
  public Future<Shelf> of(LinkView link) {
    var rule = PhotoRule.of(link);
    return pictures
        .approved(link.id())
        .map(
            all -> {
              var shelf = Shelf.NONE;
              for (var c : link.classes()) {
                List<Picture> ours =
                    all.stream()
                        .filter(p -> p.classId().equals(c.id()) && p.shown(rule))
                        .limit(Limits.PICTURES)
                        .map(p -> new Picture(p.id(), p.alt()))
                        .toList();
                shelf = ours.isEmpty() ? shelf : shelf.with(c.id(), ours);
              }
              return shelf;
            });
  }
}
