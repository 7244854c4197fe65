package org.linkroom.web;

/// What is kept of sessions that were held: every page of that, joined to what it needs.
final class ReportPages {
  private ReportPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
