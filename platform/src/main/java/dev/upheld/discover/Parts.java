package dev.upheld.discover;

import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Inside.Step;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.classify.PartJudgement;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a column: paths of its documents, or keys of a key-value table.
 *
 * @param shown those with a name that can be written down
 * @param hidden the strongest of those without: their keys may be personal data themselves
 */
record Parts(List<PartJudgement> shown, Optional<Judgement> hidden) {
  /** A column that has none. */
  static final Parts NONE = new Parts(List.of(), Optional.empty());

  /** Lines that one column may have in a data map. */
  private static final int MOST = 100;

  Parts {
    shown = List.copyOf(shown);
  }

  /** Whether they say more than the column as a whole does. */
  boolean sayMoreThan(Judgement whole) {
    return !shown.isEmpty()
        && (whole.nature() != Nature.NOT_PERSONAL
            || shown.stream().anyMatch(p -> p.judgement().nature() != Nature.NOT_PERSONAL));
  }

  /**
   * Those a data map can say something of, the personal first where there are too many: not what
   * harmless keys without a name have in common, since that would speak for all keys to come.
   */
  List<PartJudgement> lines() {
    List<PartJudgement> useful =
        shown.stream()
            .filter(p -> p.judgement().nature() != Nature.NOT_PERSONAL || !isMixed(p))
            .toList();
    return useful.size() <= MOST
        ? useful
        : useful.stream()
            .sorted(Comparator.comparing(p -> p.judgement().nature()))
            .limit(MOST)
            .toList();
  }

  /** Whether it covers parts that were judged on their own: {@code *} beside named keys. */
  boolean isMixed(PartJudgement part) {
    if (!(part.part() instanceof Inside.Path path)
        || !(path.steps().getLast() instanceof Step.Any)) {
      return false;
    }
    return path.steps().size() == 1
        || shown.stream()
            .filter(other -> !other.equals(part))
            .anyMatch(other -> other.part() instanceof Inside.Path far && path.covers(far.steps()));
  }

  /** Whether the data map speaks of it already. */
  static boolean isKnown(FieldName name, Collection<FieldName> known) {
    return known.contains(name)
        || known.stream()
            .filter(k -> k.column().equals(name.column()))
            .anyMatch(
                k ->
                    k.inside().isPresent()
                        && k.inside().get() instanceof Inside.Path path
                        && name.inside().isPresent()
                        && name.inside().get() instanceof Inside.Path at
                        && path.covers(at.steps()));
  }
}
