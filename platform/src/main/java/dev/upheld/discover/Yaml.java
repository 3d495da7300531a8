package dev.upheld.discover;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes names and texts so that the reader of data maps reads just them again. */
public final class Yaml {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Pattern BARE_PART = Pattern.compile("[^\\s\".]([^\".]*[^\\s\".])?");
  private static final Pattern COLUMN = Pattern.compile("[^\\s](.*[^\\s])?");

  /** Words that some readers of YAML take for something else. */
  private static final Set<String> LOADED =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private Yaml() {}

  /** A text as a scalar on one line. */
  public static String scalar(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !LOADED.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (isPrintable(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
              }
            });
    return out.append('"').toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> c != 0xFEFF;
    };
  }

  static String list(List<String> texts) {
    return texts.stream().map(Yaml::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A table as the data map writes it, before YAML's own quotes. */
  public static String table(TableName table) {
    return table.schema().map(s -> part(s) + ".").orElse("") + part(table.name());
  }

  /** A part of a name with dots. */
  public static String part(String name) {
    return BARE_PART.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Whether the data map has a way to write this column's name. */
  public static boolean canName(String column) {
    return COLUMN.matcher(column).matches();
  }

  /** A text that stays on its line and within its comment. */
  public static String comment(String text) {
    return text.codePoints()
        .map(c -> isPrintable(c) ? c : ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
