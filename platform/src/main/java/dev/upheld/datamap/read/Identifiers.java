package dev.upheld.datamap.read;

import dev.upheld.datamap.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names with dots between their parts; a part that holds a dot or a quote itself stands in double
 * quotes, a quote within them doubled.
 */
public final class Identifiers {
  private Identifiers() {}

  /** The parts without their quotes; the shape has made sure that quotes are closed. */
  public static List<String> parts(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '"' && quoted && i + 1 < written.length() && written.charAt(i + 1) == '"') {
        part.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /** One or two parts as a table. */
  static TableName table(String written) {
    return table(parts(written));
  }

  /** One or two parts as a table. */
  static TableName table(List<String> parts) {
    return parts.size() == 1
        ? new TableName(Optional.empty(), parts.getFirst())
        : new TableName(Optional.of(parts.getFirst()), parts.get(1));
  }
}
