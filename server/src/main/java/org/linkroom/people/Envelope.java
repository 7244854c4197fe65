package org.linkroom.people;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/// What a mail looks like to the SMTP server, and what its answers mean.
final class Envelope {
  /// The receiving server will never take it: nothing is won by trying again.
  static final String REFUSED = "refused";

  private Envelope() {}

  /// How the server is spoken to.
  static MailConfig config(Mailer.Smtp smtp) {
    String tls = smtp.tls().equals("none") ? "DISABLED" : smtp.tls().toUpperCase(Locale.ROOT);
    var config =
        new MailConfig()
            .setHostname(smtp.host())
            .setPort(smtp.port())
            .setStarttls(StartTLSOptions.valueOf(tls))
            .setConnectTimeout(5000)
            .setIdleTimeout(20);
    return smtp.user().isEmpty()
        ? config.setLogin(LoginOption.DISABLED)
        : config
            .setUsername(smtp.user())
            .setPassword(smtp.password())
            .setLogin(LoginOption.REQUIRED);
  }

  /// A mail that was kept: its text, the same as HTML, and its invitation.
  static MailMessage of(String from, Row row) {
    String body = row.getString("body");
    String invite = row.getString("invite");
    var message =
        new MailMessage(from, row.getString("email"), row.getString("subject"), body)
            .setHtml(LetterLook.of(body));
    return invite == null ? message : message.setAttachment(attached(invite));
  }

  /// A calendar program takes it for an invitation by the method in its type.
  private static MailAttachment attached(String invite) {
    String method = invite.contains("METHOD:CANCEL") ? "CANCEL" : "REQUEST";
    return MailAttachment.create()
        .setContentType("text/calendar; charset=utf-8; method=" + method)
        .setName("link-up.ics")
        .setDisposition("attachment")
        .setData(Buffer.buffer(invite));
  }

  /// Why a mail did not go out, as a word: refused, login, later, unreachable or other.
  static String fault(Throwable fault) {
    return switch (fault) {
      case SMTPException answer -> answered(answer.getReplyCode());
      case IOException away -> "unreachable";
      case TimeoutException away -> "unreachable";
      default -> "other";
    };
  }

  /// 530 to 539 are about us and our sign-in, 550 and above about the address or the mail.
  private static String answered(int code) {
    if (code >= 530 && code < 540) {
      return "login";
    }
    return code >= 550 && code < 560 ? REFUSED : code >= 400 && code < 500 ? "later" : "other";
  }
}
