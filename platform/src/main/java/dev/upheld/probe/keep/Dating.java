package dev.upheld.probe.keep;

import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Dates as the store keeps them: to the microsecond, and on the store's own time, which never goes
 * back. Servers' clocks differ, and one may have run ahead for a while; evidence of a clock behind
 * the store's time would otherwise stand before what was recorded earlier, and a counter-example be
 * taken for healed. So, while a clock is behind:
 *
 * <ul>
 *   <li>a counter-example is dated when it is kept, after all that is recorded: it is never hidden;
 *   <li>what else was seen is moved by as much as the clock is behind, which may leave it before a
 *       counter-example that is to be healed, but never makes it heal one it did not look for;
 *   <li>where the clock is further behind than clocks of servers may differ, the store's time is
 *       wrong and stands still until real time has caught up: then everything is dated when it is
 *       kept, so that the order of recording counts, measuring heals, and nothing is too old. As
 *       long as that lasts, nothing grows old either. Last days of attestations are days of the
 *       calendar and are not moved.
 * </ul>
 *
 * @param now the instant of keeping, on the store's time
 * @param behind how far the clock that dated the evidence is behind the store's time
 * @param skew how far clocks of servers may differ
 */
record Dating(Instant now, Duration behind, Duration skew) {

  /** Dated as it is kept: never after the instant of keeping, whatever another clock said. */
  Evidence of(Evidence e) {
    return new Evidence(
        e.promise(),
        e.digest(),
        e.source(),
        e.outcome(),
        e.summary(),
        e.figures(),
        e.coverage(),
        date(e),
        e.took(),
        e.asked(),
        e.reasons(),
        e.until().map(u -> u.truncatedTo(ChronoUnit.MICROS)));
  }

  private Instant date(Evidence e) {
    boolean byRecording = e.outcome() == Outcome.VIOLATED || behind.compareTo(skew) > 0;
    if (!behind.isZero() && byRecording) {
      return now;
    }
    Instant at = e.at().truncatedTo(ChronoUnit.MICROS).plus(behind);
    return at.isAfter(now) ? now : at;
  }
}
