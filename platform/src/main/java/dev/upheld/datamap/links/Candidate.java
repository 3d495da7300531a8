package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A pair of columns that may be a link.
 *
 * @param evidence see {@link LinkWeights}
 * @param reasons the weightiest first
 */
record Candidate(
    Known from, String column, Known to, Known.Key key, double evidence, List<String> reasons) {
  /** The strongest first; the rest only makes the order a fixed one. */
  static final Comparator<Candidate> STRONGEST =
      Comparator.comparingDouble((Candidate c) -> -c.evidence)
          .thenComparingInt(c -> c.to.words().size())
          .thenComparing(c -> c.to.name())
          .thenComparing(c -> c.key.column().name());

  Candidate {
    reasons = List.copyOf(reasons);
  }

  Candidate and(double more, String reason) {
    List<String> all = new ArrayList<>(reasons);
    all.add(reason);
    return new Candidate(from, column, to, key, evidence + more, all);
  }

  boolean isSameTable(Candidate other) {
    return to.equals(other.to);
  }

  boolean isSamePair(Candidate other) {
    return isSameTable(other) && key.equals(other.key);
  }

  ProposedLink link() {
    return new ProposedLink(
        from.name(),
        List.of(column),
        to.name(),
        List.of(key.column().name()),
        false,
        Link.Kind.SHARED,
        LinkWeights.confidence(evidence),
        reasons);
  }
}
