package dev.upheld.connect.act;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a table that point at others, as far as they remain: those that go themselves do not
 * count.
 *
 * @param columns that point, in the order of the key they point at
 * @param own the rows of that table that were gathered; those free in it go
 */
public record Pointing(TableName table, List<String> columns, Optional<RowSet> own) {
  public Pointing {
    columns = List.copyOf(columns);
  }
}
