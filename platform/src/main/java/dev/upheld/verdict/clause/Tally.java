package dev.upheld.verdict.clause;

import dev.upheld.verdict.Verdict;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Clauses counted.
 *
 * @param clauses all of them
 * @param byBacking how many of each kind; every kind is there
 * @param byVerdict of those that were judged; every verdict is there
 */
public record Tally(int clauses, Map<Backing, Integer> byBacking, Map<Verdict, Integer> byVerdict) {
  public Tally {
    byBacking = Map.copyOf(byBacking);
    byVerdict = Map.copyOf(byVerdict);
  }

  /** Counts. */
  public static Tally of(Collection<Clause> clauses) {
    Map<Backing, Integer> byBacking = new EnumMap<>(Backing.class);
    for (Backing backing : Backing.values()) {
      byBacking.put(backing, 0);
    }
    Map<Verdict, Integer> byVerdict = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      byVerdict.put(verdict, 0);
    }
    for (Clause clause : clauses) {
      byBacking.merge(clause.backing(), 1, Integer::sum);
      clause.verdict().ifPresent(v -> byVerdict.merge(v, 1, Integer::sum));
    }
    return new Tally(clauses.size(), byBacking, byVerdict);
  }

  /** How many of that kind. */
  public int of(Backing backing) {
    return byBacking.getOrDefault(backing, 0);
  }

  /** How many with that verdict. */
  public int of(Verdict verdict) {
    return byVerdict.getOrDefault(verdict, 0);
  }

  /** How many stand on a promise or a finding. */
  public int standing() {
    return clauses - of(Backing.MISSING);
  }
}
