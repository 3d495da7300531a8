package dev.upheld.connect;

import dev.upheld.datamap.TableName;
import java.util.List;

/**
 * One step from a row to the row it points at.
 *
 * @param columns columns of the table left behind
 * @param to the table stepped to
 * @param key its columns, in the same order
 */
public record Join(List<String> columns, TableName to, List<String> key) {
  public Join {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }
}
