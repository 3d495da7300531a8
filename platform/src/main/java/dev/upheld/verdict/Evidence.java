package dev.upheld.verdict;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.kernel.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a probe, a duty or a person says about a promise. Never holds personal data.
 *
 * @param promise whom it speaks of
 * @param digest of the promise's statement and binding when it was made; evidence whose digest
 *     differs from today's no longer counts
 * @param source who says so
 * @param outcome what was found
 * @param summary one plain sentence: what was seen, no more
 * @param figures the counts behind it
 * @param coverage how much was looked at
 * @param at when the measurement began: rows that came later were not seen
 * @param took how long it took
 * @param asked the exact texts that asked, to see it again
 * @param reasons why not everything was seen, or what to do; one sentence each
 * @param until last instant on which an attestation counts; empty for probes
 */
public record Evidence(
    PromiseId promise,
    String digest,
    Source source,
    Outcome outcome,
    String summary,
    List<Figure> figures,
    Coverage coverage,
    Instant at,
    Duration took,
    List<Asked> asked,
    List<String> reasons,
    Optional<Instant> until) {
  public Evidence {
    figures = List.copyOf(figures);
    asked = List.copyOf(asked);
    reasons = List.copyOf(reasons);
  }

  /** Who says so. */
  public enum Source {
    PROBE,
    ACT,
    ATTESTATION
  }
}
