package org.linkroom.web;

/// When classes can meet, and who says yes: every page of that, joined to what it needs.
final class PlanningPages {
  private PlanningPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
