package dev.upheld.probe.board;

import dev.upheld.verdict.clause.ClauseTable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What each clause of the source policy stands on, judged by what is kept.
 *
 * @param at the instant of judgement
 * @param company who promises
 * @param titles of activities by their ids
 * @param lastProof when promises were last measured; empty for never
 */
public record Clauses(
    Instant at,
    String company,
    ClauseTable table,
    Map<String, String> titles,
    Optional<Instant> lastProof) {
  public Clauses {
    titles = Map.copyOf(titles);
  }
}
