package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.TypeFamily;
import java.util.List;
import java.util.Optional;

/**
 * What a catalogue says of a table that holds rows of its own. Views do not belong here: their rows
 * are other tables' rows, and links from them would say everything twice.
 *
 * @param primaryKey empty when there is none
 * @param uniques columns of each unique constraint or index, in its order; the primary key may be
 *     among them
 * @param indexes columns of each other index, in its order
 * @param declared foreign keys the database itself knows
 */
public record TableFacts(
    TableName table,
    List<Column> columns,
    List<String> primaryKey,
    List<List<String>> uniques,
    List<List<String>> indexes,
    List<Declared> declared) {
  public TableFacts {
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    uniques = uniques.stream().map(List::copyOf).toList();
    indexes = indexes.stream().map(List::copyOf).toList();
    declared = List.copyOf(declared);
  }

  /**
   * @param length characters or bytes at most; empty when unbounded, not applicable or not known
   */
  public record Column(String name, TypeFamily family, boolean nullable, Optional<Integer> length) {

    /** A column without length. */
    public static Column of(String name, TypeFamily family) {
      return new Column(name, family, true, Optional.empty());
    }
  }

  /**
   * A declared foreign key.
   *
   * @param columns here
   * @param key the columns there, in the same order
   */
  public record Declared(List<String> columns, TableName to, List<String> key) {
    public Declared {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
    }
  }

  /** The same table as if nobody had declared a foreign key: to measure the finder. */
  public TableFacts undeclared() {
    return new TableFacts(table, columns, primaryKey, uniques, indexes, List.of());
  }

  Optional<Column> column(String name) {
    return columns.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
