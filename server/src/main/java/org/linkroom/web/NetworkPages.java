package org.linkroom.web;

/// Programmes, schools and classes: every page of that, joined to what it needs.
final class NetworkPages {
  private NetworkPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
