package dev.upheld.verdict;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Evidence for tests. */
final class Samples {
  static final PromiseId PROMISE = new PromiseId("nimbus", "visits", "keep");
  static final Claim PROBED = new Claim(PROMISE, "d1", Way.PROBE);
  static final Claim ATTESTED = new Claim(PROMISE, "d1", Way.ATTEST);
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private Samples() {}

  static Evidence probe(Outcome outcome, Instant at) {
    return evidence(Evidence.Source.PROBE, outcome, at, Optional.empty());
  }

  static Evidence attestation(Outcome outcome, Instant at, Instant until) {
    return evidence(Evidence.Source.ATTESTATION, outcome, at, Optional.of(until));
  }

  static Evidence evidence(
      Evidence.Source source, Outcome outcome, Instant at, Optional<Instant> until) {
    return new Evidence(
        PROMISE,
        "d1",
        source,
        outcome,
        outcome + " seen",
        List.of(),
        new Coverage(1, 1, 100),
        at,
        Duration.ofSeconds(1),
        List.of(),
        List.of(),
        until);
  }

  static Instant ago(long hours) {
    return NOW.minus(Duration.ofHours(hours));
  }
}
