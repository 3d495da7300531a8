package dev.upheld.edge.console.view;

import dev.upheld.verdict.Verdict;
import java.util.Collection;
import java.util.Collections;

/** How many promises have each verdict. */
public record Counts(int broken, int unproven, int atRisk, int upheld) {

  /** Counted. */
  public static Counts of(Collection<Verdict> verdicts) {
    return new Counts(
        Collections.frequency(verdicts, Verdict.BROKEN),
        Collections.frequency(verdicts, Verdict.UNPROVEN),
        Collections.frequency(verdicts, Verdict.AT_RISK),
        Collections.frequency(verdicts, Verdict.UPHELD));
  }

  /** How many have that verdict. */
  public int of(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> broken;
      case UNPROVEN -> unproven;
      case AT_RISK -> atRisk;
      case UPHELD -> upheld;
    };
  }

  /** How many there are. */
  public int all() {
    return broken + unproven + atRisk + upheld;
  }
}
