package dev.upheld.datamap;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a data map calls a field: a column, or a part of its values. Written {@code column}, {@code
 * column->path} or {@code column[keycolumn=key]}.
 *
 * @param column as the database spells it
 * @param inside the part of its values; empty for the whole column
 */
public record FieldName(String column, Optional<Inside> inside) {
  /** Stands between a column and a path. */
  static final String ARROW = "->";

  static final Pattern PLAIN_STEP = Pattern.compile("[\\p{L}\\p{N}_$@-]+");
  static final Pattern PLAIN_KEY_COLUMN =
      Pattern.compile("[^\\s\"=\\[\\]]([^\"=\\[\\]]*[^\\s\"=\\[\\]])?");
  static final Pattern PLAIN_VALUE = Pattern.compile("[^\\s\"\\[\\]]([^\"\\[\\]]*[^\\s\"\\[\\]])?");

  /** A whole column. */
  public static FieldName whole(String column) {
    return new FieldName(column, Optional.empty());
  }

  /** What reading a written name gave. */
  public sealed interface Read {
    /** A name. */
    record Sound(FieldName name) implements Read {}

    /**
     * None.
     *
     * @param what is wrong, one sentence
     */
    record Bad(String what) implements Read {}
  }

  /** Reads what a data map says. */
  public static Read read(String written) {
    return FieldNameReader.read(written);
  }

  /** Whether a column's name could be taken for that of a part, or for one in quotes. */
  static boolean looksParted(String name) {
    boolean quoted = name.length() > 2 && name.startsWith("\"") && name.endsWith("\"");
    return name.contains(ARROW)
        || isKeyed(name)
        || (quoted && isKeyed(name.substring(1, name.length() - 1)));
  }

  private static boolean isKeyed(String name) {
    int bracket = name.endsWith("]") ? name.indexOf('[') : -1;
    return bracket >= 0 && name.indexOf('=', bracket) >= 0;
  }

  /** As it is where that is plain, else in double quotes, a quote in it doubled. */
  static String written(String name, Pattern plain) {
    return plain.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** As the data map writes it; read again it gives the same. */
  @Override
  public String toString() {
    boolean quoted = inside.isPresent() ? isLoaded() : looksParted(column);
    String name = quoted ? '"' + column.replace("\"", "\"\"") + '"' : column;
    return name
        + inside
            .map(
                part ->
                    switch (part) {
                      case Inside.Path path -> ARROW + path;
                      case Inside.Keyed keyed -> keyed.toString();
                    })
            .orElse("");
  }

  /** Whether the column's name holds something that would end it too early. */
  private boolean isLoaded() {
    return column.contains(ARROW) || column.contains("[") || column.startsWith("\"");
  }
}
