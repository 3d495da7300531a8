package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import dev.upheld.datamap.TableName;
import java.util.List;

/**
 * Rows of one table probably point at rows of another.
 *
 * @param toColumns the columns there, in the order of {@code fromColumns}
 * @param declared whether the database itself says so
 * @param kind what the link probably means for a person's data; a proposal like the rest
 * @param confidence from 0 to 1; 1 when declared
 * @param reasons why, in words, the weightiest first; never a value from the database
 */
public record ProposedLink(
    TableName from,
    List<String> fromColumns,
    TableName to,
    List<String> toColumns,
    boolean declared,
    Link.Kind kind,
    double confidence,
    List<String> reasons) {
  public ProposedLink {
    fromColumns = List.copyOf(fromColumns);
    toColumns = List.copyOf(toColumns);
    reasons = List.copyOf(reasons);
  }

  ProposedLink as(Link.Kind other) {
    return new ProposedLink(from, fromColumns, to, toColumns, declared, other, confidence, reasons);
  }
}
