package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.datamap.TableName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Whether a column can take a value as it was written. */
final class FitsColumn {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9]\\d{0,17}");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private FitsColumn() {}

  /** Whether values of that type are written at all. */
  static boolean isWritten(Description.Column column) {
    return switch (column.type()) {
      case TEXT, WHOLE, DATE, UUID -> true;
      case DECIMAL, BOOLEAN, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, BYTES, JSON, ARRAY, OTHER ->
          false;
    };
  }

  /**
   * Refuses what the column cannot take; names the word, never the value.
   *
   * @throws dev.upheld.kernel.ProblemException in that case
   */
  static void check(TableName table, Description.Column column, String word, String value) {
    String fault =
        switch (column.type()) {
          case TEXT -> tooLong(column, value);
          case WHOLE -> WHOLE.matcher(value).matches() ? "" : "takes whole numbers only";
          case DATE -> isDate(value) ? "" : "takes days only, written 1990-12-31";
          case UUID -> UUID.matcher(value).matches() ? "" : "takes UUIDs only, in small letters";
          case DECIMAL,
              BOOLEAN,
              TIMESTAMP,
              TIMESTAMP_WITH_ZONE,
              ADDRESS,
              BYTES,
              JSON,
              ARRAY,
              OTHER ->
              "";
        };
    if (!fault.isEmpty()) {
      throw EngineProblem.STRUCTURE.because(
          "The new value for "
              + word
              + " does not fit: "
              + table
              + "."
              + column.name()
              + " "
              + fault
              + ".",
          "Write it so that it fits, or have the column changed. Nothing was changed.");
    }
  }

  private static String tooLong(Description.Column column, String value) {
    int letters = value.codePointCount(0, value.length());
    return column.length().filter(most -> most < letters).isPresent()
        ? "takes " + column.length().get() + " characters at most, and it has " + letters
        : "";
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
