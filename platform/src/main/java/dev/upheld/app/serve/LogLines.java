package dev.upheld.app.serve;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line per message: JSON for programs, or text for people. Of an exception only its kind and
 * place: its message may hold a person's data.
 */
final class LogLines extends Formatter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final boolean json;

  LogLines(boolean json) {
    this.json = json;
  }

  @Override
  public String format(LogRecord entry) {
    String message = oneLine(formatMessage(entry));
    Throwable thrown = entry.getThrown();
    if (!json) {
      String kind = thrown == null ? "" : " (" + place(thrown) + ")";
      return "%s %s %s%s%n".formatted(entry.getInstant(), entry.getLevel(), message, kind);
    }
    ObjectNode line =
        JSON.createObjectNode()
            .put("at", entry.getInstant().toString())
            .put("level", entry.getLevel().getName())
            .put("logger", String.valueOf(entry.getLoggerName()))
            .put("message", message);
    if (thrown != null) {
      line.put("thrown", place(thrown));
    }
    return line + System.lineSeparator();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }

  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
