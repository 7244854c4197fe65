package org.linkroom.web;

/// How a link comes to be, its year and its end: every page of that, joined to what it needs.
final class LinkingPages {
  private LinkingPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
