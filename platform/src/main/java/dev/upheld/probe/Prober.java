package dev.upheld.probe;

import dev.upheld.charter.promise.Promise;
import java.util.List;

/**
 * A duty's way of measuring some kinds of promises. Both steps are pure; the runner does the asking
 * between them.
 */
public interface Prober {

  /** Whether it measures this promise. Exactly one prober, or none, measures any promise. */
  boolean measures(Promise promise);

  /** What to ask. */
  ProbePlan plan(Promise promise, Scene scene);

  /**
   * What the replies mean. A counter-example is {@code VIOLATED} even when other inquiries failed;
   * without one, any failure, gap or blind spot makes it {@code UNSEEN}.
   *
   * @param replies one for each inquiry of the plan, in its order
   */
  Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene);
}
