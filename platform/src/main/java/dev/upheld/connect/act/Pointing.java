package dev.upheld.connect.act;

import dev.upheld.datamap.TableName;
import java.util.List;

/**
 * Rows of a table that point at others, as far as they remain: those that go themselves do not
 * count.
 *
 * @param columns that point, in the order of the key they point at
 * @param own sets of rows of that table that were gathered; those free in one of them go
 */
public record Pointing(TableName table, List<String> columns, List<RowSet> own) {
  public Pointing {
    columns = List.copyOf(columns);
    own = List.copyOf(own);
  }
}
