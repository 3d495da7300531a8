package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import java.util.List;
import java.util.OptionalDouble;

/** What comparing sampled values said, as figures. */
@FunctionalInterface
public interface Containment {
  /** Nothing was compared. */
  Containment UNKNOWN = (from, fromColumns, to, toColumns) -> OptionalDouble.empty();

  /**
   * The share of the sampled, distinct, non-null values of one side that occur on the other, from 0
   * to 1; empty when not known, which includes a side without values. Asked only for pairs that
   * could be a link, and for each at most once in a search.
   */
  OptionalDouble of(TableName from, List<String> fromColumns, TableName to, List<String> toColumns);
}
