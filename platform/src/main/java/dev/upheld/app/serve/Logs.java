package dev.upheld.app.serve;

import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log of the process: one line each on standard error, and what libraries may say. */
final class Logs {
  /**
   * Libraries whose messages may hold paths with one-time tokens, statements with values, or noise.
   * Held, because a logger nobody holds forgets its level.
   */
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.springframework"),
          Logger.getLogger("org.apache"),
          Logger.getLogger("org.mariadb.jdbc"),
          Logger.getLogger("org.postgresql"),
          Logger.getLogger("org.flywaydb"),
          Logger.getLogger("com.zaxxer.hikari"),
          Logger.getLogger("org.eclipse.angus"),
          Logger.getLogger("jakarta.mail"));

  private Logs() {}

  static void setUp(boolean json) {
    QUIET.forEach(l -> l.setLevel(Level.OFF));
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    ConsoleHandler handler = new ConsoleHandler();
    handler.setFormatter(new LogLines(json));
    root.addHandler(handler);
  }

  /** Something did not close; the others do. */
  static void closing(Exception e) {
    Logger.getLogger(Logs.class.getName())
        .log(Level.WARNING, "Something did not close: {0}", e.getClass().getName());
  }
}
