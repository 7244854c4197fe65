package org.linkroom.day;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linkroom.base.Id;
import org.linkroom.network.LinkView;
import org.linkroom.records.Records;

/// Lead teachers' own numbers, for who has to ring them.
final class Phones {
  private Phones() {}

  /// Those of some links' classes, by class; who gave none is left out.
  static Future<Map<Id, String>> of(Records records, List<LinkView> links) {
    var classes =
        links.stream()
            .flatMap(link -> link.classes().stream())
            .map(c -> c.id().text())
            .distinct()
            .toArray(String[]::new);
    return records
        .list(
            "SELECT c.id, p.phone FROM school_class c JOIN person p ON p.id = c.lead WHERE c.id = ANY($1) AND p.phone <> ''",
            row -> Map.entry(Records.id(row, "id"), row.getString("phone")),
            (Object) classes)
        .map(
            rows ->
                rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
