package org.linkroom.calendar;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.linkroom.base.Words;
import org.linkroom.people.Mailer;
import org.linkroom.records.Records;

/// What jobs that write mails are made of.
///
/// @param url the address of our pages, without a slash at its end
/// @param from who mails are from
public record Post(
    Vertx vertx,
    Records records,
    Mailer mailer,
    Words words,
    String url,
    String from,
    InstantSource clock) {

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
