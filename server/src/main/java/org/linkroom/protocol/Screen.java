package org.linkroom.protocol;

/// Who can see a device's screen. It decides what the device is shown, whoever is signed in there.
public enum Screen {
  /// The class can see it: nothing private is ever drawn on it.
  CLASS,
  /// Only an adult can.
  ADULT
}
