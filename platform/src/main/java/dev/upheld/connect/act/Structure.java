package dev.upheld.connect.act;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Set;

/**
 * What the database itself does when rows change, from its live catalogue.
 *
 * @param references declared foreign keys; those of partitions at the table they are part of
 * @param unsafe tables whose changes stay where a transaction is taken back
 * @param computed columns whose values nobody can write: the database makes them of others
 */
public record Structure(
    List<Reference> references,
    List<Trigger> triggers,
    Set<TableName> unsafe,
    Set<Computed> computed) {
  public Structure {
    references = List.copyOf(references);
    triggers = List.copyOf(triggers);
    unsafe = Set.copyOf(unsafe);
    computed = Set.copyOf(computed);
  }

  /** A column of a table. */
  public record Computed(TableName table, String column) {}

  /** Whether the database makes the values of a column itself. */
  public boolean isComputed(TableName table, String column) {
    return computed.contains(new Computed(table, column));
  }

  /** What the database does to rows whose target goes. */
  public enum Rule {
    /** Refuses, at the end of the statement or of the transaction. */
    NO_ACTION,
    /** Refuses at once. */
    RESTRICT,
    /** They go as well. */
    CASCADE,
    SET_NULL,
    SET_DEFAULT
  }

  /**
   * A declared foreign key.
   *
   * @param table whose rows point
   * @param onDelete what happens to them when the row they point at goes
   */
  public record Reference(
      TableName table, List<String> columns, TableName to, List<String> key, Rule onDelete) {
    public Reference {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
    }
  }

  /**
   * Code of the database's owner that runs when rows of a table change.
   *
   * @param onDelete whether it runs when rows go
   * @param onUpdate whether it runs when rows change
   */
  public record Trigger(TableName table, String name, boolean onDelete, boolean onUpdate) {}
}
