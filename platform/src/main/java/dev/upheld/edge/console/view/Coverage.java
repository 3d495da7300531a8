package dev.upheld.edge.console.view;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Way;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each clause of the source policy stands on; made to be printed, too. The filter is a GET
 * form to {@code /coverage} with {@code way}, {@code duty}, {@code verdict} and {@code state}; an
 * empty value means all. With htmx the same page is asked for and its part {@code #coverage} put in
 * place.
 *
 * @param at the instant of judgement
 * @param lastProof when promises were last measured; empty for never
 * @param filter as understood from the request
 * @param duties that can be filtered by
 * @param totals of all clauses, whatever the filter
 * @param clauses those that the filter leaves
 * @param findings all of the charter
 */
public record Coverage(
    Instant at,
    Optional<Instant> lastProof,
    Filter filter,
    List<Duty> duties,
    Totals totals,
    List<Clause> clauses,
    List<Findings.Item> findings)
    implements View {
  public Coverage {
    duties = List.copyOf(duties);
    clauses = List.copyOf(clauses);
    findings = List.copyOf(findings);
  }

  /**
   * What is wanted; empty means all. Way, duty and verdict are those of a promise, the state that
   * of the clause.
   */
  public record Filter(
      Optional<Way> way, Optional<Duty> duty, Optional<Verdict> verdict, Optional<Backing> state) {

    /** Everything. */
    public static Filter all() {
      return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether nothing is filtered. */
    public boolean isAll() {
      return equals(all());
    }
  }

  /**
   * All clauses, counted.
   *
   * @param listed whether there is a list of clauses to compare with
   * @param clauses how many there are
   * @param standing how many stand on a promise or a finding
   * @param states how many are in each state; every state is there
   * @param verdicts of the clauses that have promises
   * @param missing ids that are listed and carried by nothing
   * @param unlisted ids that are carried and not listed
   */
  public record Totals(
      boolean listed,
      int clauses,
      int standing,
      Map<Backing, Integer> states,
      Counts verdicts,
      List<String> missing,
      List<String> unlisted) {
    public Totals {
      states = Map.copyOf(states);
      missing = List.copyOf(missing);
      unlisted = List.copyOf(unlisted);
    }

    /** How many are in that state. */
    public int of(Backing state) {
      return states.getOrDefault(state, 0);
    }
  }

  /**
   * One clause.
   *
   * @param promises those that the filter leaves
   * @param findings codes of the findings that carry it
   */
  public record Clause(String id, Backing state, List<Carrier> promises, List<String> findings) {
    public Clause {
      promises = List.copyOf(promises);
      findings = List.copyOf(findings);
    }

    /** Rows it takes in the table. */
    public int rows() {
      return Math.max(1, promises.size() + (findings.isEmpty() ? 0 : 1));
    }
  }

  /**
   * A promise that carries it.
   *
   * @param kind as in its id: {@code keep}
   * @param laws citations
   * @param built whether anything can prove it
   */
  public record Carrier(
      PromiseRef promise,
      String kind,
      Way way,
      Duty duty,
      List<String> laws,
      boolean built,
      Verdict verdict) {
    public Carrier {
      laws = List.copyOf(laws);
    }
  }
}
