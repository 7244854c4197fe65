package org.linkroom.web;

/// Calendars, and mails that could not be delivered: every page of that, joined to what it needs.
final class MailPages {
  private MailPages() {}

  static void open(Routes routes, Door.Needs of, Door.Set set) {}
}
