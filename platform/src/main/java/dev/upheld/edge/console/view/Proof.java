package dev.upheld.edge.console.view;

import dev.upheld.kernel.Asked;
import dev.upheld.verdict.Coverage;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Figure;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One piece of evidence as a page shows it.
 *
 * @param entry its number in the journal; empty when it is not kept there
 * @param until how long an attestation counts
 * @param document what an attestation rests on, in the words of whoever attested
 * @param counts whether it speaks of the promise as it is worded and bound today; otherwise it is
 *     history, and the page says so
 */
public record Proof(
    Evidence.Source source,
    Outcome outcome,
    String summary,
    List<Figure> figures,
    Coverage coverage,
    Instant at,
    Duration took,
    List<Asked> asked,
    List<String> reasons,
    Optional<Long> entry,
    Optional<Instant> until,
    Optional<String> document,
    boolean counts) {
  public Proof {
    figures = List.copyOf(figures);
    asked = List.copyOf(asked);
    reasons = List.copyOf(reasons);
  }

  /** As the probe or the person gave it. */
  public static Proof of(Evidence e, long entry, Optional<String> document, boolean counts) {
    return new Proof(
        e.source(),
        e.outcome(),
        e.summary(),
        e.figures(),
        e.coverage(),
        e.at(),
        e.took(),
        e.asked(),
        e.reasons(),
        Optional.of(entry),
        e.until(),
        document,
        counts);
  }
}
