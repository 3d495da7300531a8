package dev.upheld.datamap.classify;

import java.util.Optional;

/**
 * What a catalogue says of a column.
 *
 * @param table without schema
 * @param comment on the column
 * @param length characters at most; empty when unbounded or not applicable
 */
public record ColumnFacts(
    String table,
    String column,
    TypeFamily family,
    Optional<String> comment,
    Optional<Integer> length) {

  /** A column without comment and length. */
  public static ColumnFacts of(String table, String column, TypeFamily family) {
    return new ColumnFacts(table, column, family, Optional.empty(), Optional.empty());
  }
}
