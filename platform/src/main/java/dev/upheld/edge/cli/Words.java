package dev.upheld.edge.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small helps to put words on lines. */
final class Words {

  private Words() {}

  /** Breaks a text at spaces into lines of at most {@code width}; a longer word keeps its line. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** {@code 1 promise}, {@code 2 promises}, {@code 12,480 rows}. */
  static String count(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }

  /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 05 s}. */
  static String time(java.time.Duration took) {
    long seconds = took.toSeconds();
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
    return seconds < 60
        ? seconds + " s"
        : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
  }

  /** Control characters would let a text from a file move the cursor or forge lines. */
  static String safe(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
