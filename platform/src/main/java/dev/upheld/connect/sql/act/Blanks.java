package dev.upheld.connect.sql.act;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.act.Match;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kinds of servers share about values. */
public final class Blanks {
  private Blanks() {}

  /** A day that every type of time can hold. */
  public static final String LONG_PAST = "'1970-01-02'";

  /**
   * The values that a column of that type can have at all, in the form its server takes; a customer
   * number that is no number is none of the numbers in a column of numbers.
   */
  public static List<String> possible(Column column, Match match) {
    return switch (column.type()) {
      case WHOLE -> match.values().stream().filter(v -> v.matches("-?\\d{1,18}")).toList();
      case DECIMAL ->
          match.values().stream().filter(v -> v.matches("-?\\d{1,30}(\\.\\d{1,30})?")).toList();
      case UUID ->
          match.values().stream()
              .map(v -> v.toLowerCase(Locale.ROOT))
              .filter(v -> v.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
              .toList();
      case TEXT, ADDRESS -> match.values();
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, BYTES, JSON, ARRAY, OTHER -> List.of();
    };
  }

  /** Whether letters and blanks make a difference in it at all. */
  public static boolean folds(Column column, Match match) {
    return match.folded() && column.type() == Description.Type.TEXT;
  }

  /** The text cut to the column's length. */
  public static String cut(String text, Column column) {
    Optional<Integer> length = column.length();
    return length.isPresent() && length.get() < text.length()
        ? text.substring(0, Math.max(0, length.get()))
        : text;
  }

  /** The words as one regular expression, any of them where it stands alone. */
  public static String pattern(List<String> words) {
    String any =
        String.join(
            "|", words.stream().map(w -> w.replaceAll("([^\\p{L}\\p{N}\\s])", "\\\\$1")).toList());
    return "(?<![[:alnum:]])(" + any + ")(?![[:alnum:]])";
  }

  /** A pattern for LIKE that any text with the word in it meets; small letters. */
  public static String within(String word) {
    return "%" + word.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  /** The column is of a kind that has no value that says nothing. */
  public static ProblemException unfit(Column column) {
    return new ProblemException(
        Problem.of(
            ConnectProblem.UNFIT,
            "The column "
                + column.name()
                + " of type "
                + column.sqlType()
                + " has no value that says nothing.",
            "Let the column be null, or give its field the end \"delete\" so that the row goes."));
  }
}
