package dev.upheld.datamap.links;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What compared values say; asks for each pair once. */
final class Values {
  /** A pair that was asked for. */
  private record Pair(TableName from, String column, TableName to, String key) {}

  private static final Set<TypeFamily> COMPARED =
      Set.of(TypeFamily.WHOLE, TypeFamily.UUID, TypeFamily.TEXT);

  /** A text longer than this is no key. */
  private static final int LONGEST_KEY = 300;

  private final Containment containment;
  private final Map<Pair, OptionalDouble> asked = new HashMap<>();

  Values(Containment containment) {
    this.containment = containment;
  }

  OptionalDouble share(Known from, String column, Known to, String key) {
    return asked.computeIfAbsent(
        new Pair(from.name(), column, to.name(), key),
        p -> containment.of(p.from(), List.of(column), p.to(), List.of(key)));
  }

  /** The candidate with what its values say. */
  Candidate heard(Candidate candidate) {
    String key = candidate.key().column().name();
    OptionalDouble share = share(candidate.from(), candidate.column(), candidate.to(), key);
    if (share.isEmpty()) {
      return candidate;
    }
    double found = share.getAsDouble();
    if (found >= LinkWeights.FOUND) {
      boolean number = candidate.key().column().family() == TypeFamily.WHOLE;
      double weight = number ? LinkWeights.VALUES_FOUND_NUMBER : LinkWeights.VALUES_FOUND;
      return candidate.and(weight, "its values are found there");
    }
    return found < LinkWeights.STRANGE
        ? candidate.and(LinkWeights.VALUES_STRANGE, "but most of its values are not there")
        : candidate.and(LinkWeights.VALUES_MISSING, "but some of its values are not there");
  }

  /** Whether values of the column could be keys of something. */
  static boolean couldPoint(Column column) {
    return COMPARED.contains(column.family())
        && column.length().map(n -> n <= LONGEST_KEY).orElse(true);
  }
}
