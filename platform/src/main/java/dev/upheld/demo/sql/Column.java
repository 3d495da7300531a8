package dev.upheld.demo.sql;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column and how its value follows from the number of the row.
 *
 * @param name its name in Nimbus' own schema
 * @param nullable whether it may be null
 * @param comment what the schema's author wrote beside it
 * @param value the expression of a healthy value
 */
public record Column(
    String name,
    Type type,
    boolean nullable,
    Optional<String> comment,
    Function<Row, String> value) {

  /** A column that always has a value. */
  public static Column always(String name, Type type, Function<Row, String> value) {
    return new Column(name, type, false, Optional.empty(), value);
  }

  /** A column that may be null. */
  public static Column maybe(String name, Type type, Function<Row, String> value) {
    return new Column(name, type, true, Optional.empty(), value);
  }

  /** With a comment. */
  public Column saying(String text) {
    return new Column(name, type, nullable, Optional.of(text), value);
  }
}
