package dev.upheld.duty.retention;

import java.time.Instant;
import java.util.Optional;

/**
 * A dry run that somebody asked for, and what came of it.
 *
 * @param digest of the rule when it was asked for
 * @param ended empty while it waits or runs
 * @param done rows looked at so far
 * @param total rows there are to look at; 0 while nobody knows
 * @param found what it saw; empty while it waits or runs
 * @param atWork whether a job waits for its turn to make it, or is at it
 */
public record Look(
    String rule,
    String digest,
    Instant asked,
    Optional<Instant> ended,
    long done,
    long total,
    Optional<Found> found,
    boolean atWork) {

  /** Whether it will still come to an end. */
  public boolean isGoing() {
    return ended.isEmpty() && atWork;
  }

  /** Whether it has no end and nobody is at it any more: only a new one can show anything. */
  public boolean isLost() {
    return ended.isEmpty() && !atWork;
  }
}
