package dev.upheld.probe.keep;

import dev.upheld.verdict.Evidence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Dates as the store keeps them. */
final class Dating {
  private Dating() {}

  /**
   * To the microsecond, and not ahead of the instant of keeping: a measurement cannot have begun
   * after it was written down, whatever another clock said.
   */
  static Evidence at(Evidence e, Instant now) {
    Instant at = e.at().truncatedTo(ChronoUnit.MICROS);
    return new Evidence(
        e.promise(),
        e.digest(),
        e.source(),
        e.outcome(),
        e.summary(),
        e.figures(),
        e.coverage(),
        at.isAfter(now) ? now : at,
        e.took(),
        e.asked(),
        e.reasons(),
        e.until().map(u -> u.truncatedTo(ChronoUnit.MICROS)));
  }
}
