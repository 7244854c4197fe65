package org.linkroom.parcel;

import java.util.Locale;

/// What becomes of a file that somebody chose: it is taken as this, or refused, and why.
public sealed interface Taken<T> {
  /// Taken.
  record As<T>(T what) implements Taken<T> {}

  /// Not taken.
  record No<T>(Why why) implements Taken<T> {}

  /// Why a file is not taken.
  enum Why {
    /// No file came.
    NOTHING,
    /// A phone's own format of pictures, which a browser does not show.
    HEIC,
    /// None of those that are taken.
    OTHER,
    /// More bytes, or more points of a picture, than are read.
    HUGE,
    /// Its beginning is right, the rest is not.
    BROKEN;

    /// The end of the key of its sentence.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
