package dev.upheld.connect;

import dev.upheld.datamap.Condition;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a table.
 *
 * @param within those within each of them; none for all
 * @param only of them, those for which this holds; empty for all
 */
public record Spans(List<Span> within, Optional<Condition> only) {
  public Spans {
    within = List.copyOf(within);
  }
}
