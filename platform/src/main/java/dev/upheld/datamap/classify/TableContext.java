package dev.upheld.datamap.classify;

import java.util.List;
import java.util.Optional;

/**
 * What stands around a column: the other columns of its table and the keys that lead elsewhere.
 *
 * @param columns names of all columns of the table, the judged one among them
 * @param refersTo tables that a declared foreign key of this very column leads to
 * @param neighbours tables that the table's foreign keys lead to
 * @param schema the schema's name; empty when unknown
 */
public record TableContext(
    List<String> columns, List<String> refersTo, List<String> neighbours, Optional<String> schema) {
  /** Nothing is known but the column itself. */
  public static final TableContext UNKNOWN =
      new TableContext(List.of(), List.of(), List.of(), Optional.empty());

  public TableContext {
    columns = List.copyOf(columns);
    refersTo = List.copyOf(refersTo);
    neighbours = List.copyOf(neighbours);
  }
}
