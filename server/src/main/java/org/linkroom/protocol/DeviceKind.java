package org.linkroom.protocol;

/// What a device is for.
public enum DeviceKind {
  /// The class's big screen.
  BOARD,
  /// An adult's own screen.
  ADULT,
  /// A pupils' tablet: never the partner's picture or sound.
  TABLET,
  /// A phone or a speakerphone that carries the class's sound.
  MIC
}
