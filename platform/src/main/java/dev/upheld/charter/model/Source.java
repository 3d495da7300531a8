package dev.upheld.charter.model;

import dev.upheld.kernel.Location;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a statement stands and which clauses of the source policy it supports.
 *
 * @param at the statement's place
 * @param clauses clause ids; may be empty
 */
public record Source(Location at, List<String> clauses) {
  public Source {
    clauses = List.copyOf(clauses);
  }

  /** The same place, with these clauses as well. */
  public Source and(List<String> others) {
    return new Source(at, Stream.concat(clauses.stream(), others.stream()).distinct().toList());
  }

  /** The same place; these clauses where there were none. */
  public Source orClauses(List<String> others) {
    return clauses.isEmpty() ? new Source(at, others) : this;
  }
}
