package dev.upheld.connect.act;

import java.util.List;

/**
 * How rows of a table belong to gathered ones.
 *
 * @param owners the gathered rows; they are pointed at by their key
 * @param columns of the table, one for each column of that key
 */
public record Belonging(RowSet owners, List<String> columns) {
  public Belonging {
    columns = List.copyOf(columns);
  }
}
