package org.linkroom.web;

/// What teachers of a programme tell one another: every page of that, joined to what it needs.
final class NoticeboardPages {
  private NoticeboardPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
