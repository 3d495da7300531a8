package dev.upheld.connect.act;

import dev.upheld.datamap.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whole partitions of a table, where all of their rows are past their time. What counts or changes
 * rows is called within {@link #locked}, or in vain, just to see.
 */
public interface Partitions {

  /**
   * A partition.
   *
   * @param relation what a catalogue calls it where it is a table of its own; else the whole table
   * @param parent the table it is directly a part of
   */
  record Partition(String name, TableName relation, TableName parent) {}

  /**
   * Partitions that could go.
   *
   * @param partitions those of which the database itself proves by their bounds that no row can be
   *     in them whose time is not over, now or later; in no order
   * @param needs what the account would have to be granted to remove them; empty where it may
   */
  record Over(List<Partition> partitions, Optional<String> needs) {
    public static final Over NONE = new Over(List.of(), Optional.empty());

    public Over {
      partitions = List.copyOf(partitions);
    }
  }

  /**
   * Rows of a partition.
   *
   * @param past of these, rows whose time is surely over
   */
  record Counted(long rows, long past) {}

  /** More different people than this are not looked at while others wait. */
  int MANY = 100_000;

  /** Finds those of a table that could go. */
  Over over(RowSet of, Keeping keeping);

  /** Whether the table still has a partition of that name. */
  boolean isThere(RowSet of, String partition);

  /** Whether removing one is part of a transaction; where not, it commits by itself. */
  boolean atOnce();

  /**
   * Does the work while nobody else can write into the partition or take rows into it. Nobody waits
   * long for it: what takes longer than a few seconds breaks off.
   *
   * @param beside tables that are read as well
   */
  <T> T locked(Partition partition, Collection<TableName> beside, Supplier<T> work);

  /** Counts its rows. */
  Counted count(RowSet of, Partition partition, Keeping keeping);

  /** Whether it has a row that the promise speaks of and whose time is not surely over. */
  boolean isWanted(RowSet of, Partition partition, Keeping keeping);

  /** Whether a row of another table points at one of its rows. */
  boolean isPointedAt(Partition partition, List<String> key, TableName by, List<String> columns);

  /** The different values that its rows have in a column, as text; at most {@link #MANY}. */
  List<String> values(RowSet of, Partition partition, String column);

  /** Commits what was written so far; what is locked stays so. */
  void keep();

  /**
   * Removes it with all its rows.
   *
   * @param pointed whether the database knows of foreign keys that point at the table
   */
  void drop(Partition partition, boolean pointed);
}
