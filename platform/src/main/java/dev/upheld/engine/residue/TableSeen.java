package dev.upheld.engine.residue;

import java.util.List;

/**
 * What was seen in one table. No value, and nobody's name.
 *
 * @param table as the catalogue names it
 * @param columns how many were searched
 * @param skipped what was not, one sentence each
 */
public record TableSeen(
    String table, long rows, int columns, List<String> skipped, List<Hit> hits) {
  public TableSeen {
    skipped = List.copyOf(skipped);
    hits = List.copyOf(hits);
  }

  /**
   * Rows with identifiers of one erased person in one column.
   *
   * @param erasure digest of the plan
   * @param number whether the column holds people's numbers
   * @param dated whether the table says when rows were written
   * @param younger of the rows, those written after the erasure
   */
  public record Hit(
      String column, String erasure, boolean number, boolean dated, long rows, long younger) {}
}
