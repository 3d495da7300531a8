package dev.upheld.datamap.classify;

import java.util.List;
import java.util.Optional;

/**
 * What a column was judged to be.
 *
 * @param term of the Data Privacy Vocabulary, {@code pd:BirthDate}; empty unless something points
 *     at one
 * @param score the weight of the evidence, above {@link Weights#PERSONAL} personal and below {@link
 *     Weights#UNSURE} not; for ordering a review, not for people
 * @param reasons in words, the weightiest first; never a value
 */
public record Judgement(Nature nature, Optional<String> term, double score, List<String> reasons) {
  public Judgement {
    reasons = List.copyOf(reasons);
  }
}
