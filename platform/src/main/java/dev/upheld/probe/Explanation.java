package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import java.util.List;
import java.util.Optional;

/**
 * How a promise would be measured, without measuring it.
 *
 * @param places the places it is bound to, with where the data map says so
 * @param queries what would be asked, in order
 * @param gaps why not everything would be seen
 * @param findings what planning alone found
 * @param unmeasured why it is not measured at all; empty when it is
 */
public record Explanation(
    Promise promise,
    List<BoundPlace> places,
    List<Query> queries,
    List<String> gaps,
    List<Finding> findings,
    Optional<String> unmeasured) {
  public Explanation {
    places = List.copyOf(places);
    queries = List.copyOf(queries);
    gaps = List.copyOf(gaps);
    findings = List.copyOf(findings);
  }

  /**
   * One inquiry.
   *
   * @param where what it measures
   * @param texts the exact texts that would be sent; empty when they could not be compiled
   * @param problem why they could not
   */
  public record Query(String where, List<Asked> texts, Optional<Problem> problem) {
    public Query {
      texts = List.copyOf(texts);
    }
  }
}
