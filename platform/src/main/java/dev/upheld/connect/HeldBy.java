package dev.upheld.connect;

import java.util.List;

/**
 * Rows of a table that something keeps for the sake of rows that are on hold: those from which a
 * way leads to one.
 *
 * @param way steps to the table with the rows on hold, from a row to those it points at or to those
 *     that point at it; empty for the table itself
 * @param any a row at its end is on hold where it lies in one of these; at least one
 */
public record HeldBy(List<Join> way, List<Spans> any) {
  public HeldBy {
    way = List.copyOf(way);
    any = List.copyOf(any);
    if (any.isEmpty()) {
      throw new IllegalArgumentException("nothing is held");
    }
  }
}
