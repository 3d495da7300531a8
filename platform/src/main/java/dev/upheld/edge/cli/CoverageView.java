package dev.upheld.edge.cli;

import dev.upheld.verdict.clause.ClauseTable;
import dev.upheld.verdict.clause.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code coverage} found, ready to be printed in any format.
 *
 * @param parts one for each workspace, as written on the command line
 * @param expected all workspaces against the list of {@code --expect}; empty without that option
 * @param exit the exit code, and why, in one sentence
 */
record CoverageView(List<Part> parts, Optional<ClauseTable> expected, int exit, String exitReason) {

  /**
   * One workspace.
   *
   * @param folder as written on the command line
   * @param asked when its systems were asked; empty when they were not
   */
  record Part(String folder, String company, ClauseTable table, Optional<Instant> asked) {

    boolean isListed() {
      return table.listed().isPresent();
    }
  }

  CoverageView {
    parts = List.copyOf(parts);
  }

  /** Whether there is a list to compare with. */
  boolean isListed() {
    return expected.isPresent() || parts.stream().anyMatch(Part::isListed);
  }

  /**
   * All clauses that count. Workspaces without a list count only where none has one: their clauses
   * must not fill the gaps of others.
   */
  Tally tally() {
    return expected
        .map(ClauseTable::tally)
        .orElseGet(() -> Tally.of(counting().flatMap(p -> p.table().counted().stream()).toList()));
  }

  /** Workspaces left out of the count. */
  List<Part> uncounted() {
    return expected.isPresent() || !isListed()
        ? List.of()
        : parts.stream().filter(p -> !p.isListed()).toList();
  }

  private Stream<Part> counting() {
    return parts.stream().filter(p -> p.isListed() || !isListed());
  }

  /** Listed clauses on which nothing stands. */
  List<String> missing() {
    return tables().flatMap(t -> t.missing().stream()).toList();
  }

  /** Clauses that a charter names and its list does not have. */
  List<String> unlisted() {
    return tables().flatMap(t -> t.unlisted().stream()).toList();
  }

  private Stream<ClauseTable> tables() {
    return expected.map(Stream::of).orElseGet(() -> parts.stream().map(Part::table));
  }

  /** Whether any system was asked. */
  boolean isAsked() {
    return parts.stream().anyMatch(p -> p.asked().isPresent());
  }

  /** {@code 39 of 39 clauses stand on promises or findings}, as far as there is a list. */
  static String standing(Tally tally, boolean listed) {
    return listed
        ? tally.standing() + " of " + tally.clauses() + " clauses stand on promises or findings"
        : Words.count(tally.standing(), "clause stands", "clauses stand")
            + " on promises or findings (no list to compare with)";
  }
}
