package org.linkroom;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;

/// The form of the log. It is written before the settings are read, so config/logback.xml takes the
/// form from the environment and is read again once a settings file says otherwise.
final class Log {
  private static final String FORM = "LINKROOM_LOG";

  private Log() {}

  /// Write in this form from now on.
  ///
  /// @param form `text` or `json`
  static void write(String form) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      System.setProperty(FORM, form);
      context.reset();
      try {
        new ContextInitializer(context).autoConfig();
      } catch (JoranException broken) {
        throw new IllegalStateException("the log's own settings cannot be read", broken);
      }
    }
  }
}
