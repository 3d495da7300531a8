package dev.upheld.datamap.links;

import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links that no name tells of: values that are all in one key and in no other. */
final class ByValues {
  private final Schema schema;
  private final Values values;

  ByValues(Schema schema, Values values) {
    this.schema = schema;
    this.values = values;
  }

  /**
   * The only table that has a column's values. Numbers must be indexed here besides, and are
   * believed only when they are in one key alone: counters all begin at one.
   */
  Optional<Candidate> of(Known from, Column column) {
    boolean number = column.family() == TypeFamily.WHOLE;
    boolean key = from.isWholeKey(column.name());
    if (!Values.couldPoint(column) || key || (number && !from.indexes(column.name()))) {
      return Optional.empty();
    }
    List<Candidate> found = new ArrayList<>();
    for (Known to : schema.tables()) {
      for (Known.Key target : to.keys()) {
        if (isFound(from, column, to, target)) {
          double points = number ? LinkWeights.ONLY_NUMBERS : LinkWeights.ONLY_VALUES;
          found.add(
              Circumstances.added(
                  new Candidate(
                      from,
                      column.name(),
                      to,
                      target,
                      points,
                      List.of("its values are all found there, and in no other key")),
                  0));
        }
      }
    }
    boolean alone = found.stream().allMatch(other -> other.isSameTable(found.getFirst()));
    return alone ? found.stream().min(Candidate.STRONGEST) : Optional.empty();
  }

  private boolean isFound(Known from, Column column, Known to, Known.Key target) {
    return !to.equals(from)
        && target.strength() != Known.Strength.LIKELY
        && target.column().family() == column.family()
        && values.share(from, column.name(), to, target.column().name()).orElse(0)
            >= LinkWeights.FOUND;
  }
}
