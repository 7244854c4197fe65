package org.linkroom.parcel;

import java.util.Locale;
import org.linkroom.network.LinkView;
import org.linkroom.network.Stricter;

/// What a picture may show, from the strictest on: the stricter school's setting holds for all
/// classes of a link.
public enum PhotoRule {
  NONE,
  NO_FACES,
  FACES;

  /// As it stands in a school's settings.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Read a school's setting.
  ///
  /// @throws IllegalArgumentException if it is none
  public static PhotoRule of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /// The rule of a link's classes together.
  public static PhotoRule of(LinkView link) {
    return of(Stricter.all(link.classes()).getOrDefault("photos", NONE.word()));
  }

  /// Tell whether a picture may still be shown that was approved under another rule: under one that
  /// allows as much or more.
  public boolean lets(PhotoRule approvedAs) {
    return this != NONE && approvedAs != NONE && compareTo(approvedAs) >= 0;
  }
}
