package dev.upheld.connect.act;

import dev.upheld.datamap.TableName;
import java.util.List;

/**
 * A rule that the database holds every row of a table to: {@code CHECK}.
 *
 * @param columns it looks at
 * @param condition as the database writes it
 */
public record Check(TableName table, String name, List<String> columns, String condition) {
  public Check {
    columns = List.copyOf(columns);
  }
}
