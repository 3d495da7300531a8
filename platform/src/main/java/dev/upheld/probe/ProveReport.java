package dev.upheld.probe;

import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run found.
 *
 * @param at when it began: rows that came later were not seen
 * @param results one for each promise, in the charter's order
 * @param systems one for each system, by id
 * @param note what whoever reads it must know besides, one sentence; empty for nothing
 */
public record ProveReport(
    Instant at,
    Duration took,
    List<PromiseResult> results,
    List<SystemResult> systems,
    Optional<String> note) {
  public ProveReport {
    results = List.copyOf(results);
    systems = List.copyOf(systems);
  }

  /** A report without a note. */
  public ProveReport(
      Instant at, Duration took, List<PromiseResult> results, List<SystemResult> systems) {
    this(at, took, results, systems, Optional.empty());
  }

  /** The same with a note. */
  public ProveReport noting(String said) {
    return new ProveReport(at, took, results, systems, Optional.of(said));
  }

  /** The verdict of each clause that a promise supports: its worst promise. */
  public SortedMap<String, Verdict> clauses() {
    SortedMap<String, Verdict> worst = new TreeMap<>();
    for (PromiseResult result : results) {
      for (String clause : result.promise().header().clauses()) {
        worst.merge(clause, result.verdict(), Verdict::worse);
      }
    }
    return worst;
  }

  /** Where the data map is not true any more, each difference once, the worst nature of it. */
  public List<Drift> drift() {
    List<Drift> all = new ArrayList<>();
    for (Drift one : results.stream().flatMap(r -> r.drift().stream()).toList()) {
      Optional<Drift> same = all.stream().filter(one::isAbout).findFirst();
      if (same.isEmpty()) {
        all.add(one);
      } else if (one.nature().compareTo(same.get().nature()) < 0) {
        all.set(all.indexOf(same.get()), one);
      }
    }
    return all;
  }

  /** How many promises have that verdict. */
  public long count(Verdict verdict) {
    return results.stream().filter(r -> r.verdict() == verdict).count();
  }

  /** What the shell gets. */
  public ExitCode exitCode(boolean strict) {
    return ExitCode.of(results.stream().map(PromiseResult::line).toList(), strict);
  }
}
