package dev.upheld.connect.act;

import java.util.List;
import java.util.Optional;

/**
 * How rows name the row they belong to.
 *
 * @param columns that name it
 * @param rows the owners that were gathered; empty when there is none
 * @param key the owner's columns, in the same order
 */
public record Owner(List<String> columns, Optional<RowSet> rows, List<String> key) {
  public Owner {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }
}
