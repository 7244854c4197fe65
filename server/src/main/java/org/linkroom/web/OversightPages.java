package org.linkroom.web;

/// Who may look back, and what is kept: every page of that, joined to what it needs.
final class OversightPages {
  private OversightPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
