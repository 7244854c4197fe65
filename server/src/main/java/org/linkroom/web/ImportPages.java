package org.linkroom.web;

/// Bringing a network in, and going on to the next year: every page of that, joined to what it
/// needs.
final class ImportPages {
  private ImportPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
