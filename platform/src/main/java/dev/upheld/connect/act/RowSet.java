package dev.upheld.connect.act;

import dev.upheld.datamap.Condition;
import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Rows of one table, gathered by their keys in a place that ends with the session. Each has a
 * level, which is how many steps it lies from where the gathering began, and a fate.
 *
 * @param number tells the sets of a session apart; from 1
 * @param key the columns that name a row; at least one
 * @param only the rows of the table that may be in it; empty means all
 */
public record RowSet(int number, TableName table, List<String> key, Optional<Condition> only) {

  /** Of all rows of the table. */
  public RowSet(int number, TableName table, List<String> key) {
    this(number, table, key, Optional.empty());
  }

  /** The fate of a row that nothing holds: it goes. Any other is what the caller means by it. */
  public static final int FREE = 0;

  /** The fate of a row that went. */
  public static final int GONE = -1;

  public RowSet {
    key = List.copyOf(key);
    if (key.isEmpty()) {
      throw new IllegalArgumentException("rows are gathered by a key of at least one column");
    }
  }
}
