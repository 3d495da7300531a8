package dev.upheld.verdict.clause;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The clauses of one source policy and what each stands on.
 *
 * @param listed the clauses the policy has, in its order; empty when nobody listed them
 * @param clauses those listed, in the list's order, then those that only the charter names, by id;
 *     without a list all that the charter names
 * @param findings all of the charter, with and without clauses, in its order
 */
public record ClauseTable(
    Optional<List<String>> listed, List<Clause> clauses, List<Finding> findings) {
  public ClauseTable {
    listed = listed.map(List::copyOf);
    clauses = List.copyOf(clauses);
    findings = List.copyOf(findings);
  }

  /**
   * What is known of promises besides the charter.
   *
   * @param built whether anything can prove a promise
   * @param verdicts as they were measured; empty for a promise nobody asked about
   */
  public record Known(Predicate<Promise> built, Function<PromiseId, Optional<Verdict>> verdicts) {

    /** Nobody asked any system. */
    public static Known unasked(Predicate<Promise> built) {
      return new Known(built, id -> Optional.empty());
    }

    /**
     * What is known of several charters together. Two versions of one have the same names: neither
     * may hide the other's fault.
     */
    public static Known together(List<Known> all) {
      return new Known(
          promise -> all.stream().allMatch(k -> k.built().test(promise)),
          id ->
              Verdicts.worst(all.stream().flatMap(k -> k.verdicts().apply(id).stream()).toList()));
    }
  }

  /**
   * Reads the table off a charter.
   *
   * @param listed the clauses that must be there, if somebody listed them
   */
  public static ClauseTable of(
      List<Promise> promises, List<Finding> findings, Optional<List<String>> listed, Known known) {
    List<Carrier> carriers =
        promises.stream()
            .map(p -> new Carrier(p, known.built().test(p), known.verdicts().apply(p.id())))
            .toList();
    Set<String> ids = new LinkedHashSet<>(listed.orElse(List.of()));
    ids.addAll(named(promises, findings));
    return new ClauseTable(
        listed, ids.stream().map(id -> clause(id, carriers, findings)).toList(), findings);
  }

  private static Set<String> named(List<Promise> promises, List<Finding> findings) {
    Set<String> named = new TreeSet<>();
    promises.forEach(p -> named.addAll(p.header().clauses()));
    findings.forEach(f -> named.addAll(f.clauses()));
    return named;
  }

  private static Clause clause(String id, List<Carrier> carriers, List<Finding> findings) {
    return new Clause(
        id,
        carriers.stream().filter(c -> c.promise().header().clauses().contains(id)).toList(),
        findings.stream().filter(f -> f.clauses().contains(id)).toList());
  }

  /** Those that count: the listed ones, or all where there is no list. */
  public List<Clause> counted() {
    return listed
        .map(Set::copyOf)
        .map(ids -> clauses.stream().filter(c -> ids.contains(c.id())).toList())
        .orElse(clauses);
  }

  /** Listed clauses on which nothing stands. */
  public List<String> missing() {
    return ids(counted().stream().filter(c -> c.backing() == Backing.MISSING));
  }

  /**
   * Clauses that the charter names and the list does not have: a slip of the pen, or a gap in it.
   */
  public List<String> unlisted() {
    return listed
        .map(Set::copyOf)
        .map(ids -> ids(clauses.stream().filter(c -> !ids.contains(c.id()))))
        .orElse(List.of());
  }

  private static List<String> ids(Stream<Clause> clauses) {
    return clauses.map(Clause::id).toList();
  }

  /** The clauses that count, counted. */
  public Tally tally() {
    return Tally.of(counted());
  }
}
