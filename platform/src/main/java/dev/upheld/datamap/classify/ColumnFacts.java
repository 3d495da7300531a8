package dev.upheld.datamap.classify;

import java.util.Optional;

/**
 * What a catalogue says of a column.
 *
 * @param table without schema
 * @param comment on the column
 * @param length characters at most; empty when unbounded or not applicable
 * @param reference whether it is a foreign key, declared
 * @param context the table around it; {@link TableContext#UNKNOWN} when only the column is known
 */
public record ColumnFacts(
    String table,
    String column,
    TypeFamily family,
    Optional<String> comment,
    Optional<Integer> length,
    boolean reference,
    TableContext context) {

  /** A column of which the table around it is not known. */
  public ColumnFacts(
      String table,
      String column,
      TypeFamily family,
      Optional<String> comment,
      Optional<Integer> length) {
    this(table, column, family, comment, length, false, TableContext.UNKNOWN);
  }

  /** A column without comment and length. */
  public static ColumnFacts of(String table, String column, TypeFamily family) {
    return new ColumnFacts(table, column, family, Optional.empty(), Optional.empty());
  }
}
