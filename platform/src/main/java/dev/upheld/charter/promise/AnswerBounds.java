package dev.upheld.charter.promise;

import java.util.Optional;
import java.util.Set;

/**
 * The bounds of a right.
 *
 * @param jurisdictions packs it is promised for; empty means all of the charter's
 * @param extension how much longer in a complex case
 * @param free how often it is free, and in how long; empty means always
 * @param lookBack how far back it reaches; empty means all there is
 */
public record AnswerBounds(
    Set<String> jurisdictions,
    Optional<Term> extension,
    Optional<Promise.Quota> free,
    Optional<Term> lookBack) {
  /** No bounds at all. */
  public static final AnswerBounds NONE =
      new AnswerBounds(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public AnswerBounds {
    jurisdictions = Set.copyOf(jurisdictions);
  }
}
