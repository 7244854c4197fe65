package org.linkroom.web;

/// The adults of schools and what each finds of herself: every page of that, joined to what it
/// needs.
final class AdultsPages {
  private AdultsPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
