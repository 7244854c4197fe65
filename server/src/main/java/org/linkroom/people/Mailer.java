package org.linkroom.people;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.records.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends mail by SMTP and keeps what it sent. Nobody waits for it: a page answers before the mail
/// server has.
public final class Mailer {
  private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
  private static final long SEND_MS = 20_000;

  private final Records records;
  private final String from;
  private final @Nullable MailClient client;

  /// @param host the SMTP server; empty keeps mails without sending them
  public Mailer(
      Vertx vertx,
      Records records,
      String host,
      int port,
      String user,
      String password,
      String tls,
      String from) {
    this.records = records;
    this.from = from;
    var config =
        new MailConfig()
            .setHostname(host)
            .setPort(port)
            .setStarttls(StartTLSOptions.valueOf(startTls(tls)))
            .setConnectTimeout(5000)
            .setIdleTimeout(20);
    if (user.isEmpty()) {
      config.setLogin(LoginOption.DISABLED);
    } else {
      config.setUsername(user).setPassword(password).setLogin(LoginOption.REQUIRED);
    }
    client = host.isEmpty() ? null : MailClient.createShared(vertx, config, "mail");
  }

  private static String startTls(String tls) {
    return "none".equals(tls) ? "DISABLED" : tls.toUpperCase(Locale.ROOT);
  }

  /// A mail that was made.
  public record Mail(String email, String subject, String body, String at) {}

  /// Keep a mail, and send it without keeping anybody waiting.
  public Future<Void> send(String email, String subject, String body) {
    var id = Id.random();
    return records
        .run(
            "INSERT INTO mail (id, email, subject, body) VALUES ($1, $2, $3, $4)",
            id,
            email,
            subject,
            body)
        .onSuccess(kept -> deliver(id, email, subject, body))
        .mapEmpty();
  }

  private void deliver(Id id, String email, String subject, String body) {
    if (client == null) {
      return;
    }
    var message = new MailMessage(from, email, subject, body);
    client
        .sendMail(message)
        .timeout(SEND_MS, TimeUnit.MILLISECONDS)
        .compose(
            sent -> records.run("UPDATE mail SET sent_at = now(), body = '' WHERE id = $1", id))
        .onFailure(
            fault -> {
              LOG.warn("mail={} fault={}", id, fault.getClass().getSimpleName());
              records.run(
                  "UPDATE mail SET fault = $2 WHERE id = $1", id, fault.getClass().getSimpleName());
            });
  }

  /// The newest mails, for the demo's page.
  public Future<List<Mail>> newest() {
    return records.list(
        "SELECT email, subject, body, to_char(made_at AT TIME ZONE 'Europe/London', 'HH24:MI:SS') AS at FROM mail ORDER BY made_at DESC LIMIT 50",
        row ->
            new Mail(
                row.getString("email"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("at")));
  }
}
