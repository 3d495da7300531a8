package dev.upheld.probe;

import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Outcome;
import java.util.List;

/**
 * What the replies mean for the promise; the runner makes evidence of it by adding digest, time and
 * the texts that asked.
 *
 * @param summary one plain sentence or two: what was seen, no more
 * @param reasons why not everything was seen, or what to do about what was
 * @param onlyBeyond whether everything that can be measured was, and nothing is wrong: what is
 *     missing is beyond any measurement
 * @param drift where the data map was seen not to be true any more
 */
public record Observation(
    Outcome outcome,
    String summary,
    List<Figure> figures,
    Coverage coverage,
    List<String> reasons,
    boolean onlyBeyond,
    List<Drift> drift) {
  public Observation {
    drift = List.copyOf(drift);
    figures = List.copyOf(figures);
    reasons = List.copyOf(reasons);
  }

  /** One without drift. */
  public Observation(
      Outcome outcome,
      String summary,
      List<Figure> figures,
      Coverage coverage,
      List<String> reasons,
      boolean onlyBeyond) {
    this(outcome, summary, figures, coverage, reasons, onlyBeyond, List.of());
  }

  /** The same with other drift. */
  public Observation drifting(List<Drift> other) {
    return new Observation(outcome, summary, figures, coverage, reasons, onlyBeyond, other);
  }
}
